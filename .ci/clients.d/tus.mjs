// tus-js-client, as it is, against the services' own names: whole, with the creation, aborted and resumed, in parallel parts.
//     node tus.mjs KIT
// HTTPS_PROXY and NODE_EXTRA_CA_CERTS lead to the sandbox.
import { createHash, createPrivateKey, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as open } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SignJWT } from 'jose';
import * as tus from 'tus-js-client';

const [, , kit] = process.argv;
const MASKINPORTEN = 'https://test.maskinporten.no/';
const PLATFORM = 'https://platform.tt02.altinn.no';
const BROKER = `${PLATFORM}/broker/api/v1/filetransfer`;
const KIB = 1024;
const PATIENCE = 60_000;
const agent = new HttpsProxyAgent(process.env.HTTPS_PROXY);
const inventory = JSON.parse(readFileSync(join(kit, 'kit.json'), 'utf8'));
const owner = inventory.clients.find((client) => client.name === 'service-owner');

const ask = (method, url, headers = {}, body = undefined) =>
  new Promise((resolve, reject) => {
    const asked = open(url, { method, headers, agent, timeout: PATIENCE }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).on('timeout', () => asked.destroy(new Error('no answer')));
    asked.end(body);
  });

const assertion = await new SignJWT({ scope: 'altinn:serviceowner altinn:broker.write altinn:broker.read', jti: randomUUID() })
  .setProtectedHeader({ alg: 'RS256', kid: owner.kid })
  .setIssuer(owner.id)
  .setAudience(MASKINPORTEN)
  .setIssuedAt()
  .setExpirationTime('100s')
  .sign(createPrivateKey(readFileSync(join(kit, owner.key))));
const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString();
const granted = await ask('POST', `${MASKINPORTEN}token`, { 'Content-Type': 'application/x-www-form-urlencoded' }, form);
const raw = JSON.parse(granted.body).access_token;
const exchanged = await ask('GET', `${PLATFORM}/authentication/api/v1/exchange/maskinporten`, { Authorization: `Bearer ${raw}` });
const ours = { Authorization: `Bearer ${exchanged.body}` };

const party = `0192:${owner.organisation}`;
const initialized = async (reference) => {
  const transfer = { fileName: 'large.bin', resourceId: inventory.resource, sendersFileTransferReference: reference, sender: party, recipients: [party] };
  const answer = await ask('POST', BROKER, { ...ours, 'Content-Type': 'application/json' }, JSON.stringify(transfer));
  assert.equal(answer.status, 200, String(answer.body));
  return JSON.parse(answer.body).fileTransferId;
};
const overview = async (id) => JSON.parse((await ask('GET', `${BROKER}/${id}`, ours)).body);

const arrives = async (id, content) => {
  const deadline = Date.now() + PATIENCE;
  while ((await overview(id)).fileTransferStatus !== 'Published') {
    assert.ok(Date.now() < deadline, 'never Published');
    await sleep(100);
  }
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  assert.equal(hash((await ask('GET', `${BROKER}/${id}/download`, ours)).body), hash(content), 'what was fetched is not what was sent');
};

const uploading = (id, content, options = {}) => {
  let upload;
  const ended = new Promise((resolve, reject) => {
    upload = new tus.Upload(content, {
      endpoint: `${BROKER}/upload/tus/${id}`,
      headers: ours,
      httpStack: new tus.DefaultHttpStack({ agent }),
      onSuccess: resolve,
      onError: reject,
      ...options,
    });
  });
  return { upload, ended };
};
const uploaded = async (id, content, options) => {
  const { upload, ended } = uploading(id, content, options);
  upload.start();
  await ended;
  return upload;
};

{
  const [id, content] = [await initialized('whole'), randomBytes(3000 * KIB)];
  const upload = await uploaded(id, content);
  assert.equal(upload.url, `${BROKER}/upload/tus/${id}`, 'the relative Location');
  await arrives(id, content);
  console.log('whole, in one PATCH: arrived');
}
{
  const [id, content] = [await initialized('creation'), randomBytes(1000 * KIB)];
  const methods = [];
  const onBeforeRequest = (request) => void methods.push(request.getMethod());
  await uploaded(id, content, { uploadDataDuringCreation: true, onBeforeRequest });
  assert.deepEqual(methods, ['POST']);
  await arrives(id, content);
  console.log('uploadDataDuringCreation: arrived with the POST');
}
{
  const [id, content] = [await initialized('resumed'), randomBytes(2000 * KIB)];
  const chunked = { chunkSize: 256 * KIB };
  const broken = await new Promise((resolve, reject) => {
    const { upload } = uploading(id, content, {
      ...chunked,
      onChunkComplete: (_, accepted) => {
        if (accepted === 3 * 256 * KIB) upload.abort().then(() => resolve(upload), reject);
      },
      onError: reject,
      onSuccess: () => reject(new Error('it came to its end')),
    });
    upload.start();
  });
  // What is staged in the background lags: HEAD tells less than was accepted, PATCH from there is 409, and the client asks again.
  const seen = [];
  await uploaded(id, content, {
    ...chunked,
    uploadUrl: broken.url,
    onAfterResponse: (request, answer) => void seen.push(`${request.getMethod()} ${answer.getStatus()} ${answer.getHeader('Upload-Offset') ?? ''}`),
  });
  assert.ok(!seen.some((one) => one.startsWith('POST')) && seen[0].startsWith('HEAD 200'), seen.join(', '));
  await arrives(id, content);
  console.log(`aborted and resumed: ${seen.slice(0, 4).join(', ')} … arrived`);
}

// The service joins parts in the order in which they were created, whatever the order of the final list (facts broker-api 3).
const PARTS = 4;
const inOrder = (chosen) => {
  const waiting = [];
  return {
    parallelUploads: PARTS,
    onBeforeRequest: (request) => {
      if (request.getMethod() !== 'POST' || request.getHeader('Upload-Concat') !== 'partial') return undefined;
      return new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length === PARTS) chosen(waiting).shift()();
      });
    },
    onAfterResponse: (request) => {
      if (request.getMethod() === 'POST' && waiting.length > 0) waiting.shift()();
    },
  };
};
{
  const [id, content] = [await initialized('parallel'), randomBytes(PARTS * 500 * KIB)];
  await uploaded(id, content, inOrder((waiting) => waiting));
  await arrives(id, content);
  console.log('parallelUploads, created in the order of the file: arrived');
}
{
  const [id, content] = [await initialized('scrambled'), randomBytes(PARTS * 500 * KIB)];
  await uploaded(id, content, inOrder((waiting) => waiting.reverse()));
  const parts = Array.from({ length: PARTS }, (_, at) => content.subarray(at * 500 * KIB, (at + 1) * 500 * KIB));
  await arrives(id, Buffer.concat(parts.reverse()));
  console.log('parallelUploads, created the other way round: joined the other way round, as the service does');
}
agent.destroy();

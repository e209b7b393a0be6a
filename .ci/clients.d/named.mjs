// What a Node program does through the proxy, started with the printed lines and nothing else: fetch and https, openid-client for a
// token, jose for the keys, tus-js-client for a resumable upload.
//     node named.mjs KIT
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import * as openid from 'openid-client';
import { Upload } from 'tus-js-client';

const ISSUER = 'https://test.maskinporten.no/';
const PLATFORM = 'https://platform.tt02.altinn.no';
const BROKER = `${PLATFORM}/broker/api/v1`;
const RESOURCE = 'prov-filutveksling';
const kit = process.argv[2];
const owner = JSON.parse(readFileSync(join(kit, 'kit.json'), 'utf8')).clients.find((client) => client.name === 'service-owner');

// Both ways to ask, and a name that is nobody's.
assert.equal((await fetch(`${ISSUER}jwk`)).status, 200);
const status = await new Promise((heard, failed) => https.get(`${ISSUER}jwk`, (answer) => heard(answer.resume().statusCode)).on('error', failed));
assert.equal(status, 200);
await assert.rejects(fetch('https://example.org/'));
console.log(`Node ${process.version}: fetch and https reach the services by name, and nobody else`);

const configuration = await openid.discovery(new URL(ISSUER), owner.id, undefined, openid.None(), { algorithm: 'oauth2' });
const scope = 'altinn:serviceowner altinn:broker.write altinn:broker.read';
const assertion = await new SignJWT({ scope, jti: crypto.randomUUID() })
  .setProtectedHeader({ alg: 'RS256', kid: owner.kid })
  .setIssuer(owner.id)
  .setAudience(ISSUER)
  .setIssuedAt()
  .setExpirationTime('100s')
  .sign(createPrivateKey(readFileSync(join(kit, owner.key))));
const granted = await openid.genericGrantRequest(configuration, 'urn:ietf:params:oauth:grant-type:jwt-bearer', { assertion });
const keys = createRemoteJWKSet(new URL(configuration.serverMetadata().jwks_uri));
await jwtVerify(granted.access_token, keys, { issuer: ISSUER, algorithms: ['RS256'] });
console.log('openid-client: the metadata leads to a token, which jose verifies');

const exchange = `${PLATFORM}/authentication/api/v1/exchange/maskinporten`;
const token = await (await fetch(exchange, { headers: { authorization: `Bearer ${granted.access_token}` } })).text();
const headers = { authorization: `Bearer ${token}` };
const party = `0192:${owner.organisation}`;
const transfer = { fileName: 'js.bin', resourceId: RESOURCE, sendersFileTransferReference: 'tus-js', sender: party, recipients: [party] };
const made = await fetch(`${BROKER}/filetransfer`, {
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify(transfer),
});
const { fileTransferId: id } = await made.json();
assert.ok(id, `initialize: ${made.status}`);
const content = Buffer.alloc(1_000_003, 7);
await new Promise((onSuccess, onError) => {
  const options = { endpoint: `${BROKER}/filetransfer/upload/tus/${id}`, headers, chunkSize: 256 * 1024, onSuccess, onError };
  new Upload(content, options).start();
});
const deadline = Date.now() + 60_000;
let overview;
do {
  overview = await (await fetch(`${BROKER}/filetransfer/${id}`, { headers })).json();
} while (overview.fileTransferStatus !== 'Published' && Date.now() < deadline);
assert.equal(overview.fileTransferStatus, 'Published');
assert.equal(overview.fileTransferSize, content.length);
console.log(`tus-js-client: ${content.length} bytes, published`);
// Node 24 keeps the connections of tus-js-client open when they go through a proxy.
process.exit(0);

// npm jose, strict as it is, on what the sandbox signs and on what broker-setup signs.
//     node jose.mjs ORIGIN KIT PROGRAM
import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import assert from 'node:assert/strict';
import { createRemoteJWKSet, decodeProtectedHeader, importJWK, importX509, jwtVerify, SignJWT } from 'jose';

const [, , origin, kit, program] = process.argv;
const inventory = JSON.parse(readFileSync(join(kit, 'kit.json'), 'utf8'));
const sender = inventory.clients.find((client) => client.name === 'sender');
const key = createPrivateKey(readFileSync(join(kit, sender.key)));
const json = async (url, init) => (await fetch(url, init)).json();

// Maskinporten: its metadata leads to its keys, its keys fit its tokens.
const metadata = await json(`${origin}.well-known/oauth-authorization-server`);
assert.equal(metadata.issuer, origin);
const assertionOf = () =>
  new SignJWT({ scope: 'altinn:broker.write', jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'RS256', kid: sender.kid })
    .setIssuer(sender.id)
    .setAudience(metadata.issuer)
    .setIssuedAt()
    .setExpirationTime('100s')
    .sign(key);
const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: await assertionOf() });
const { access_token: raw } = await json(metadata.token_endpoint, { method: 'POST', body: form });
const { payload: claims } = await jwtVerify(raw, createRemoteJWKSet(new URL(metadata.jwks_uri)), { issuer: origin, algorithms: ['RS256'] });
assert.equal(claims.client_id, sender.id);
assert.deepEqual(claims.consumer, { authority: 'iso6523-actorid-upis', ID: `0192:${sender.organisation}` });
console.log("Maskinporten's token: verified with the keys that its metadata leads to");

// A key set that was kept is fetched again when a token names a key that it does not know (facts platform A.1).
const kept = createRemoteJWKSet(new URL(metadata.jwks_uri), { cooldownDuration: 0 });
await jwtVerify(raw, kept, { issuer: origin });
await json(`${origin}sandbox/signing-keys`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"rotate":"maskinporten"}' });
const again = new URLSearchParams({ grant_type: form.get('grant_type'), assertion: await assertionOf() });
const { access_token: newer } = await json(metadata.token_endpoint, { method: 'POST', body: again });
assert.notEqual(decodeProtectedHeader(newer).kid, decodeProtectedHeader(raw).kid);
await jwtVerify(newer, kept, { issuer: origin, algorithms: ['RS256'] });
await jwtVerify(raw, kept, { issuer: origin, algorithms: ['RS256'] });
console.log("Maskinporten's changed key: found by fetching its key set again; the key before it still verifies");

// Altinn: its key set is in ordinary base64 without alg (facts platform C.2); the certificate of x5c is what fits.
const exchanged = await (await fetch(`${origin}authentication/api/v1/exchange/maskinporten`, { headers: { authorization: `Bearer ${raw}` } })).text();
const openid = await json(`${origin}authentication/api/v1/openid/.well-known/openid-configuration`);
const { keys } = await json(openid.jwks_uri);
const header = decodeProtectedHeader(exchanged);
const published = keys.find((known) => known.kid === header.kid);
const pem = `-----BEGIN CERTIFICATE-----\n${published.x5c[0].match(/.{1,64}/g).join('\n')}\n-----END CERTIFICATE-----\n`;
const { payload } = await jwtVerify(exchanged, await importX509(pem, 'RS256'), { issuer: openid.issuer });
assert.equal(payload['urn:altinn:orgNumber'], sender.organisation);
assert.equal(new X509Certificate(pem).fingerprint.replaceAll(':', ''), header.kid);
assert.equal(published.alg, undefined);
const bytes = Buffer.from(published.n, 'base64');
assert.equal(bytes.toString('base64'), published.n, 'n is in ordinary base64');
const decoded = await importJWK({ ...published, n: bytes.toString('base64url'), e: Buffer.from(published.e, 'base64').toString('base64url') }, 'RS256');
await jwtVerify(exchanged, decoded, { issuer: openid.issuer });
console.log("Altinn's token: verified with the certificate of x5c, and with n and e read leniently");

// The assertion of broker-setup itself, taken at the token endpoint that it is told of.
const taken = [];
const listener = createServer((asked, answer) => {
  let body = '';
  asked.on('data', (part) => (body += part));
  asked.on('end', () => {
    taken.push(new URLSearchParams(body).get('assertion'));
    answer.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_request"}');
  });
});
await new Promise((listening) => listener.listen(0, '127.0.0.1', listening));
const here = `http://127.0.0.1:${listener.address().port}/`;
const answers = join(kit, 'sender-jose.toml');
writeFileSync(answers, readFileSync(join(kit, 'sender.toml'), 'utf8').replace(/^maskinporten = .*$/m, `maskinporten = "${here}"`));
// It does not get a token: that is not what is looked at.
await promisify(execFile)(program, ['check', 'client.token', '--answers', answers]).catch(() => {});
listener.close();
const own = taken.find(Boolean);
assert.ok(own, 'broker-setup sent an assertion');
const verified = await jwtVerify(own, createPublicKey(key), { issuer: sender.id, audience: here, maxTokenAge: '120s', algorithms: ['RS256'] });
assert.equal(verified.protectedHeader.kid, sender.kid);
assert.equal(verified.protectedHeader.x5c, undefined);
assert.ok(verified.payload.exp - verified.payload.iat <= 120);
assert.ok(verified.payload.jti);
console.log("broker-setup's assertion: verified with the posted key, for the issuer alone, 120 seconds at most");

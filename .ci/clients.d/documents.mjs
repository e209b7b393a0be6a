// The four published documents as one, under the prefixes that the platform has: prism stands in front of the platform as a whole.
//     node documents.mjs FOLDER > platform.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = [
  ['Broker', '', 'altinn-broker-v1.json'],
  ['Authentication', '/authentication/api/v1', 'altinn-platform-authentication-v1.json'],
  ['Events', '/events/api/v1', 'altinn-platform-events-v1.json'],
  ['Registry', '/resourceregistry/api/v1', 'altinn-resource-registry-v1.json'],
];

// Not for an organisation that uses Broker, and so recursive that prism does not come to an end with it: .NET's own types.
const LEFT_OUT = [/^\/events\/api\/v1\/(app|events|inbound|outbound|storage)/, /\/subscriptions\/validate\//];

// OpenAPI 3.0 says `nullable`, 3.1 says null; names of schemas must not meet; security is not what is looked at here.
function rewritten(value, service) {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, service));
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...rest } = value;
  const members = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, rewritten(member, service)]));
  if (typeof members.$ref === 'string') members.$ref = members.$ref.replace('#/components/schemas/', `#/components/schemas/${service}.`);
  return nullable === true ? { anyOf: [members, { type: 'null' }] } : members;
}

const whole = { openapi: '3.1.0', info: { title: 'Altinn platform', version: '1' }, paths: {}, components: { schemas: {} } };
for (const [service, prefix, file] of FILES) {
  const document = JSON.parse(readFileSync(join(process.argv[2], file), 'utf8'));
  for (const [path, operations] of Object.entries(document.paths)) {
    if (LEFT_OUT.some((left) => left.test(prefix + path))) continue;
    for (const operation of Object.values(operations)) delete operation.security;
    whole.paths[prefix + path] = rewritten(operations, service);
  }
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    whole.components.schemas[`${service}.${name}`] = rewritten(schema, service);
  }
}

// Schemas that no operation leads to cost prism its start.
const reached = new Set();
(function reach(value) {
  for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (reached.has(name)) continue;
    reached.add(name);
    if (whole.components.schemas[name]) reach(whole.components.schemas[name]);
    else whole.components.schemas[name] = {}; // The document refers to what it does not have.
  }
})(whole.paths);
whole.components.schemas = Object.fromEntries(Object.entries(whole.components.schemas).filter(([name]) => reached.has(name)));
console.log(JSON.stringify(whole));

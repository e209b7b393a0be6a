// Distils what the tests hold of the OpenAPI documents that the services publish: path, method, parameters, status, content type,
// members, types, what is required. Their prose is other people's writing, and stays out.
//     node docs/facts/published-api.mjs FOLDER > docs/facts/published-api.json
// FOLDER holds the four documents. They become one, under the prefixes that the platform has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENTS = [
  ['Broker', '', 'altinn-broker-v1.json'],
  ['Authentication', '/authentication/api/v1', 'altinn-platform-authentication-v1.json'],
  ['Events', '/events/api/v1', 'altinn-platform-events-v1.json'],
  ['Registry', '/resourceregistry/api/v1', 'altinn-resource-registry-v1.json'],
];

// Not for an organisation that uses Broker, and so recursive that a reader does not come to an end with it: .NET's own types.
const LEFT_OUT = [/^\/events\/api\/v1\/(app|inbound|outbound|storage)/, /\/subscriptions\/validate\//];

const PROSE = ['description', 'summary', 'title', 'example', 'examples', 'tags', 'operationId', 'security', 'externalDocs', 'readOnly', 'deprecated'];
// Members of these objects are names of the API, whatever they are called.
const NAMES = ['properties', 'patternProperties', 'responses', 'content', 'headers', 'encoding', 'schemas'];

// OpenAPI 3.0 says `nullable`, 3.1 says null; names of schemas of two documents must not meet.
function distilled(value, service, isNames = false) {
  if (Array.isArray(value)) return value.map((item) => distilled(item, service));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([name]) => isNames || !PROSE.includes(name));
  const members = Object.fromEntries(kept.map(([name, member]) => [name, distilled(member, service, !isNames && NAMES.includes(name))]));
  if (isNames) return members;
  if (typeof members.$ref === 'string') members.$ref = members.$ref.replace('#/components/schemas/', `#/components/schemas/${service}.`);
  const { nullable, ...rest } = members;
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

// Every response must have a description to be a document at all.
const described = (operation) => {
  for (const response of Object.values(operation.responses ?? {})) response.description = '';
  return operation;
};

const whole = { openapi: '3.1.0', info: { title: 'What the tests hold of the published documents', version: '1' }, paths: {}, components: { schemas: {} } };
for (const [service, prefix, file] of DOCUMENTS) {
  const document = JSON.parse(readFileSync(join(process.argv[2], file), 'utf8'));
  for (const [path, operations] of Object.entries(document.paths)) {
    if (LEFT_OUT.some((left) => left.test(prefix + path))) continue;
    const kept = Object.entries(operations).filter(([method]) => !PROSE.includes(method));
    whole.paths[prefix + path] = Object.fromEntries(
      kept.map(([method, operation]) => [method, Array.isArray(operation) ? distilled(operation, service) : described(distilled(operation, service))]),
    );
  }
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    whole.components.schemas[`${service}.${name}`] = distilled(schema, service);
  }
}

// Only what an operation leads to.
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
console.log(JSON.stringify(whole, null, 1));

// What prism is given of the published documents: not Events' own events, whose schema is so recursive (.NET's own types) that prism
// does not come to an end with it, and no schema that no operation leads to, which would cost it its start.
//     node documents.mjs published-api.json > platform.json
import { readFileSync } from 'node:fs';

const whole = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const path of Object.keys(whole.paths)) if (path.startsWith('/events/api/v1/events')) delete whole.paths[path];
const reached = new Set();
(function reach(value) {
  for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (reached.has(name)) continue;
    reached.add(name);
    reach(whole.components.schemas[name]);
  }
})(whole.paths);
whole.components.schemas = Object.fromEntries(Object.entries(whole.components.schemas).filter(([name]) => reached.has(name)));
console.log(JSON.stringify(whole));

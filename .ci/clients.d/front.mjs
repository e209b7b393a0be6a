// Stands in front of prism. What the documents have goes through prism, whose violations are written down; what is newer than the
// documents goes straight to the sandbox, and must be on the list. Until SIGUSR1 everything goes straight to the sandbox.
//     node front.mjs DOCUMENT DIFFERENCES PRISM SANDBOX     prints its own address, then, told to end, one line for each finding
import { createServer, request } from 'node:http';
import { readFileSync } from 'node:fs';

const [, , documentFile, differencesFile, prism, sandbox] = process.argv;
const templates = Object.entries(JSON.parse(readFileSync(documentFile, 'utf8')).paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path, pattern: pattern(path) })),
);
const { newer, violations } = JSON.parse(readFileSync(differencesFile, 'utf8'));
const findings = new Map();
const used = new Set();
let judging = false;
let calls = 0;

function pattern(path) {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i');
}

function find(method, path) {
  const fitting = templates.filter((known) => known.method === method && known.pattern.test(path));
  // The most literal of them.
  return fitting.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

function note(finding, explained) {
  if (explained) used.add(explained);
  else findings.set(finding, (findings.get(finding) ?? 0) + 1);
}

createServer((asked, answer) => {
  if (judging) calls += 1;
  const path = asked.url.split('?')[0];
  const late = newer.find((known) => known.method === asked.method && pattern(known.path).test(path));
  const operation = late || !judging ? undefined : find(asked.method, path);
  if (!operation && judging) note(`${asked.method} ${path} is in no document`, late);
  const target = new URL(asked.url, operation ? prism : sandbox);
  const passed = request(target, { method: asked.method, headers: { ...asked.headers, host: target.host } }, (heard) => {
    const { 'sl-violations': told, ...headers } = heard.headers;
    for (const violation of told && operation ? JSON.parse(told) : []) {
      const [side, where] = [violation.location[0], violation.location.slice(1).join('.').replace(/\.\d+/g, '.*')];
      const text = `${operation.method} ${operation.path} ${heard.statusCode} ${side} ${where}: ${violation.message}`;
      note(text, violations.find((known) => new RegExp(known.finding).test(text)));
    }
    answer.writeHead(heard.statusCode, headers);
    heard.pipe(answer);
  });
  passed.on('error', (error) => {
    note(`${asked.method} ${path}: ${error.message}`);
    answer.writeHead(502).end();
  });
  asked.pipe(passed);
}).listen(0, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}/`);
});

process.on('SIGUSR1', () => {
  judging = true;
});
process.on('SIGTERM', () => {
  for (const [finding, times] of [...findings].sort()) console.log(`VIOLATION ${finding} (${times})`);
  for (const known of [...newer, ...violations]) {
    if (!used.has(known)) console.log(`UNUSED ${JSON.stringify(known)}`);
  }
  console.log(`${calls} calls, ${findings.size} unexplained, ${used.size} known differences`);
  process.exit(findings.size === 0 && calls > 0 ? 0 : 1);
});

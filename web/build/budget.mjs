// Refuses a build whose parts have outgrown their budgets (gzip, in kB): a page is useful before it is rich.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const assets = 'dist/assets';
const budgets = [
  { name: 'shell', matches: (file) => /^index-.*\.js$/.test(file), limit: 100 },
  { name: 'graph', matches: (file) => /^graphCanvas-.*\.js$/.test(file), limit: 75 },
  { name: 'sparql', matches: (file) => /^(sparqlEditor|Sparql)-.*\.js$/.test(file), limit: 170 },
  { name: 'css', matches: (file) => file.endsWith('.css'), limit: 15 },
];

const files = readdirSync(assets);
let exceeded = false;
for (const { name, matches, limit } of budgets) {
  const kilobytes = files
    .filter(matches)
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length / 1000, 0);
  const verdict = kilobytes === 0 ? 'missing' : kilobytes > limit ? 'too large' : 'ok';
  console.log(`${name.padEnd(6)} ${kilobytes.toFixed(1).padStart(6)} kB of ${limit} kB  ${verdict}`);
  exceeded ||= verdict !== 'ok';
}
if (exceeded) {
  console.error(
    'The pages are over a budget, or a part is missing: move what is not needed at first into a lazy part.',
  );
  process.exit(1);
}

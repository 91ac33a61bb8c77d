// Refuses a build whose parts have outgrown their budgets (gzip, in kB): a page is useful before it is rich.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const built = 'dist';
const files = readdirSync(join(built, 'assets')).map((file) => `assets/${file}`);

/** The scripts that every page waits for: what index.html starts, and all that it loads ahead for that. */
function shell() {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  const tags = page.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const isScript = tag.startsWith('<script') || /\brel="(?:modulepreload|preload)"/.test(tag);
    const [, file] = (isScript && /\b(?:src|href)="\/([^"]+\.js)"/.exec(tag)) || [];
    return file === undefined ? [] : [file];
  });
}

const named = (pattern) => files.filter((file) => pattern.test(file));
const budgets = [
  { name: 'shell', parts: shell(), limit: 100 },
  { name: 'graph', parts: named(/\/graphCanvas-.*\.js$/), limit: 75 },
  { name: 'sparql', parts: named(/\/(sparqlEditor|Sparql)-.*\.js$/), limit: 170 },
  { name: 'css', parts: named(/\.css$/), limit: 15 },
];

let exceeded = false;
for (const { name, parts, limit } of budgets) {
  const sizes = parts.map((file) => gzipSync(readFileSync(join(built, file))).length / 1000);
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0);
  const verdict = kilobytes === 0 ? 'missing' : kilobytes > limit ? 'too large' : 'ok';
  console.log(`${name.padEnd(6)} ${kilobytes.toFixed(1).padStart(6)} kB of ${limit} kB  ${verdict}`);
  if (verdict === 'too large')
    parts.forEach((file, index) => console.log(`       ${sizes[index]?.toFixed(1).padStart(6)} kB ${file}`));
  exceeded ||= verdict !== 'ok';
}
if (exceeded) {
  console.error(
    'The pages are over a budget, or a part is missing: move what is not needed at first into a lazy part.',
  );
  process.exit(1);
}

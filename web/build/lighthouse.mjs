// Prints what Lighthouse says of the pages that are read, of the Clew at CLEW_URL with the library that ships:
// CLEW_URL=http://localhost:8080 CHROMIUM=/usr/bin/chromium npm run lighthouse. Ends with 1 where a page is below the aim.
// Names of pages behind it (npm run lighthouse -- home paths) leave out the others.
// Lighthouse is fetched by npx when it is asked for: with all that it brings it is larger than everything else here.
import { spawnSync } from 'node:child_process';

const version = '12.8.2';
const aim = 95;
const categories = ['accessibility', 'best-practices'];
const pages = {
  home: '/',
  claim: '/insight/kratsios-owned-hardware',
  thing: '/entity/sovereignty',
  person: '/entity/michael-kratsios',
  podcast: '/source/practical-ai',
  episode: '/source/practical-ai-281',
  relation: '/relations/enables',
  topic: '/topics/sovereignty',
  paths: '/paths?from=compute&via=sovereignty&to=alliance',
  meanings: '/framings/sovereignty',
  disputes: '/conflicts',
  compare: '/compare?entity=united-states&entity=china',
  changes: '/changes',
};

const address = process.env.CLEW_URL?.replace(/\/$/, '');
if (!address) {
  console.error('Set CLEW_URL to the address of a running Clew, for example CLEW_URL=http://localhost:8080.');
  process.exit(2);
}

/** What Lighthouse reports of a page. */
function report(place) {
  const words = [
    `${address}${place}`,
    `--only-categories=${categories.join(',')}`,
    '--output=json',
    '--quiet',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const { status, stdout, stderr } = spawnSync('npx', ['--yes', `lighthouse@${version}`, ...words], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, ...(process.env.CHROMIUM && { CHROME_PATH: process.env.CHROMIUM }) },
  });
  if (status !== 0) throw new Error(`Lighthouse ended with ${status} for ${place}: ${stderr}`);
  return JSON.parse(stdout);
}

/** What costs a page points, a line each, with the first elements that it is about. */
function costs({ audits, categories: found }) {
  const asked = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return asked
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => {
      const where = (details?.items ?? []).slice(0, 3).map(({ node }) => node?.selector ?? '');
      return `  ${id}: ${title} ${where.join(' · ')}`;
    });
}

console.log(`| page | ${categories.join(' | ')} |\n|---|---|---|`);
let below = false;
const wanted = process.argv.slice(2);
for (const [name, place] of Object.entries(pages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const result = report(place);
  const scores = categories.map((category) => Math.round(100 * result.categories[category].score));
  below ||= scores.some((score) => score < aim);
  console.log(`| ${name} | ${scores.join(' | ')} |`);
  costs(result).forEach((line) => console.error(line));
}
process.exit(below ? 1 : 0);

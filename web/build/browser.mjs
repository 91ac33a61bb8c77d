// Runs the browser journeys against the server at CLEW_URL with the Chromium at CHROMIUM or on the path.
// Without a Chromium the journeys are skipped and said to be; CLEW_BROWSER=required makes that a failure.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, isExecutable } from './chromium.mjs';

const chromium = findChromium();
const required = process.env.CLEW_BROWSER === 'required';
if (!process.env.CLEW_URL) {
  console.error('Set CLEW_URL to the address of a running Clew, for example CLEW_URL=http://localhost:8080.');
  process.exit(2);
}
if (!chromium || !isExecutable(chromium)) {
  const say = chromium ? `No browser at CHROMIUM=${chromium}` : 'No Chromium on the path';
  console.error(
    `${say}: the browser journeys ${required ? 'cannot run' : 'are skipped'}. Install chromium or set CHROMIUM.`,
  );
  process.exit(required ? 1 : 0);
}
// Those that publish come last, one by one: the others read the library as it ships. One run would sort its files itself.
const publishing = ['evening', 'remarks', 'curating', 'listening', 'payloads'].map(
  (name) => `${name}.test.mjs`,
);
const reading = readdirSync('browser').filter(
  (file) => file.endsWith('.test.mjs') && !publishing.includes(file),
);
const failed = [reading, ...publishing.map((file) => [file])].filter((files) => {
  const journeys = files.map((file) => join('browser', file));
  const run = spawnSync(process.execPath, ['--test', '--test-concurrency=1', ...journeys], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium },
  });
  return run.status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);

// node pages.mjs build: installs what package-lock.json names when it changed, and builds dist/ when a source changed.
// node pages.mjs check: types, lint, format and unit tests.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const LEAST = [20, 19];

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
    console.error(
      `The pages are built with Node ${LEAST.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
    );
    process.exit(1);
  }
}

function npm(...words) {
  const { status, error } = spawnSync('npm', words, {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`npm could not be started: ${error.message}. It comes with Node; check the path.`);
  if (status !== 0) process.exit(status ?? 1);
}

function changedAt(path) {
  const stat = statSync(join(here, path), { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(join(here, path)).map((name) => changedAt(join(path, name))));
}

function install() {
  if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) npm('ci');
}

function build() {
  const sources = [
    'src',
    'public',
    'index.html',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'vite.config.ts',
    'build/types.mjs',
    '../src/main/resources/dev/clew/web/http/schemas',
  ];
  if (changedAt('dist/index.html') < Math.max(...sources.map(changedAt))) npm('run', '--silent', 'build');
}

requireNode();
install();
if (process.argv[2] === 'check') npm('run', '--silent', 'check');
else build();

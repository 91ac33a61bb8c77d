// Prints for how long the explorer keeps the page from answering, at the most things that one picture holds:
// CLEW_URL=http://localhost:8080 CHROMIUM=/usr/bin/chromium node browser/freezes.mjs
// The library needs as many things; src/docs/bench.md says how to invent one. `--fail` ends with 1 where a task took too long.
// Of each step: the longest task of the page's thread by the clock and in processor time, which says more on a busy machine.
import { address, ask, launch, settled } from './browser.mjs';

const most = 2000;
const limitMs = 50;

/** Ids of things, those with most around them first. */
async function things() {
  const ids = [];
  for (let cursor = ''; ids.length < most;) {
    const { hits, nextCursor } = await ask(`/api/search?type=entity&limit=100${cursor}`);
    ids.push(...hits.map(({ id }) => id));
    if (!nextCursor) break;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return ids.slice(0, most);
}

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
context.setDefaultTimeout(60_000);
const page = await context.newPage();
const ids = await things();
await page.goto(`${address}/explore?nodes=${ids[0]}`);
await settled(page);
await page.evaluate(() => {
  globalThis.freezes = [];
  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ duration }) => globalThis.freezes.push(Math.round(duration))),
  ).observe({ type: 'longtask' });
});

/** The tasks of the page's own thread, in milliseconds, by the clock and in processor time. */
function tasks(trace) {
  const { traceEvents } = JSON.parse(trace);
  const main = traceEvents.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const ours = traceEvents.filter(
    ({ tid, pid, name }) => tid === main?.tid && pid === main?.pid && /RunTask/.test(name),
  );
  return ours.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }));
}

let longest = 0;

/** Does something, waits until it is shown, and prints the longest tasks that it took. */
async function measure(what, action) {
  await page.evaluate(() => (globalThis.freezes = []));
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
  });
  await action();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2500);
  const took = tasks((await browser.stopTracing()).toString());
  const freezes = await page.evaluate(() => globalThis.freezes);
  const [clock, processor] = ['clock', 'processor'].map((by) => Math.max(0, ...took.map((task) => task[by])));
  longest = Math.max(longest, ...freezes);
  console.log(
    `| ${what.padEnd(34)} | ${String(freezes.length).padStart(3)} | ${clock.toFixed(0).padStart(4)} ms | ${processor.toFixed(0).padStart(4)} ms |`,
  );
}

const go = (place) => () => page.evaluate((to) => globalThis.history.pushState(null, '', to), place);
const state = (more = '') => `/explore#nodes=${ids.join(',')}${more}`;
const box = async () => page.locator('.graph-box').boundingBox();
const arranged = () => page.waitForFunction(() => globalThis.document.querySelector('.graph-box canvas'));

/** Moves the mouse over the middle of the picture, with or without a button held. */
async function sweep(steps = 40) {
  const { x, y, width, height } = await box();
  for (let step = 0; step < steps; step++)
    await page.mouse.move(
      x + width * (0.3 + (0.4 * step) / steps),
      y + height * (0.45 + 0.1 * Math.sin(step)),
    );
}

async function drag() {
  const { x, y, width, height } = await box();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await sweep();
  await page.mouse.up();
}

console.log(
  `${ids.length} things, ${await page.evaluate(() => globalThis.navigator.hardwareConcurrency)} cores\n`,
);
console.log(
  '| step                               | over 50 ms | longest | of processor |\n|---|---|---|---|',
);
await measure('bring all in, arrange', async () => {
  await go(state())();
  await page.getByText(/^[\d,]+ things/).waitFor();
  await arranged();
  await page.waitForTimeout(15_000);
});
await measure('point at things', sweep);
await measure('move the ground', drag);
await measure('zoom by the wheel', async () => {
  await page.mouse.move(640, 450);
  for (let step = 0; step < 6; step++) await page.mouse.wheel(0, -240);
  await page.waitForTimeout(400);
  for (let step = 0; step < 6; step++) await page.mouse.wheel(0, 240);
});
await measure('pick one', go(state(`&pick=${ids[3]}`)));
await measure('select 500', go(state(`&selected=${ids.slice(0, 500).join(',')}`)));
await measure('filter a relation', async () => {
  await page.getByRole('group', { name: 'Relations shown' }).getByRole('checkbox').first().click();
});
await measure('filter a kind', async () => {
  await page.getByRole('group', { name: 'Kinds shown' }).getByRole('checkbox').first().click();
});
await measure('two voices at least', async () => {
  await page.getByRole('combobox', { name: 'Voices, at least' }).selectOption('2');
});
await measure('undo', () => page.getByRole('button', { name: 'Undo' }).click());
await measure('redo', () => page.getByRole('button', { name: 'Redo' }).click());
await measure('hide 500', go(`/explore#nodes=${ids.slice(500).join(',')}`));
await measure('take that back', async () => {
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForTimeout(8000);
});
await measure('arrange in a circle', go(state('&arrangement=circle')));
await measure('arrange in layers', go(state('&arrangement=layers')));
await measure('show as list', go(state('&view=list')));
await measure('show as picture', async () => {
  await go(state())();
  await page.waitForTimeout(8000);
});
await browser.close();
console.log(`\nThe longest task over 50 ms took ${longest} ms${longest === 0 ? ': there was none' : ''}.`);
process.exit(process.argv.includes('--fail') && longest > limitMs ? 1 : 0);

// Prints for how long the explorer keeps the page from answering, at the most things that one picture holds:
// CLEW_URL=http://localhost:8080 CHROMIUM=/usr/bin/chromium node browser/freezes.mjs
import { ask, launch, open, settled } from './browser.mjs';

const most = 150;
const first = await ask('/api/search?type=entity&limit=100');
const second = await ask(`/api/search?type=entity&limit=100&cursor=${first.nextCursor}`);
const ids = [...first.hits, ...second.hits].slice(0, most).map(({ id }) => id);
const browser = await launch();
const { page } = await open(browser, `/explore?nodes=${ids[0]}`);
await settled(page);
await page.evaluate(() => {
  globalThis.freezes = [];
  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ duration }) => globalThis.freezes.push(Math.round(duration))),
  ).observe({ type: 'longtask' });
});

/** Does something, waits until it is shown, and prints the tasks of 50 ms and more that it took. */
async function measure(what, action) {
  await page.evaluate(() => (globalThis.freezes = []));
  await action();
  await settled(page);
  await page.waitForTimeout(1500);
  const freezes = await page.evaluate(() => globalThis.freezes);
  console.log(
    `${what.padEnd(28)} ${String(freezes.length).padStart(3)} over 50 ms, the longest ${Math.max(0, ...freezes)} ms`,
  );
}

const go = (place) => () => page.evaluate((to) => globalThis.history.pushState(null, '', to), place);
const all = `/explore?nodes=${ids.join(',')}`;
console.log(`${ids.length} things`);
await measure('bring all in', go(all));
await measure('pick one', go(`${all}&pick=${ids[3]}`));
await measure('arrange in layers', go(`${all}&arrangement=layers`));
await measure('arrange in a circle', go(`${all}&arrangement=circle`));
await measure('arrange by closeness again', go(all));
await browser.close();

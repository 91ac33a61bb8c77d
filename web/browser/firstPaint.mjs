// Prints when a page of the library first shows something, and when its content stands:
// CLEW_URL=http://localhost:8080 CHROMIUM=/usr/bin/chromium node browser/firstPaint.mjs
// Each time is that of a visitor who has nothing in the cache. `--fail` ends with 1 where the median of the first paint
// of home is over a second, the aim of issue 6 on loopback.
import { firstPaint, launch, open, settled } from './browser.mjs';

const limitMs = 1000;
const rounds = 5;
const pages = [
  { name: 'home', place: '/', content: '.drawn .thread' },
  { name: 'claim', place: '/insight/kratsios-owned-hardware', content: 'main h1' },
  { name: 'thing', place: '/entity/sovereignty', content: 'main h1' },
  { name: 'explorer', place: '/explore?nodes=compute,sovereignty', content: '.graph-box canvas' },
];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await launch();
let first;
console.log('| page     | first paint | its content |\n|---|---|---|');
for (const { name, place, content } of pages) {
  const [paints, stands] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const { page } = await open(browser, place);
    await page.locator(content).first().waitFor();
    stands.push(await page.evaluate(() => performance.now()));
    paints.push(await firstPaint(page));
    await settled(page);
    await page.context().close();
  }
  const [paint, stand] = [median(paints), median(stands)];
  first ??= paint;
  console.log(
    `| ${name.padEnd(8)} | ${paint.toFixed(0).padStart(8)} ms | ${stand.toFixed(0).padStart(8)} ms |`,
  );
}
await browser.close();
process.exit(process.argv.includes('--fail') && first > limitMs ? 1 : 0);

import assert from 'node:assert/strict';
// What every journey needs: one Chromium, pages that report what goes wrong in them, screenshots as build output.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const address = process.env.CLEW_URL.replace(/\/$/, '');
const screenshots = process.env.CLEW_SCREENSHOTS ?? 'target/screenshots';
const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const patience = 15_000;
const loading = new WeakMap();

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
];

/** A Chromium without a network of its own. */
export const launch = (extra = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM, args: [...flags, ...extra] });

/**
 * A fresh page. Its `complaints` collect script errors, refused content (content security policy) and requests to
 * other hosts; a journey ends by expecting none. With a `session` of people.mjs it is that of somebody signed in.
 */
export async function open(browser, place, { width = 1280, height = 800, dark = false, session } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  context.on('page', watch);
  if (session) await context.addCookies([{ ...session.cookie, url: address }]);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(`refused: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== address) complaints.push(`other host: ${url.href}`);
  });
  await page.goto(address + place);
  return { page, complaints };
}

/** Ends every page of a journey: left open, each would go on drawing beside the next. */
export const closePages = (browser) => Promise.all(browser.contexts().map((context) => context.close()));

function watch(page) {
  const requests = new Set();
  loading.set(page, requests);
  // A worker that is ended while its script loads never tells that this ended too.
  const counts = (request) => !/\/\w+Worker-/.test(request.url());
  page.on('request', (request) => counts(request) && requests.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => requests.delete(request));
  return requests;
}

/** Waits until a frame has been drawn with all that was changed so far. */
const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Waits until nothing is loading: no skeleton, no picture that is still drawn, and no open request for three frames, since what comes may ask for more. */
export async function settled(page) {
  await page.waitForLoadState();
  const requests = loading.get(page) ?? watch(page);
  const latest = performance.now() + patience;
  for (let calm = 0; calm < 3;) {
    await drawn(page);
    calm = requests.size === 0 ? calm + 1 : 0;
    const open = [...requests].map((request) => request.url());
    assert.ok(performance.now() < latest, `still loading after ${patience} ms: ${open.join(', ')}`);
  }
  await page.locator('.skeleton, .graph-box[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Ends when so many are shown; a page may show what it had until its answer is there. */
export async function exactly(shown, wanted) {
  if (wanted > 0) await shown.nth(wanted - 1).waitFor({ state: 'attached' });
  await shown.nth(wanted).waitFor({ state: 'detached' });
  assert.equal(await shown.count(), wanted);
}

/** The serious and critical findings of axe on what is shown, each as one line. */
export async function findings(page) {
  // The page's own policy forbids scripts from elsewhere, so axe comes in over the debugging connection.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  // Colours and sizes that were just changed are computed as they were until a frame has been drawn.
  await drawn(page);
  // Every rule is applied; what passed is neither described nor sent, which is most of the time it takes.
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run({ resultTypes: ['violations'] });
    return found.violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
}

/** How far the page is wider than its window, in pixels. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** When something was first shown of the page that was loaded last, in milliseconds after it was asked for. */
export const firstPaint = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (!paint) return;
          observer.disconnect();
          resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

export async function picture(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Presses Tab until what has the focus answers to `wanted`; a keyboard reader has no other way. */
export async function tabTo(page, wanted, most = 80) {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      const label =
        focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent;
      return label?.trim() ?? '';
    });
    if (wanted.test(name)) return name;
  }
  throw new Error(`${most} Tabs did not reach ${wanted}`);
}

/** Reads an answer of the API itself, to compare a page with it. */
export async function ask(path) {
  const answer = await fetch(address + path, { headers: { Accept: 'application/json' } });
  return answer.json();
}

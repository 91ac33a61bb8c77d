import assert from 'node:assert/strict';
// What every journey needs: one Chromium, pages that report what goes wrong in them, screenshots as build output.
import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const address = process.env.CLEW_URL.replace(/\/$/, '');
const screenshots = process.env.CLEW_SCREENSHOTS ?? 'target/screenshots';

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
  context.setDefaultTimeout(15_000);
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

/** Waits until nothing is loading: no skeleton, no open request. */
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
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
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // Colours and sizes that were just changed are computed as they were until a frame has been drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
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

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import {
  ask,
  closePages,
  exactly,
  findings,
  launch,
  open,
  overflow,
  picture,
  settled,
  tabTo,
} from './browser.mjs';
import { admin } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

/** The pages that are read. */
const pages = {
  podcast: '/source/practical-ai',
  episode: '/source/practical-ai-281',
  person: '/entity/daniel-whitenack?about=ai-regulation',
  relation: '/relations/enables',
  relations: '/relations',
  topic: '/topics/ai-hardware',
  compare: '/compare?entity=united-states&entity=china',
  'compare-nothing': '/compare',
  thing: '/entity/sovereignty',
  'panel-path': '/embed/path?from=compute&via=sovereignty&to=alliance',
  'panel-thing': '/embed/entity/sovereignty',
  'panel-claim': '/embed/insight/kratsios-owned-hardware',
};

const screens = [
  { name: 'wide', width: 1280, height: 800, dark: false },
  { name: 'narrow-dark', width: 400, height: 850, dark: true },
];

for (const [name, place] of Object.entries(pages)) {
  for (const screen of screens) {
    test(`${name} has no serious finding and fits its window: ${screen.name}`, async () => {
      const { page, complaints } = await open(browser, place, screen);
      await page.locator('main h1').first().waitFor();
      await settled(page);
      await picture(page, `${name}-${screen.name}`);
      assert.deepEqual(await findings(page), []);
      assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
      assert.deepEqual(complaints, []);
    });
  }
}

test('the claims of an episode stand along its time, one Tab and arrow keys away, each with its quote', async () => {
  const { page, complaints } = await open(browser, pages.episode);
  await page.locator('.time-bar a').first().waitFor();
  const { claims } = await ask('/api/sources/practical-ai-281/claims');
  const timed = claims.filter(({ start }) => start !== undefined);
  await exactly(page.locator('.time-bar a'), timed.length);
  await page.locator('main h1').focus();
  await tabTo(page, new RegExp(timed[0].text.slice(0, 20)));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator(`#claim-${timed[1].id}.chosen`).waitFor();
  await page.waitForFunction((id) => document.activeElement?.id === id, `claim-${timed[1].id}`);
  assert.equal(
    await page.locator(`#claim-${timed[1].id} .claim-text a`).getAttribute('href'),
    `/insight/${timed[1].id}`,
  );
  assert.deepEqual(complaints, []);
});

test('a podcast lists its episodes by year, with who takes part, and leads to each', async () => {
  const { page, complaints } = await open(browser, pages.podcast);
  await page.locator('.episodes > li').first().waitFor();
  const podcast = await ask('/api/sources/practical-ai');
  await exactly(page.locator('.episodes > li'), podcast.counts.episodes);
  await page.getByRole('link', { name: 'Practical AI, episode 281' }).first().click();
  await page.waitForURL('**/source/practical-ai-281');
  await page.locator('.time-bar').waitFor();
  assert.deepEqual(complaints, []);
});

test('two nations stand side by side: the numbers are those of the API, and every edge opens to its claims', async () => {
  const { page, complaints } = await open(browser, pages.compare);
  await page.locator('.compare-sum').waitFor();
  const { counts, only } = await ask('/api/compare?entity=united-states&entity=china');
  assert.ok((await page.locator('.compare-sum').innerText()).startsWith(`${counts.shared} connection`));
  await exactly(page.locator('#shared .compare-rows > li'), counts.shared);
  assert.equal(
    await page.locator('#only .edge-item').count(),
    only.reduce((sum, { edges }) => sum + edges.length, 0),
  );
  await page.locator('#between summary').first().click();
  await page.locator('#between .claim-card').first().waitFor();
  await page.locator('#shared summary').first().click();
  await page.locator('#shared .evidence').first().waitFor();
  await page.getByRole('combobox', { name: 'Compared' }).fill('France');
  await page
    .getByRole('option', { name: /^France ?Nation/ })
    .first()
    .click();
  await page.waitForURL('**/compare?entity=united-states&entity=china&entity=france');
  await settled(page);
  await exactly(page.locator('#only section'), 3);
  assert.deepEqual(complaints, []);
});

test('a person’s claims stand by topic and over time, with what is said told apart from what is believed', async () => {
  const { page, complaints } = await open(browser, pages.person);
  await page.locator('.person-claims .claim-card').first().waitFor();
  await page
    .locator('.topic-list')
    .getByRole('link', { name: /^AI regulation/ })
    .click();
  await page.waitForURL('**/entity/daniel-whitenack?about=ai-regulation');
  const { held } = await ask('/api/entities/daniel-whitenack/positions');
  const { claims } = held.find(({ topic }) => topic?.id === 'ai-regulation');
  await page.getByText(new RegExp(`^${claims.length} claims on AI regulation`)).waitFor();
  await exactly(page.locator('.dated-claims > li'), claims.length);
  await page.getByRole('button', { name: /^believed and said/ }).click();
  await page.waitForURL('**/entity/daniel-whitenack?about=ai-regulation&as=both');
  const both = claims.filter(
    ({ holder, speaker }) => holder?.id === 'daniel-whitenack' && speaker?.id === 'daniel-whitenack',
  );
  await exactly(page.locator('.dated-claims > li'), both.length);
  assert.deepEqual(complaints, []);
});

test('every line of a thing’s small map leads to the claims behind it', async () => {
  const { page, complaints } = await open(browser, '/entity/sovereignty');
  await page.locator('.mini-map a.spoke').first().waitFor();
  const places = await page
    .locator('.mini-map a.spoke')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.ok(places.length >= 2);
  for (const place of places)
    assert.match(place, /^\/(insight\/|search\?type=insight&|entity\/[a-z0-9-]+#facts)/);
  const claim = places.find((place) => place.startsWith('/insight/'));
  if (claim) {
    await page.locator(`.mini-map a[href="${claim}"]`).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${claim}`);
    await page.locator('main h1').waitFor();
  }
  assert.deepEqual(complaints, []);
});

test('a relation says what it means, and its edges open to their claims', async () => {
  const { page, complaints } = await open(browser, '/entity/sovereignty');
  await page.locator('.edge-group h3 a').first().click();
  await page.waitForURL('**/relations/*');
  await page.goto(page.url().replace(/relations\/.*/, 'relations/enables'));
  const { relations } = await ask('/api/relations');
  const enables = relations.find(({ id }) => id === 'enables');
  await page.getByText(enables.definition).first().waitFor();
  await page.getByText(enables.inverseLabel, { exact: true }).first().waitFor();
  await page.locator('.edge-row button').first().click();
  await page.locator('.edge-row .claim-card').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('a topic names who holds claims under it, and leads to theirs', async () => {
  const { page, complaints } = await open(browser, pages.topic);
  const found = await ask('/api/search?type=insight&topic=ai-hardware&limit=1');
  await page.locator('aside').getByText(`${found.total} claims`).waitFor();
  await page.locator('aside').getByRole('link', { name: 'Nicholas Harris' }).click();
  await page.waitForURL('**/entity/nicholas-harris?about=ai-hardware');
  await page.locator('.dated-claims .claim-card').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('a panel stands inside another site, and its links open beside it', async () => {
  const { page } = await open(browser, pages.thing);
  await page.getByText('Show it on another site').click();
  const snippet = await page.locator('.embed-offer code').innerText();
  // Another origin on this machine: a browser keeps pages of public hosts from framing what is local.
  const another = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`<!doctype html><title>Another</title>${snippet}`);
  });
  await new Promise((listening) => another.listen(0, '127.0.0.1', listening));
  after(() => another.close());
  await page.goto(`http://127.0.0.1:${another.address().port}/`);
  const panel = page.frameLocator('iframe');
  await panel.getByRole('heading', { level: 1, name: 'AI sovereignty' }).waitFor();
  await panel.locator('.edge-item').first().waitFor();
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    panel.getByRole('link', { name: /^Open in Clew/ }).click(),
  ]);
  await beside.waitForURL('**/entity/sovereignty');
  await page.evaluate((inside) => {
    document.querySelector('iframe').src = inside;
  }, new URL(pages.thing, beside.url()).href);
  await page.waitForFunction(() => window.frames.length === 1);
  assert.equal(await panel.locator('main h1').count(), 0, 'no other page may be framed');
});

test('the signed-in navigation keeps one row at 400 px', async () => {
  const { page } = await open(browser, '/', { width: 400, height: 800, session: await admin() });
  await page.getByRole('link', { name: 'Review' }).waitFor();
  const tops = await page
    .locator('nav[aria-label="Pages"] a')
    .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
  assert.equal(new Set(tops).size, 1, tops.join());
});

test('on paper the pages leave out what is pressed and keep what is read', async () => {
  for (const place of [
    pages.thing,
    pages.episode,
    '/paths?from=compute&via=sovereignty&to=alliance',
    '/explore?nodes=compute,sovereignty',
  ]) {
    const { page } = await open(browser, place);
    await page.locator('main h1').first().waitFor();
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    for (const pressed of ['.frame-head nav', '.lens', '.onward', '.search-box'])
      for (const one of await page.locator(pressed).all())
        assert.ok(!(await one.isVisible()), `${pressed} at ${place}`);
    assert.ok(await page.locator('main h1').first().isVisible(), place);
    const paper = await page.pdf({ format: 'A4' });
    assert.ok(paper.length > 5_000, place);
    await page.context().close();
  }
});

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { closePages, findings, launch, open, overflow, picture, settled, tabTo } from './browser.mjs';
import { admin } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

const pages = {
  brief: '/brief?follow=compute,sovereignty&span=all',
  home: '/',
  search: '/search?q=compute',
  claim: '/insight/kratsios-owned-hardware',
  thing: '/entity/sovereignty',
  source: '/source/seed-brief',
  paths: '/paths?from=compute&via=sovereignty&to=alliance',
  explorer:
    '/explore?thread=compute,sovereignty,stack-alignment,alliance&nodes=performance-gap,model-capability',
  list: '/explore?nodes=compute,sovereignty,stack-alignment,alliance&view=list',
  disputes: '/conflicts',
  questions: '/questions',
  answer: '/questions?ask=what-does-safety-mean',
  todo: '/to-do',
  'sign-in': '/sign-in',
  join: '/join',
  'add-for-nobody': '/add',
  nothing: '/no-such-page',
};

/** What only somebody with a role sees. */
const inside = {
  account: '/account',
  admin: '/admin',
  add: '/add',
  changes: '/changes',
  review: '/review',
  disputed: '/disputes',
  import: '/import',
  merge: '/merge?thing=compute&into=sovereignty',
  feeds: '/subscriptions',
};

const windows = [
  { name: 'wide', width: 1280, height: 800, extreme: 3840 },
  { name: 'narrow', width: 400, height: 850, extreme: 360 },
];

let session;
const signedIn = () => (session ??= admin());

for (const [name, place] of Object.entries({ ...pages, ...inside })) {
  test(`${name} has no serious finding and fits its window, wide and narrow, by day and by night`, async () => {
    const insider = name in inside ? await signedIn() : undefined;
    const { page, complaints } = await open(browser, place, { session: insider });
    await page.locator('main h1').waitFor();
    for (const { name: size, extreme, ...window } of windows) {
      await page.setViewportSize(window);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        await picture(page, `${name}-${size}${colorScheme === 'dark' ? '-dark' : ''}`);
        assert.deepEqual(await findings(page), [], `${size}, ${colorScheme}`);
        assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
      }
      await page.setViewportSize({ ...window, width: extreme });
      assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide for ${extreme}`);
    }
    assert.deepEqual(complaints, []);
  });
}

test('the whole way goes by keyboard alone: search, claim, thing, list, evidence, path', async () => {
  const { page, complaints } = await open(browser, '/');
  await tabTo(page, /^Skip to the content/);
  await tabTo(page, /^Search claims/);
  await page.keyboard.type('sovereignty');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=sovereignty');
  await settled(page);
  await page.goto(`${page.url()}&type=insight`);
  await settled(page);
  await page.locator('.hit.insight a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/insight/*');
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
  await tabTo(page, /^Explore what it links/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/explore?*');
  await settled(page);
  await tabTo(page, /^Show as list/);
  await page.keyboard.press('Space');
  await page.locator('.explorer-list').waitFor();
  await settled(page);
  const rows = page.locator('.list-edges tbody button');
  await tabTo(page, new RegExp(`^${(await rows.first().innerText()).split(' ')[0]}`));
  await page.keyboard.press('Enter');
  await page.locator('.picked-panel .claim-card').first().waitFor();
  assert.deepEqual(complaints, []);

  const form = await open(browser, '/paths');
  const choose = async (label, typed) => {
    await tabTo(form.page, label);
    await form.page.keyboard.type(typed);
    const first = form.page.locator('.menu.open li').first();
    await first.filter({ hasText: new RegExp(`^${typed} ?[A-Z]`) }).waitFor();
    await form.page.keyboard.press('Enter');
  };
  await choose(/^From$/, 'Compute');
  await choose(/^To$/, 'Alliance');
  await tabTo(form.page, /^Find paths$/);
  await form.page.keyboard.press('Enter');
  await form.page.waitForURL('**/paths?from=compute&to=alliance');
  await form.page.locator('.path-card.open .claim-card').first().waitFor();
  assert.deepEqual(form.complaints, []);
});

test('words of the glossary are explained on focus, and Escape takes the explanation away', async () => {
  const { page } = await open(browser, '/insight/kratsios-owned-hardware');
  const word = page.locator('.entries button.term').first();
  await word.waitFor();
  await page.locator('main h1').focus();
  await tabTo(page, /^Believed by$/);
  const tip = page.locator('.entries .tip').first();
  assert.ok(await tip.isVisible());
  assert.equal(await word.getAttribute('aria-describedby'), await tip.getAttribute('id'));
  await page.keyboard.press('Escape');
  assert.ok(!(await tip.isVisible()));
});

test('without WebGL the explorer says so and the list still shows everything', async () => {
  const blind = await launch(['--disable-3d-apis']);
  try {
    const { page, complaints } = await open(blind, '/explore?nodes=compute,sovereignty');
    await page.getByText(/no WebGL 2/).waitFor();
    await page.locator('.explorer-list .list-nodes tbody tr').first().waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await blind.close();
  }
});

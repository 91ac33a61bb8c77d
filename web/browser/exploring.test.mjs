import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { address, ask, closePages, exactly, findings, launch, open, settled } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

/** A window so high that all of the picture stands in it. */
const tall = 1200;
const four = 'nodes=compute,sovereignty,united-states,china';

/** Where the picture stands, once it is drawn. */
async function drawn(page) {
  await page.locator('.graph-box canvas').first().waitFor();
  await settled(page);
  const { x, y, width, height } = await page.locator('.graph-box').boundingBox();
  return { x, y, width, middle: { x: x + width / 2, y: y + height / 2 } };
}

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

/** The edges between the four things, as the server tells them. */
async function edgesOfFour() {
  const entities = four.replace('nodes=', '').split(',');
  const answer = await fetch(`${address}/api/edges`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ entities }),
  });
  return (await answer.json()).edges;
}

test('a thing is dragged, stays there, is let go, and has a menu whose entries are buttons too', async () => {
  const { page, complaints } = await open(browser, '/explore?nodes=compute');
  const { middle } = await drawn(page);
  const there = { x: middle.x + 120, y: middle.y - 60 };
  await drag(page, middle, there);
  await page.waitForURL(/[?&]at=/);
  assert.doesNotMatch(page.url(), /pick=/, 'what is dragged is not picked');
  // Alone and opened anew it stands in the middle.
  await page.reload();
  const alone = await drawn(page);
  await page.mouse.click(alone.middle.x, alone.middle.y, { button: 'right' });
  const menu = page.getByRole('menu', { name: 'Compute' });
  await menu.waitFor();
  await page.keyboard.press('ArrowDown');
  await menu.getByRole('menuitem', { name: 'Select', exact: true }).click();
  await page.getByRole('region', { name: 'Selection' }).waitFor();
  await menu.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Take out of the selection' }).click();
  await page.getByRole('region', { name: 'Selection' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Let go of 1 placed' }).click();
  await page.waitForURL((url) => !url.search.includes('at='));
  assert.deepEqual(complaints, []);
});

test('a double click brings in a few, and the panel tells by relation what is left and brings in more', async () => {
  const { page, complaints } = await open(browser, '/explore?nodes=compute');
  const { middle } = await drawn(page);
  await page.mouse.dblclick(middle.x, middle.y);
  await page.getByText(/^6 things and /).waitFor();
  const panel = page.locator('.expansions').first();
  await panel.getByText(/not here yet/).waitFor();
  await page.getByRole('application').focus();
  await page.keyboard.press('e');
  const more = panel.getByRole('button').first();
  const count = Number(/^Show (\d+) more/.exec(await more.innerText())[1]);
  await page.waitForFunction(() => document.activeElement?.closest('.expansions'));
  await page.keyboard.press('Enter');
  await page.getByText(new RegExp(`^${6 + count} things and `)).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/^6 things and /).waitFor();
  assert.deepEqual(complaints, []);
});

test('several are framed and selected, others hidden, kinds isolated, voices and days filtered, keys listed', async () => {
  const { page, complaints } = await open(browser, `/explore?${four}`, { height: tall });
  const { x, y, width } = await drawn(page);
  await page.keyboard.down('Shift');
  await drag(page, { x: x + 4, y: y + 4 }, { x: x + width - 4, y: tall - 4 });
  await page.keyboard.up('Shift');
  await page.getByRole('heading', { name: '4 things selected' }).waitFor();
  await page.getByRole('button', { name: 'Select nothing' }).click();

  const kinds = page.getByRole('group', { name: 'Kinds shown' });
  const nation = kinds.getByRole('checkbox', { name: /^Nation/ });
  await nation.click({ modifiers: ['Alt'] });
  await page.getByText(/^2 things and /).waitFor();
  await exactly(kinds.getByRole('checkbox', { checked: true }), 1);
  await nation.click({ modifiers: ['Alt'] });
  await page.getByText(/^4 things and /).waitFor();

  const edges = await edgesOfFour();
  const heard = edges.filter(({ voicesFor }) => voicesFor >= 2).length;
  assert.ok(heard < edges.length, 'the library has edges of one voice to leave out');
  const connected = (count) => page.getByText(`4 things and ${count} connection${count === 1 ? '' : 's'}`);
  await connected(edges.length).waitFor();
  await page.getByRole('combobox', { name: 'Voices, at least' }).selectOption('2');
  await connected(heard).waitFor();
  await page.getByRole('button', { name: 'Show everything again' }).click();
  await page.locator('details.lens summary').click();
  const day = page.getByLabel('Said on or before');
  await day.fill('1990-01-01');
  await day.press('Enter');
  await page.waitForURL(/dateTo=1990-01-01/);
  await connected(0).waitFor();

  await page.locator('main h1').focus();
  await page.keyboard.press('?');
  await page.locator('.key-list[open]').getByText('on the picture: hide').waitFor();
  await page.keyboard.press('?');
  await page.locator('.key-list[open]').waitFor({ state: 'detached' });

  await page.goto(`${address}/explore?${four}&selected=compute,china`);
  await page.getByRole('button', { name: 'Hide others' }).click();
  await page.getByText(/^2 things and /).waitFor();
  await page.waitForURL(/nodes=compute,china&/);
  assert.deepEqual(complaints, []);
});

test('what a page lists opens in the explorer, as the page sees it', async () => {
  const { page, complaints } = await open(browser, '/common?entity=sovereignty&other=alliance');
  const { common } = await ask('/api/common?entity=sovereignty&other=alliance&direction=upstream');
  await page.getByRole('link', { name: `Explore these ${common.length + 2} things` }).click();
  await page.getByText(new RegExp(`^${common.length + 2} things and `)).waitFor();
  for (const place of ['/compare?entity=united-states&entity=china', '/relations/enables', '/thin-hops']) {
    await page.goto(address + place);
    const link = page.getByRole('link', { name: /^Explore these \d+ things$/ }).first();
    await link.waitFor();
    assert.match(await link.getAttribute('href'), /^\/explore\?nodes=/);
  }
  assert.deepEqual(complaints, []);
});

test('the picture of another time is covered, with words, until that time is drawn', async () => {
  const { page, complaints } = await open(browser, `/explore?${four}`);
  await drawn(page);
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route('**/api/edges*', async (route) => {
    await held;
    await route.continue();
  });
  await page.evaluate(
    (place) => globalThis.history.pushState(null, '', place),
    `/explore?${four}&asOf=2000-01-01`,
  );
  const words = 'Loading what is seen by everybody, as of the end of 2000-01-01 (UTC) …';
  await page.locator('.graph-cover').getByText(words).waitFor();
  const status = page.getByRole('group', { name: 'Exploration' }).getByRole('status');
  assert.equal(await status.textContent(), words);
  assert.deepEqual(await findings(page), []);
  // Taken back before it has come, the picture is there as it was.
  await page.goBack();
  await page.locator('.graph-cover').waitFor({ state: 'detached' });
  await page.goForward();
  await page.locator('.graph-cover').waitFor();
  await page.getByRole('button', { name: 'Show as list' }).click();
  await page.getByRole('status', { name: words }).waitFor();
  assert.equal(await page.locator('.list-edges').count(), 0);
  await page.getByRole('button', { name: 'Show as picture' }).click();
  await page.locator('.graph-cover').waitFor();
  answer();
  await page.locator('.graph-cover').waitFor({ state: 'detached' });
  await status.getByText('4 things and 0 connections').waitFor();
  assert.deepEqual(complaints, []);
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import {
  address,
  ask,
  closePages,
  exactly,
  findings,
  launch,
  open,
  overflow,
  picture,
  settled,
} from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

const shown = '/explore?thread=compute,sovereignty,stack-alignment,alliance&nodes=china';

/** The file that a button gives. */
async function taken(page, name) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFile(await (await coming).path());
}

/** The ids of records that stand as lines of JSON. */
const idsOf = (lines) =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)
    .sort();

test('what the explorer shows is taken away as picture, graph, table, linked data and note', async () => {
  const { page, complaints } = await open(browser, shown);
  await settled(page);
  await page.locator('.graph-box canvas').first().waitFor();
  await page.getByText('Take it away').click();
  const svg = (await taken(page, 'SVG')).toString();
  assert.equal(svg.match(/<circle /g).length, 5);
  assert.match(svg, /Source: /);
  assert.ok(svg.includes('/explore?'), 'the caption gives the address');
  const png = await taken(page, 'PNG');
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  assert.ok(png.length > 10_000);
  for (const [name, node] of [
    ['GraphML', /<node id="([^"]+)"/g],
    ['GEXF', /<node id="([^"]+)"/g],
  ]) {
    const graph = (await taken(page, name)).toString();
    const ids = [...graph.matchAll(node)].map(([, id]) => id).sort();
    assert.deepEqual(ids, ['alliance', 'china', 'compute', 'sovereignty', 'stack-alignment'], name);
  }
  assert.match((await taken(page, 'Markdown')).toString(), /## Compute[^]*enables \[\[#AI sovereignty\]\]/);
  assert.match((await taken(page, 'CSV')).toString(), /compute/);
  assert.ok(JSON.parse((await taken(page, 'JSON-LD')).toString()));
  for (const name of ['TriG', 'N-Quads'])
    assert.match((await taken(page, name)).toString(), /entity\/stack-alignment/, name);
  assert.ok(idsOf((await taken(page, 'JSON Lines')).toString()).includes('stack-alignment'));
  assert.deepEqual(complaints, []);
});

/** The file that a link of the open fold gives. */
async function linked(page, name) {
  const coming = page.waitForEvent('download');
  await page.locator('.take-formats').getByRole('link', { name, exact: true }).click();
  return (await readFile(await (await coming).path())).toString();
}

const exported = ['TriG', 'N-Quads', 'JSON-LD', 'JSON Lines', 'CSV', 'GraphML'];

test('a search is taken away with its filters, in every format, and with what it refers to where wanted', async () => {
  const { page, complaints } = await open(browser, '/search?q=sovereignty&type=insight');
  await page.getByText('Take this away').click();
  const { total, hits } = await ask('/api/search?q=sovereignty&type=insight&limit=100');
  await page.getByText(`All ${total} results of this search, not only those shown.`).waitFor();
  for (const name of exported) assert.ok((await linked(page, name)).includes('sovereignty'), name);
  const found = idsOf(await linked(page, 'JSON Lines'));
  assert.equal(found.length, total);
  for (const { id } of hits) assert.ok(found.includes(id), id);
  await page.getByLabel('with all that they refer to').check();
  const whole = idsOf(await linked(page, 'JSON Lines'));
  assert.ok(whole.length > total && whole.includes('sovereignty'));
  assert.deepEqual(await findings(page), []);
  await picture(page, 'take-search');
  assert.deepEqual(complaints, []);
});

test('what is near a thing, and the whole library, are taken away from their pages', async () => {
  const { page, complaints } = await open(browser, '/entity/sovereignty', { width: 400, dark: true });
  await settled(page);
  await page.getByText('Take this away').click();
  const near = idsOf(await linked(page, 'JSON Lines'));
  const { edges } = await ask('/api/entities/sovereignty/edges?limit=1');
  for (const id of ['sovereignty', edges[0].subject.id, edges[0].object.id, edges[0].evidence[0]])
    assert.ok(near.includes(id), id);
  assert.ok((await overflow(page)) <= 0);
  assert.deepEqual(await findings(page), []);
  await picture(page, 'take-entity');
  await page.goto(`${address}/`);
  await page.getByText('Take the library away').click();
  const all = idsOf(await linked(page, 'JSON Lines'));
  assert.ok(near.every((id) => all.includes(id)) && all.length > near.length);
  assert.match(await linked(page, 'TriG'), /GRAPH|\{/);
  assert.ok((await overflow(page)) <= 0);
  await picture(page, 'take-library');
  assert.deepEqual(complaints, []);
});

test('a step of a path stands out on the canvas and in the list, whichever is pointed at', async () => {
  const { page, complaints } = await open(browser, '/paths?from=compute&via=sovereignty&to=alliance');
  await page.locator('.path-card.open .thread-step').first().waitFor();
  await settled(page);
  await page.locator('.path-canvas canvas').first().waitFor();
  const step = page.locator('.path-card.open .thread-step').first();
  await step.locator('a').nth(1).focus();
  await page.locator('.path-card.open .thread-step.lit').waitFor();
  await page.waitForTimeout(500);
  await picture(page, 'paths-step');
  await page.getByRole('button', { name: 'Find paths' }).focus();
  assert.equal(await page.locator('.thread-step.lit').count(), 0);
  const box = await page.locator('.path-canvas .graph-box').boundingBox();
  for (let x = 8; x < box.width; x += 5) {
    await page.mouse.move(box.x + x, box.y + box.height * 0.4);
    if ((await page.locator('.thread-step.lit, .knot.lit').count()) > 0) break;
  }
  assert.ok(
    (await page.locator('.thread-step.lit, .knot.lit').count()) > 0,
    'pointing at the canvas marks the list',
  );
  assert.deepEqual(complaints, []);
});

for (const [name, screen] of Object.entries({
  wide: { width: 1280, height: 800 },
  'narrow-dark': { width: 400, height: 850, dark: true },
})) {
  test(`the outline is walked by keys alone and keeps what is picked: ${name}`, async () => {
    const { page, complaints } = await open(browser, `${shown}&view=outline`, screen);
    await settled(page);
    await page.locator('[role=treeitem]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/pick=[^&]*~/);
    await page.locator('.picked-panel .claim-card').first().waitFor();
    await exactly(page.locator('[role=treeitem][aria-selected=true]'), 1);
    await picture(page, `outline-${name}`);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.waitForURL(/selected=compute/);
    await page.getByRole('button', { name: 'Show as picture' }).click();
    await page.getByRole('heading', { name: '1 thing selected' }).waitFor();
    assert.deepEqual(complaints, []);
  });
}

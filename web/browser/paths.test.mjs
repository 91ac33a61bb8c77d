import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { ask, closePages, exactly, findings, launch, open, overflow, picture, settled } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

const question = 'from=compute&to=alliance&via=sovereignty';
const owned = 'nodes=compute,sovereignty,stack-alignment,alliance';

/** The pages of questions, as a reader finds them filled. */
const pages = {
  opposing: `/paths?from=compute&to=alliance&${owned}&show=twin&open=0`,
  rests: `/paths?from=compute&to=alliance&${owned}&show=rests&open=0&off=kratsios-owned-hardware`,
  views: '/compare-lenses?entity=compute&a.holder=united-states&b.holder=white-house',
  whatif: '/what-if?entity=compute&by=100',
  thin: '/thin-hops',
  changed: '/what-changed?from=1',
  common: '/common?entity=sovereignty&other=alliance',
  framings: '/framings/sovereignty?from=compute&to=alliance',
  followed: '/entity/compute#downstream',
};

const screens = [
  { name: 'wide', width: 1280, height: 800, dark: false },
  { name: 'narrow-dark', width: 400, height: 850, dark: true },
];

for (const [name, place] of Object.entries(pages)) {
  for (const screen of screens) {
    test(`${name} has no serious finding and fits its window: ${screen.name}`, async () => {
      const { page, complaints } = await open(browser, place, screen);
      await page.locator('main h1').waitFor();
      await settled(page);
      await picture(page, `${name}-${screen.name}`);
      assert.deepEqual(await findings(page), []);
      assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
      assert.deepEqual(complaints, []);
    });
  }
}

/** The card of the path that is open. */
const openCard = (page) => page.locator('.path-card.open');

test('the path by owned hardware has its opposite beside it, step by step, with the warning', async () => {
  const { page, complaints } = await open(browser, `/paths?from=compute&to=alliance&${owned}`);
  await openCard(page).getByRole('button', { name: 'Opposing path' }).click();
  await page.waitForURL(/show=twin/);
  const answer = await ask(`/api/paths/twin?from=compute&to=alliance&${owned}&sign=%2B`);
  await page.getByText(answer.text).waitFor();
  assert.deepEqual(await page.locator('.twin-row .twin-between .mark').allInnerTexts(), [
    'the same step',
    'opposite',
    'the same step',
  ]);
  await exactly(page.locator('.twin .mark.shift'), answer.twin.shifts.length);
  await page.goto(page.url().replace('&show', '&framing=consistent&show'));
  await page.getByText('No opposing path in the evidence within 6 hops.').waitFor();
  await page.getByText(/^Searched: chains of up to 6 steps/).waitFor();
  assert.deepEqual(complaints, []);
});

test('unticking the one claim of a step says that the path is gone, and ticking it again that nothing changes', async () => {
  const { page, complaints } = await open(browser, `/paths?from=compute&to=alliance&${owned}`);
  await openCard(page).getByRole('button', { name: 'What rests on this' }).click();
  const claim = page.locator('.claim-ticks input');
  assert.equal(await claim.count(), 3);
  for (const tick of await claim.all()) assert.ok(await tick.isChecked());
  await claim.first().uncheck();
  await page.waitForURL(/off=/);
  const off = new URL(page.url()).searchParams.get('off');
  const rests = await ask(`/api/what-rests?from=compute&to=alliance&${owned}&without=${off}`);
  assert.equal(rests.path, undefined);
  await page.getByText('This path is gone').waitFor();
  await exactly(page.locator('.difference-list > li'), rests.differences.length);
  await claim.first().check();
  await page.getByText('This path is gone').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('a path is cited in five forms, and its permanent link shows it as of its change', async () => {
  const { page, complaints } = await open(browser, `/paths?${question}`);
  await openCard(page).getByRole('button', { name: 'Cite' }).click();
  await page.locator('.cite-path pre').waitFor();
  const { change } = await ask('/api/library');
  assert.match(await page.locator('.cite-path pre').innerText(), /\[1\]/);
  await page.getByRole('button', { name: 'BibTeX', exact: true }).click();
  assert.match(await page.locator('.cite-path pre').innerText(), /^@misc\{/);
  for (const [form, type] of [
    ['JSON-LD', 'application/ld+json'],
    ['GraphML', 'application/graphml+xml'],
  ]) {
    const file = await page.getByRole('link', { name: form, exact: true }).getAttribute('href');
    const answer = await page.request.get(new URL(file, page.url()).href);
    assert.equal(answer.status(), 200);
    assert.ok(answer.headers()['content-type'].startsWith(type), file);
  }
  await page.locator('.cite-path p.fine a').click();
  await page.waitForURL(new RegExp(`asOf=${change}`));
  await page.locator('.as-of', { hasText: `As of change ${change}` }).waitFor();
  await exactly(page.locator('.path-card'), 1);
  await page.getByRole('link', { name: 'see today’s' }).click();
  await page.waitForURL((url) => !url.searchParams.has('asOf'));
  assert.deepEqual(complaints, []);
});

test('the query behind a path gives the same claims by SPARQL', async () => {
  const { page, complaints } = await open(browser, `/paths?${question}`);
  await openCard(page).getByRole('button', { name: 'Query behind this' }).click();
  await page.locator('.path-panel .behind').waitFor();
  const [rest, sparql] = await page.locator('.path-panel .behind pre').allInnerTexts();
  const { paths } = await (await page.request.get(rest)).json();
  const rows = await page.request.get(new URL('/sparql', page.url()).href, {
    params: { query: sparql },
    headers: { Accept: 'application/sparql-results+json' },
  });
  const insights = (await rows.json()).results.bindings.map(({ insight }) => insight.value.split('/').pop());
  assert.deepEqual(
    insights.toSorted(),
    paths[0].hops.flatMap((hop) => hop.evidence.map(({ id }) => id)).toSorted(),
  );
  assert.deepEqual(complaints, []);
});

test('connections, related claims and disputes show the query behind them, and it gives the same by SPARQL', async () => {
  for (const [place, call, list] of [
    ['/entity/sovereignty', '/api/entities/sovereignty/edges?direction=both&limit=100', 'edges'],
    ['/insight/kratsios-owned-hardware', '/api/insights/kratsios-owned-hardware/related?limit=6', 'related'],
    ['/conflicts', '/api/conflicts?limit=20', 'conflicts'],
  ]) {
    const { page, complaints } = await open(browser, place);
    await page.getByText('Query behind this').first().click();
    await page.locator('.behind pre').nth(1).waitFor();
    const [rest, sparql] = await page.locator('.behind').first().locator('pre').allInnerTexts();
    const shown = await ask(call);
    assert.deepEqual((await (await page.request.get(rest)).json())[list], shown[list], place);
    const rows = await page.request.get(new URL('/sparql', page.url()).href, {
      params: { query: sparql },
      headers: { Accept: 'application/sparql-results+json' },
    });
    assert.ok((await rows.json()).results.bindings.length >= shown[list].length, place);
    assert.deepEqual(complaints, [], place);
  }
});

test('a lens that shows nothing names who does hold claims, and leads to their view', async () => {
  const { page, complaints } = await open(browser, '/paths?from=compute&to=alliance&holder=france');
  await page.getByText('Who does hold claims here').waitFor();
  await page.locator('.held-by').getByRole('link', { name: 'United States', exact: true }).click();
  await page.waitForURL(/holder=united-states/);
  await page.locator('.path-card').first().waitFor();
  const thing = await open(browser, '/entity/stack-alignment?holder=france');
  await thing.page.locator('.held-by').getByRole('link').first().waitFor();
  const drawn = await open(browser, '/explore?nodes=stack-alignment&holder=france');
  await drawn.page.locator('.held-by').getByRole('link').first().waitFor();
  assert.deepEqual([...complaints, ...thing.complaints, ...drawn.complaints], []);
});

test('the lens is set by its bar, and stays in the address on every page that has one', async () => {
  for (const place of ['/paths?from=compute&to=alliance', '/entity/compute', '/explore?nodes=compute']) {
    const { page, complaints } = await open(browser, place);
    await page.locator('.lens > summary').click();
    await page.getByRole('combobox', { name: 'Believed by' }).fill('White House');
    await page
      .getByRole('option', { name: /^White House/ })
      .first()
      .click();
    await page.waitForURL(/holder=white-house/);
    await page.locator('.lens-says', { hasText: 'White House' }).waitFor();
    assert.deepEqual(complaints, [], place);
  }
});

test('a hundred times the compute is reckoned with the claim behind each number', async () => {
  const { page, complaints } = await open(browser, '/what-if');
  await page.getByRole('combobox', { name: 'If there were' }).fill('compute');
  await page
    .getByRole('option', { name: /^Compute ?Resource$/ })
    .first()
    .click();
  await page.getByLabel('times').fill('100');
  await page.getByRole('button', { name: 'See what follows' }).click();
  await page.waitForURL('**/what-if?entity=compute&by=100');
  const stock = page.getByRole('article', { name: /^Intelligent capital stock: ×400/i });
  await stock.waitFor();
  assert.ok((await stock.locator('.claim-card .claim-text a').count()) > 0);
  await page.getByRole('article', { name: /^Alliance: ▲ more; direction only/i }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a thing’s page opens what it influences, its loops and who holds what', async () => {
  const { page, complaints } = await open(browser, '/entity/compute');
  // What comes late moves what is below it, away from the mouse.
  await settled(page);
  await page.getByText('What Compute influences').click();
  await page.locator('#downstream .reached li').first().waitFor();
  assert.equal(new URL(page.url()).hash, '#downstream');
  const reach = await ask('/api/reach?entity=compute&maxHops=3&k=25');
  await exactly(page.locator('#downstream .reached > li'), reach.reached.length);
  await page.getByText('Feedback loops through Compute').click();
  await page.locator('#loops .mark.balancing').first().waitFor();
  await page.getByText('Who holds what, over time').click();
  await page.locator('#positions .fold').first().waitFor();
  await page
    .locator('#loops')
    .getByText(/other connections were left aside/)
    .waitFor();
  for (const part of ['#downstream', '#loops']) {
    await page.locator(part).getByText('Query behind this').click();
    await page.locator(part).getByRole('heading', { name: 'SPARQL' }).waitFor();
  }
  await page.getByText('What rests on its claims').click();
  await page.locator('#rests .claim-ticks input').first().uncheck();
  await page.locator('#rests .difference-list li').first().waitFor();
  await page.getByText('What rests on its claims').waitFor();
  await settled(page);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(complaints, []);
});

test('who holds what is seen through the lens of its page', async () => {
  const { page, complaints } = await open(browser, '/entity/compute?holder=united-states#positions');
  // The address names the part, and so it opens by itself.
  const seen = page.locator('#positions[open]');
  await seen
    .getByText(/^United States/)
    .first()
    .waitFor();
  const { about } = await ask('/api/entities/compute/positions?holder=united-states');
  assert.deepEqual(
    about.map(({ holder }) => holder.id),
    ['united-states'],
  );
  assert.equal(await seen.getByText(/^China /).count(), 0);
  assert.deepEqual(complaints, []);
});

test('the meanings of sovereignty stand in lanes, reached from its page', async () => {
  const { page, complaints } = await open(browser, '/entity/sovereignty');
  await page.getByRole('link', { name: /^Who means what by it/ }).click();
  await page.waitForURL('**/framings/sovereignty');
  await page.locator('.lane').first().waitFor();
  const { lanes } = await ask('/api/framings/sovereignty');
  await exactly(page.locator('.lane'), lanes.length);
  await page.locator('.lane .read-path').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('an earlier state is said to be one, and today’s is one click away', async () => {
  const { change } = await ask('/api/library');
  for (const place of ['/entity/compute', '/explore?nodes=compute', '/what-if?entity=compute&by=10']) {
    const { page, complaints } = await open(
      browser,
      `${place}${place.includes('?') ? '&' : '?'}asOf=${change}`,
    );
    await page.locator('.as-of', { hasText: `As of change ${change}` }).waitFor();
    await page.getByRole('link', { name: 'see today’s' }).click();
    await page.waitForURL((url) => !url.searchParams.has('asOf'));
    assert.deepEqual(complaints, [], place);
  }
});

test('what is asked of a path goes by keyboard alone', async () => {
  const { page, complaints } = await open(browser, `/paths?${question}`);
  await openCard(page).waitFor();
  await openCard(page).getByRole('button', { name: 'Opposing path' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.claim-ticks').waitFor();
  await openCard(page).getByRole('button', { name: 'Query behind this' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForURL(/off=/);
  await page.locator('.rests [role="status"]').first().waitFor();
  assert.deepEqual(complaints, []);
});

/** How many pixels of a picture have a colour, or nearly. */
const inked = (page, picture, colour) =>
  page.evaluate(
    async ([bytes, [red, green, blue]]) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (
          Math.abs(data[at] - red) < 12 &&
          Math.abs(data[at + 1] - green) < 12 &&
          Math.abs(data[at + 2] - blue) < 12
        )
          count++;
      return count;
    },
    [[...picture], colour],
  );

test('the canvas is drawn in the colours of its things and signs, also where less motion is asked for', async () => {
  const { page, complaints } = await open(browser, `/paths?${question}`);
  await page.locator('.path-canvas canvas').first().waitFor();
  await settled(page);
  const thread = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--thread'),
  );
  assert.match(thread, /#a93226/);
  const box = page.locator('.path-canvas .graph-box');
  // The layers are there before a worker has arranged what is drawn on them.
  const began = performance.now();
  let reds = 0;
  while (reds <= 100 && performance.now() - began < 20_000)
    reds = await inked(page, await box.screenshot(), [0xa9, 0x32, 0x26]);
  assert.ok(reds > 100, `${reds} pixels in the colour of the thread`);
  assert.deepEqual(complaints, []);
});

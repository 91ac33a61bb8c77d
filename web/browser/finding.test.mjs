// Finding claims, and knowing why two belong together: dates, voices, related claims.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { ask, closePages, launch, open, picture, settled } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

test('results narrow to what came out within some days, and the address keeps it', async () => {
  const { page, complaints } = await open(browser, '/search?q=ai');
  await page.getByLabel('Came out from').fill('2025-01-01');
  await page.waitForURL('**/search?q=ai&from=2025-01-01');
  await page.getByLabel('until', { exact: true }).fill('2025-12-31');
  await page.waitForURL('**/search?q=ai&from=2025-01-01&to=2025-12-31');
  const { total } = await ask('/api/search?q=ai&from=2025-01-01&to=2025-12-31');
  assert.ok(total > 0);
  await page.getByText(`${total} result${total === 1 ? '' : 's'}`).waitFor();
  await picture(page, 'period');
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await page.waitForURL(/\/search\?q=ai$/);
  assert.equal(await page.getByLabel('Came out from').inputValue(), '');
  assert.deepEqual(complaints, []);
});

test('a claim tells of each of its links how often it is said and by how many voices', async () => {
  const { hits } = await ask('/api/search?type=insight&contested=true&minVoices=2&mode=text&limit=1');
  const { edges } = await ask(`/api/insights/${hits[0].id}/edges`);
  const { page, complaints } = await open(browser, `/insight/${hits[0].id}`);
  await settled(page);
  const told = await page.locator('.chips .support').allInnerTexts();
  assert.equal(told.length, edges.length);
  const several = edges.findIndex(({ evidence }) => evidence.length > 1);
  assert.ok(
    told[several].startsWith(`${edges[several].evidence.length} mentions, ${edges[several].voicesFor} voice`),
    told[several],
  );
  assert.equal(
    await page.locator('.chips .mark.contested').count(),
    edges.filter(({ contested }) => contested).length,
  );
  await picture(page, 'claim-voices');
  assert.deepEqual(complaints, []);
});

test('every related claim says why, as the server does', async () => {
  const { related } = await ask('/api/insights/owned-sovereignty-sells-stack/related?limit=6');
  const { page, complaints } = await open(browser, '/insight/owned-sovereignty-sells-stack');
  await settled(page);
  assert.deepEqual(
    await page.locator('.cards .why').allInnerTexts(),
    related.map(({ why }) => why),
  );
  assert.deepEqual(complaints, []);
});

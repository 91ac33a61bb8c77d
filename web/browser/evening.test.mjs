import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, launch, open, overflow, tabTo } from './browser.mjs';
import { newcomer, writeAs } from './people.mjs';

let browser;
let session;
before(async () => {
  browser = await launch();
  session = await newcomer('weaver', 'curator');
  const add = (place, record) => writeAs(session, 'POST', place, record);
  await add('/api/sources', { type: 'source', id: 'spindle', kind: 'Podcast', title: 'The spindle' });
  await add('/api/sources', {
    type: 'source',
    id: 'evening-threads',
    kind: 'Episode',
    podcast: 'spindle',
    title: 'Evening threads, episode 1',
  });
  await add('/api/entities', {
    type: 'entity',
    id: 'spinner',
    kind: 'Person',
    label: 'Spinner of the evening',
    definition: 'Who speaks in the episode.',
    source: 'evening-threads',
  });
});
after(() => browser.close());

/** Every text that was typed into a field, by the field's label. */
class Keys {
  typed = {};

  constructor(page) {
    this.page = page;
  }

  async type(label, text) {
    await tabTo(this.page, new RegExp(`^${label}$`));
    (this.typed[label] ??= []).push(text);
    await this.page.keyboard.type(text);
  }

  /** Types the beginning of a name and takes the first that fits. */
  async choose(label, text, whole) {
    await this.type(label, text);
    await this.page.locator('.menu.open li').first().filter({ hasText: whole }).waitFor();
    await this.page.keyboard.press('Enter');
  }
}

test('an evening outlives a closed window, and a claim of it is opened, mended and dropped by keyboard', async () => {
  const { page, complaints } = await open(browser, '/add', { session, width: 400 });
  const keys = new Keys(page);
  await page.getByRole('form', { name: 'Claim' }).waitFor();
  await keys.type('The claim, in your own words', 'A claim without a source.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Choose where it was said').waitFor();
  await keys.choose('Episode or document', 'Evening thr', 'Evening threads, episode 1');
  await page.keyboard.press('Control+Enter');
  await page.locator('.tonight li').waitFor();
  assert.ok((await overflow(page)) <= 0);
  await page.reload();
  await page.locator('.tonight li').waitFor();
  await tabTo(page, /^A claim without a source\.$/);
  await page.keyboard.press('Enter');
  const text = page.getByLabel('The claim, in your own words');
  assert.equal(await text.inputValue(), 'A claim without a source.');
  await page.keyboard.press('Control+Enter');
  await tabTo(page, /^Drop/);
  await page.keyboard.press('Enter');
  await page.locator('.tonight li').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('whoever may publish undoes a change on the page of changes', async () => {
  const written = await writeAs(session, 'POST', '/api/insights', {
    type: 'insight',
    id: 'to-be-undone',
    text: 'A claim that does not stay.',
    source: 'evening-threads',
  });
  const { page, complaints } = await open(browser, '/changes', { session });
  await page.getByRole('button', { name: `Undo change ${written.change}` }).click();
  await page.getByText(`Undone with change ${written.change + 1}: 1 record went back.`).waitFor();
  assert.equal((await fetch(`${address}/api/insights/to-be-undone`)).status, 410);
  assert.deepEqual(complaints, []);
});

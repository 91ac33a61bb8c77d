import assert from 'node:assert/strict';
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
  tabTo,
} from './browser.mjs';
import { newcomer, password, writeAs } from './people.mjs';

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
afterEach(() => closePages(browser));
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

  /** Types a link as a curator writes it, each part taken from what is offered. */
  async link(...parts) {
    const begins = parts.map(([text]) => text).join(' > ');
    await tabTo(this.page, /^Link 1$/);
    (this.typed['Link 1'] ??= []).push(begins);
    for (const [text, whole] of parts) {
      await this.page.keyboard.type(text);
      await this.page.locator('.menu.open li').first().filter({ hasText: whole }).waitFor();
      await this.page.keyboard.press('Enter');
    }
    await this.page.locator('.read-back').waitFor();
  }
}

const claims = [
  ['Chips that are bought abroad are delivered late.', '1:10'],
  ['A data centre waits longer for its grid connection than for its chips.', '4:05'],
  ['Whoever owns the hardware can still lack the people to run it.', '9:30'],
  ['Open models make smaller nations less dependent.', '15:02'],
  ['A shared cluster binds its members more than a treaty does.', '21:44'],
  ['Export rules are read differently in every port.', '33:00'],
  ['The price of compute falls more slowly than was said.', '1:02:33'],
];

test('a curator signs in and adds six further claims of one episode by keyboard alone; one undo takes them back', async () => {
  const before = (await ask('/api/changes?limit=1')).changes[0].n;
  const { page, complaints } = await open(browser, '/add');
  const keys = new Keys(page);
  await tabTo(page, /^Sign in$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in?to=%2Fadd');
  await keys.type('Name', 'weaver');
  await keys.type('Password', password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/add');
  await page.getByRole('form', { name: 'Claim' }).waitFor();

  const [first, ...further] = claims;
  await keys.type('The claim, in your own words', first[0]);
  await keys.choose('Episode or document', 'Evening thr', 'Evening threads, episode 1');
  await keys.type('From', first[1]);
  await keys.choose('Said by', 'Spinner', 'Spinner of the evening');
  await keys.choose('Believed by', 'Spinner', 'Spinner of the evening');
  await keys.link(['compute', 'Compute'], ['enables', 'enables'], ['AI sov', 'AI sovereignty']);
  await keys.choose('Topics', 'Geopol', 'Geopolitics of AI');
  await page.keyboard.press('Control+Enter');

  for (const [text, moment] of further) {
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    (keys.typed['The claim, in your own words'] ??= []).push(text);
    await page.keyboard.type(text);
    await keys.type('From', moment);
    await page.keyboard.press('Control+Enter');
  }
  await settled(page);
  await exactly(page.locator('.tonight li'), claims.length);
  await picture(page, 'evening');
  assert.deepEqual(await findings(page), []);
  await tabTo(page, /^Publish 7 claims$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Publish 7 claims' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/^Published with change \d+:$/).waitFor();

  for (const label of ['Episode or document', 'Said by', 'Believed by', 'Topics', 'Name', 'Password'])
    assert.equal(keys.typed[label].length, 1, `${label} was typed once`);
  for (const [label, texts] of Object.entries(keys.typed))
    assert.equal(new Set(texts).size, texts.length, `nothing was typed twice into ${label}`);

  const { changes } = await ask('/api/changes?limit=1');
  const [change] = changes;
  assert.equal(change.n, before + 1, 'all of them are one change');
  assert.equal(change.who, 'weaver');
  assert.equal(change.total, claims.length);
  const published = await Promise.all(change.records.map(({ id }) => ask(`/api/insights/${id}`)));
  const inOrder = published.toSorted((one, other) => one.start - other.start);
  assert.deepEqual(
    inOrder.map(({ text, source, speaker, holder, topics, start }) => ({
      text,
      source,
      speaker,
      holder,
      topics,
      start,
    })),
    claims.map(([text], index) => ({
      text,
      source: 'evening-threads',
      speaker: 'spinner',
      holder: 'spinner',
      topics: ['ai-geopolitics'],
      start: [70, 245, 570, 902, 1304, 1980, 3753][index],
    })),
  );
  assert.deepEqual(
    inOrder[0].links.map(({ subject, relation, object, sign }) => [subject, relation, object, sign]),
    [['compute', 'enables', 'sovereignty', '+']],
  );

  await tabTo(page, /^Take them all back$/);
  await page.keyboard.press('Enter');
  await page.getByText(`Taken back, with change ${change.n + 1}.`).waitFor();
  const after = await Promise.all(
    change.records.map(async ({ id }) => (await fetch(`${address}/api/insights/${id}`)).status),
  );
  assert.deepEqual(after, Array(claims.length).fill(410));
  assert.deepEqual(complaints, []);
});

test('an episode is added beside its claim, and its podcast beside the episode', async () => {
  const { page, complaints } = await open(browser, '/add', { session });
  const fresh = async (text) => {
    const added = page.locator('.menu.open li');
    await added.filter({ hasText: `Add “${text}” as something new` }).click();
  };
  await page.getByRole('combobox', { name: 'Episode or document' }).pressSequentially('Flax, episode 4');
  await fresh('Flax, episode 4');
  const window = page.getByRole('dialog', { name: 'A new source' });
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await window.getByText('Choose the podcast it is an episode of').waitFor();
  assert.deepEqual(await findings(page), []);
  await window.getByRole('combobox', { name: 'Podcast' }).pressSequentially('Flax and hemp');
  await fresh('Flax and hemp');
  await window.getByText('Choose the podcast it is an episode of').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await window.waitFor({ state: 'detached' });
  const added = await ask('/api/sources/flax-episode-4');
  assert.equal(added.kind, 'Episode');
  assert.equal((await ask(`/api/sources/${added.podcast.id ?? added.podcast}`)).title, 'Flax and hemp');
  assert.deepEqual(complaints, []);
  await page.getByRole('button', { name: 'Empty the form' }).click();
});

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

test('a claim being written is saved as a draft, found in another browser, and its draft gone once it is published', async () => {
  const drafter = await newcomer('drafter', 'curator');
  const drafts = async () => (await writeAs(drafter, 'GET', '/api/proposals?state=draft')).proposals;
  const { page, complaints } = await open(browser, '/add', { session: drafter });
  const text = page.getByLabel('The claim, in your own words');
  const savedAt = /^Saved as draft \d\d:\d\d$/;
  await text.fill('Looms were bought on credit.');
  await page.getByText(savedAt).waitFor();
  assert.deepEqual(
    (await drafts()).map(({ record, version }) => [record.text, version]),
    [['Looms were bought on credit.', 1]],
  );
  await page.context().setOffline(true);
  await text.fill('Looms were bought on credit, at first.');
  await page.getByText('Kept in this browser only: the server did not take it.').waitFor();
  await page.context().setOffline(false);
  await page.getByText(savedAt).waitFor();
  assert.equal((await drafts())[0].record.text, 'Looms were bought on credit, at first.');

  const elsewhere = await open(browser, '/add', { session: drafter, width: 400, dark: true });
  const other = elsewhere.page;
  const keys = new Keys(other);
  await other.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Looms'));
  await keys.choose('Episode or document', 'Evening thr', 'Evening threads, episode 1');
  await other.getByText(savedAt).waitFor();
  assert.deepEqual(
    (await drafts()).map(({ record, version }) => [record.source, version]),
    [['evening-threads', 3]],
  );
  await other.getByText(savedAt).scrollIntoViewIfNeeded();
  await picture(other, 'draft-saved');
  assert.ok((await overflow(other)) <= 0);
  assert.deepEqual(await findings(other), []);
  const away = other.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await other.getByRole('button', { name: 'Publish 1 claim' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await other.getByText(/^Published with change \d+:$/).waitFor();
  assert.equal((await away).status(), 204);
  assert.deepEqual(await drafts(), []);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
  assert.deepEqual([...complaints, ...elsewhere.complaints], []);
});

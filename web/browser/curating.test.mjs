import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { address, ask, closePages, findings, launch, open, overflow, picture, settled } from './browser.mjs';
import { newcomer, writeAs } from './people.mjs';

let browser;
let curator;
let other;
let contributor;
before(async () => {
  browser = await launch();
  curator = await newcomer('reeler', 'curator');
  other = await newcomer('winder', 'curator');
  contributor = await newcomer('carder', 'contributor');
});
afterEach(() => closePages(browser));
after(() => browser.close());

const claim = (id, text, more = {}) => ({
  type: 'insight',
  id,
  text,
  source: 'seed-brief',
  topics: ['ai-geopolitics'],
  ...more,
});

const link = (subject, relation, object, sign) => ({ subject, relation, object, sign, denied: false });

const propose = (record, more = {}) => writeAs(contributor, 'POST', '/api/proposals', { record, ...more });

const readAs = async (session, path) =>
  (
    await fetch(address + path, {
      headers: { Accept: 'application/json', Cookie: `${session.cookie.name}=${session.cookie.value}` },
    })
  ).json();

test('a curator reviews by keys alone: reads the passage and what would follow, accepts, edits and accepts, rejects', async () => {
  const text = 'As he put it, bought chips weaken a nation that cannot make them. Nobody objected.';
  const first = await propose(
    claim('review-chips', 'Chips that are bought weaken sovereignty.', {
      links: [link('compute', 'weakens', 'sovereignty', '-')],
    }),
    { passage: { text, start: 14, end: 65 } },
  );
  const second = await propose(claim('review-typo', 'Opne models spread.'));
  const third = await propose(claim('review-off', 'Nothing of the kind was said.'));
  const { page, complaints } = await open(browser, `/review?open=${first.number}`, { session: curator });
  await page.getByRole('heading', { name: `Proposal ${first.number}` }).waitFor();
  assert.equal(await page.locator('.passage mark').innerText(), text.slice(14, 65));
  await page.getByText('Disputes raised').waitFor();
  await settled(page);
  await picture(page, 'review-wide');
  assert.deepEqual(await findings(page), []);

  await page.keyboard.press('?');
  await page.getByText('accept it as it is').waitFor();
  await page.keyboard.press('a');
  await page.getByText(new RegExp(`^Proposal ${first.number} is accepted, with change`)).waitFor();
  assert.equal((await ask('/api/insights/review-chips')).text, 'Chips that are bought weaken sovereignty.');

  await page.getByRole('heading', { name: `Proposal ${second.number}` }).waitFor();
  await page.keyboard.press('e');
  const words = page.getByLabel('The claim, in your own words');
  await words.fill('Open models spread.');
  await settled(page);
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('Control+Enter');
  await page.getByText(new RegExp(`^Proposal ${second.number} is accepted, with change`)).waitFor();
  const published = await ask('/api/insights/review-typo');
  assert.equal(published.text, 'Open models spread.');
  assert.deepEqual(published.topics, ['ai-geopolitics']);

  await page.getByRole('heading', { name: `Proposal ${third.number}` }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('It is not in the source.');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Proposal ${third.number} is rejected: It is not in the source.`).waitFor();
  const rejected = await readAs(contributor, `/api/proposals/${third.number}`);
  assert.equal(rejected.decision.reason, 'It is not in the source.');
  assert.equal((await fetch(`${address}/api/insights/review-off`)).status, 404);
  assert.deepEqual(complaints, []);
});

test('of two curators the later one is told who decided, and overwrites nothing', async () => {
  const made = await propose(claim('review-raced', 'A claim that two curators look at.'));
  const { page, complaints } = await open(browser, `/review?open=${made.number}`, { session: curator });
  await page.getByRole('button', { name: 'Edit' }).waitFor();
  await page.keyboard.press('e');
  await page.getByLabel('The claim, in your own words').fill('Worded otherwise.');
  const path = `/api/proposals/${made.number}/reject`;
  await writeAs(other, 'POST', path, { reason: 'Said before.' }, { 'If-Match': '"1"' });
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(
      `Proposal ${made.number} was rejected meanwhile by winder: Said before. Nothing is left to decide.`,
    )
    .waitFor();
  assert.equal((await fetch(`${address}/api/insights/review-raced`)).status, 404);
  assert.deepEqual(complaints, []);
});

test('a correction is made in all proposals that need it, and several are published as one change', async () => {
  const wrong = { topics: ['compute'] };
  const made = [];
  for (const id of ['review-same-a', 'review-same-b', 'review-same-c'])
    made.push(await propose(claim(id, `A claim called ${id}.`, wrong)));
  const { page, complaints } = await open(browser, `/review?open=${made[0].number}`, { session: curator });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: /^Compute/ }).click();
  await page.getByRole('combobox', { name: 'Topics' }).pressSequentially('Geopol');
  await page.locator('.menu.open li').first().filter({ hasText: 'Geopolitics of AI' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save, decide later' }).click();
  await page.getByText('topics: “compute” → “ai-geopolitics”, in 2 other proposals').waitFor();
  await page.getByRole('button', { name: 'Mend them too' }).click();
  await page.getByText('Mended in 2.').waitFor();
  for (const { number } of made) await page.getByLabel(new RegExp(`^Choose proposal ${number}:`)).check();
  await page.getByRole('button', { name: 'Publish 3 chosen proposals' }).click();
  await page.getByRole('dialog').getByText('No connection, dispute or path becomes another.').waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('Enter');
  await page.getByText(/^Published 3 chosen proposals with change/).waitFor();
  const topics = await Promise.all(
    made.map(async ({ record }) => (await ask(`/api/insights/${record.id}`)).topics),
  );
  assert.deepEqual(topics, Array(3).fill(['ai-geopolitics']));
  await page.getByRole('button', { name: /^Undo change/ }).click();
  await page.getByText(/3 records went back/).waitFor();
  assert.deepEqual(complaints, []);
});

test('the queue fits a narrow window and dark colours, and teaches where nothing waits', async () => {
  const made = await propose(
    claim('review-narrow', 'A claim for a narrow window.', {
      links: [link('compute', 'enables', 'sovereignty', '+')],
    }),
    { passage: { text: 'Some words before. A claim for a narrow window.', start: 19, end: 47 } },
  );
  const { page, complaints } = await open(browser, `/review?open=${made.number}`, {
    session: curator,
    width: 400,
    dark: true,
  });
  await page.getByRole('heading', { name: 'What publishing does' }).waitFor();
  await settled(page);
  await picture(page, 'review-narrow-dark');
  assert.deepEqual(await findings(page), []);
  assert.ok((await overflow(page)) <= 0);
  await page.goto(`${address}/review?origin=scan`);
  await page.getByText('No proposal is like this.').waitFor();
  assert.deepEqual(await findings(page), []);
  await page.goto(`${address}/review`);
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  assert.deepEqual(complaints, []);
  const visitor = await open(browser, '/review');
  await visitor.page.getByText('Proposing and reviewing needs the account of a contributor').waitFor();
});

/** A file as somebody chooses it. */
const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

test('a table is looked at, imported, mended and taken back as one', async () => {
  const table = [
    'id,text,source,#sayer,links',
    'import-good,A claim from a table.,seed-brief,somebody,compute > enables > sovereignty',
    'import-bad,A claim without its source.,no-such-source,,',
  ].join('\n');
  const { page, complaints } = await open(browser, '/import', { session: curator });
  await page.getByRole('link', { name: 'claims' }).waitFor();
  await page.getByLabel('Files').setInputFiles(file('claims.xlsx', 'no table'));
  await page.getByText(/^claims.xlsx: The name must end in/).waitFor();
  await page.getByLabel('Files').setInputFiles(file('claims.csv', table));
  await page.getByText('claims.csv: CSV table').waitFor();
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByText('done: 2 records read: 1 could be imported, 1 refused').waitFor();
  await page.getByRole('row', { name: '#sayer not read' }).waitFor();
  await settled(page);
  await picture(page, 'import-wide');
  assert.deepEqual(await findings(page), []);
  assert.equal((await fetch(`${address}/api/insights/import-good`)).status, 404);

  await page.getByLabel('Publish at once').check();
  await page.getByLabel('Strictly').check();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('done: 2 records read: 0 published, 1 refused').waitFor();
  await page.getByText(/^Nothing was written, for it was asked for strictly/).waitFor();
  assert.equal((await fetch(`${address}/api/insights/import-good`)).status, 404, 'strictly: nothing of it');

  await page.getByLabel('Strictly').uncheck();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('done: 2 records read: 1 published, 1 refused').waitFor();
  assert.equal((await ask('/api/insights/import-good')).text, 'A claim from a table.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the refused rows' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /refused\.csv$/);
  await page.getByRole('button', { name: 'Undo the whole import of claims.csv' }).click();
  await page.getByText(/^undone:/).waitFor();
  assert.equal((await fetch(`${address}/api/insights/import-good`)).status, 410);
  assert.deepEqual(complaints, []);
});

test('a contributor imports a file as proposals, on a narrow dark window, and finds the run again', async () => {
  const { page, complaints } = await open(browser, '/import', {
    session: contributor,
    width: 400,
    dark: true,
  });
  const line = JSON.stringify(claim('import-proposed', 'A claim from a file.'));
  await page.getByLabel('Files').setInputFiles(file('mine.jsonl', `${line}\n`));
  assert.equal(await page.getByLabel('Publish at once').count(), 0);
  await page.getByLabel('Propose:').check();
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByText('done: 1 record read: 1 proposed').waitFor();
  await settled(page);
  await picture(page, 'import-narrow-dark');
  assert.deepEqual(await findings(page), []);
  assert.ok((await overflow(page)) <= 0);
  await page.getByRole('link', { name: 'Review what it proposed' }).click();
  await page.getByRole('heading', { name: /^Proposal/ }).waitFor();
  await page.locator('.proposed-record').getByText('A claim from a file.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a curator merges two things, splits them again by undo, moves a claim and retracts what nothing refers to', async () => {
  const thing = (id, label) => ({
    type: 'entity',
    id,
    kind: 'Concept',
    label,
    definition: 'A thing of the journey.',
    source: 'seed-brief',
  });
  await writeAs(curator, 'POST', '/api/entities', thing('twin-spool', 'Twin spool'));
  await writeAs(curator, 'POST', '/api/entities', thing('twin-bobbin', 'Twin bobbin'));
  const links = [link('twin-spool', 'enables', 'compute', '+')];
  await writeAs(curator, 'POST', '/api/insights', claim('twin-claim', 'A spool helps.', { links }));

  const { page, complaints } = await open(browser, '/merge', { session: curator });
  await page.getByText('Choose a thing first.').waitFor();
  const choose = async (label, name) => {
    await page.getByRole('combobox', { name: label, exact: true }).pressSequentially(name);
    await page
      .locator('.menu.open li')
      .first()
      .filter({ hasText: new RegExp(`^${name}`) })
      .waitFor();
    await page.keyboard.press('Enter');
  };
  await choose('The thing', 'Twin spool');
  await page.waitForURL('**/merge?thing=twin-spool');
  await choose('The other thing', 'Twin bobbin');
  await page.waitForURL('**/merge?thing=twin-spool&into=twin-bobbin');
  await page.getByText('1 claim of “Twin spool” will read as about “Twin bobbin”').waitFor();
  await settled(page);
  await picture(page, 'merge-wide');
  assert.deepEqual(await findings(page), []);
  await page.getByRole('button', { name: 'Merge them' }).click();
  await page.getByText('“Twin spool” is merged into “Twin bobbin”.').waitFor();
  assert.equal((await ask('/api/entities/twin-spool')).id, 'twin-bobbin');
  assert.equal((await ask('/api/insights/twin-claim')).version, 1, 'no claim is rewritten');
  await page.getByRole('button', { name: /^Undo change/ }).click();
  await page.getByText(/1 record went back/).waitFor();
  assert.equal((await ask('/api/entities/twin-spool')).id, 'twin-spool');

  await page.goto(`${address}/merge?thing=twin-spool&into=twin-bobbin`);
  await page.getByRole('button', { name: 'Retract it' }).click();
  await page.getByText('It is still referred to.').waitFor();
  await page.locator('.form-problem').getByRole('link', { name: 'twin claim' }).waitFor();
  await page.getByLabel('Move: A spool helps.').check();
  await page.getByRole('button', { name: 'Move 1 claim to “Twin bobbin”' }).click();
  await page.getByRole('dialog').getByText('Connections that go').waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('Enter');
  await page.getByText('1 claim moved from “Twin spool” to “Twin bobbin”.').waitFor();
  assert.equal((await ask('/api/insights/twin-claim')).links[0].subject, 'twin-bobbin');
  await page.goto(`${address}/merge?thing=twin-spool`);
  await page.getByText('No claim speaks of it.').waitFor();
  await page.getByRole('button', { name: 'Retract it' }).click();
  await page.getByText('“Twin spool” is retracted.').waitFor();
  assert.equal((await fetch(`${address}/api/entities/twin-spool`)).status, 410);
  assert.deepEqual(complaints, []);
  const narrow = await open(browser, '/merge?thing=compute&into=twin-bobbin', {
    session: curator,
    width: 400,
    dark: true,
  });
  await narrow.page.getByRole('button', { name: 'Merge them' }).waitFor();
  await settled(narrow.page);
  await picture(narrow.page, 'merge-narrow-dark');
  assert.deepEqual(await findings(narrow.page), []);
  assert.ok((await overflow(narrow.page)) <= 0);
});

test('a curator concludes a dispute with a note, and anew; readers see it and are asked nothing', async () => {
  const { page, complaints } = await open(browser, '/conflicts', { session: curator });
  const first = page.locator('.dispute').first();
  await first.getByText('Conclude', { exact: true }).click();
  await first.getByLabel('What is concluded').selectOption('explained');
  await first.getByLabel('Why, for readers').fill('They speak of different years.');
  await settled(page);
  await picture(page, 'conclude');
  assert.deepEqual(await findings(page), []);
  await first.getByRole('button', { name: 'Save what is concluded' }).click();
  await page.getByText('Explained by reeler: They speak of different years.').waitFor();
  const told = page.locator('.dispute').filter({ hasText: 'They speak of different years.' }).first();
  await told.getByText('Conclude anew').click();
  await told.getByLabel('What is concluded').selectOption('open');
  await told.getByLabel('Why, for readers').fill('It is open after all.');
  await told.getByRole('button', { name: 'Save what is concluded' }).click();
  await page.getByText('Open by reeler: It is open after all.').waitFor();
  const reader = await open(browser, '/conflicts');
  await reader.page.getByText('Open by reeler: It is open after all.').waitFor();
  assert.equal(await reader.page.getByText('Conclude', { exact: true }).count(), 0);
  assert.deepEqual(complaints, []);
});

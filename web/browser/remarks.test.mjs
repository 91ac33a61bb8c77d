import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { address, ask, closePages, findings, launch, open, picture, settled } from './browser.mjs';
import { newcomer } from './people.mjs';

const claim = '/insight/owned-sovereignty-sells-stack';
const reason = 'The brief <b>never</b> says so.';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

test('a claim says that nobody said anything yet, and where to sign in to do so', async () => {
  const { page, complaints } = await open(browser, claim);
  await page.getByRole('heading', { name: 'What readers say' }).waitFor();
  await page.getByText('Nobody has said anything yet.').waitFor();
  await page.locator('.remarks').getByRole('link', { name: 'sign in' }).click();
  await page.waitForURL('**/sign-in?to=*');
  assert.deepEqual(complaints, []);
});

test('a reader endorses and disputes, a curator answers from the queue, and everybody sees it beside the claim', async () => {
  const reader = await open(browser, claim, { session: await newcomer('rhea', 'reader') });
  const said = reader.page.locator('.remarks');
  await said.getByRole('button', { name: 'Endorse' }).click();
  await said.getByText('1 reader endorses it, 0 disputes, 0 comments.').waitFor();
  await said.getByRole('button', { name: 'Dispute', exact: true }).click();
  await said.getByLabel('Why is it wrong?').fill(reason);
  await said.getByLabel(/Better with a source/).fill('https://example.org/brief');
  await said.getByRole('button', { name: 'Dispute this claim' }).click();
  await said.getByText(reason).waitFor();
  await settled(reader.page);
  assert.deepEqual(await findings(reader.page), []);
  assert.deepEqual(reader.complaints, []);

  const curator = await open(browser, '/review', { session: await newcomer('cora', 'curator') });
  await curator.page.getByRole('link', { name: 'answer what readers dispute' }).click();
  await curator.page.getByText('The claim reads as it did.').waitFor();
  await settled(curator.page);
  await picture(curator.page, 'disputed');
  assert.deepEqual(await findings(curator.page), []);
  await curator.page.getByLabel('Answer, which ends its waiting').fill('The passage says so.');
  await curator.page.getByRole('button', { name: 'Answer the dispute' }).click();
  await curator.page.getByText('No dispute waits for an answer.').waitFor();
  await curator.page.getByLabel('Which').selectOption('Answered');
  await curator.page.getByText('Answered by cora: The passage says so.').waitFor();
  await curator.page.getByRole('link', { name: /^Presented as ownership/ }).click();
  await curator.page.waitForURL(`**${claim}`);
  assert.deepEqual(curator.complaints, []);

  const anybody = await open(browser, claim);
  await anybody.page.getByText('Answered by cora: The passage says so.').waitFor();
  await anybody.page.getByText('1 reader endorses it, 1 dispute, 0 comments.').waitFor();
  assert.equal(await anybody.page.getByRole('button', { name: 'Endorse' }).count(), 0);
  await picture(anybody.page, 'remarks');

  await said.getByRole('button', { name: 'Withdraw' }).click();
  await said.getByText('1 reader endorses it, 0 disputes, 0 comments.').waitFor();
  await said.getByRole('button', { name: 'Take your endorsement back' }).click();
  await said.getByText('Nobody has said anything yet.').waitFor();
});

test('an endorsement shows before the server answers, and is taken back with the reason when it refuses', async () => {
  const { page, complaints } = await open(browser, claim, { session: await newcomer('ora', 'reader') });
  let refuse;
  await page.route(`**/api${claim.replace('insight', 'insights')}/remarks`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await new Promise((answer) => (refuse = answer));
    return route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Too many', detail: 'Wait a minute.', code: 'too-many' }),
    });
  });
  const said = page.locator('.remarks');
  await said.getByRole('button', { name: 'Endorse' }).click();
  await said.getByText('1 reader endorses it, 0 disputes, 0 comments.').waitFor();
  assert.equal(await said.getByRole('button', { name: 'Take your endorsement back' }).isDisabled(), true);
  refuse();
  await said.getByText('Nobody has said anything yet.').waitFor();
  await said.getByRole('alert').getByText('Not done, so it stands as before. Wait a minute.').waitFor();
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(complaints, []);
});

test('a reader follows with one click that is sent after the one before, and a refused weight goes back', async () => {
  const { page, complaints } = await open(browser, '/relations/enables', {
    session: await newcomer('fola', 'reader'),
  });
  const asked = [];
  let hold = true;
  const waiting = [];
  await page.route('**/api/reader/follows*', async (route) => {
    asked.push(route.request().method());
    if (hold) await new Promise((answer) => waiting.push(answer));
    return route.continue();
  });
  await page.getByRole('button', { name: /^Follow claims/ }).click();
  await page.getByRole('button', { name: /^Following claims/ }).click();
  await page.getByRole('button', { name: /^Follow claims/ }).click();
  await page.getByRole('button', { name: /^Following claims/ }).waitFor();
  assert.deepEqual(asked, ['PUT']);
  hold = false;
  waiting.forEach((answer) => answer());
  while (asked.length < 3) await page.waitForEvent('requestfinished');
  await settled(page);
  assert.deepEqual(asked, ['PUT', 'DELETE', 'PUT']);

  await page.goto(`${address}/reading`);
  await page.route('**/api/reader/follows*', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Not ready', detail: 'The server is starting.', code: 'not-ready' }),
    }),
  );
  const weight = page.getByLabel(/^How much of/);
  assert.equal(await weight.inputValue(), 'plain');
  await weight.selectOption('less of it');
  await page
    .getByRole('alert')
    .getByText('Not done, so it stands as before. The server is starting.')
    .waitFor();
  assert.equal(await weight.inputValue(), 'plain');
  await page.getByRole('button', { name: /^Stop following/ }).click();
  await page.getByRole('button', { name: /^Stop following/ }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a curator ranks a claim, everybody reads so, and one click takes it back', async () => {
  const { page, complaints } = await open(browser, claim, { session: await newcomer('carla', 'curator') });
  await page.getByText('Rank it', { exact: true }).click();
  await page.getByLabel('Rank of the claim').selectOption('outdated');
  await page.getByLabel('Why, for the history').fill('It was so in 2024.');
  await settled(page);
  assert.deepEqual(await findings(page), []);
  await page.getByRole('button', { name: 'Rank it so' }).click();
  await page.locator('.kind-line').getByText('outdated').waitFor();
  const ranked = await ask(`/api${claim.replace('insight', 'insights')}`);
  assert.equal(ranked.rank, 'outdated');
  const anybody = await open(browser, claim);
  await anybody.page.locator('.kind-line').getByText('outdated').waitFor();
  assert.equal(await anybody.page.getByText('Rank it', { exact: true }).count(), 0);
  await page.getByRole('button', { name: /^Undo change/ }).click();
  await page.locator('.kind-line').getByText('outdated').waitFor({ state: 'detached' });
  const { versions } = await ask(`/api${claim.replace('insight', 'insights')}/history`);
  assert.ok(versions.some(({ why }) => why === 'It was so in 2024.'));
  assert.deepEqual([...complaints, ...anybody.complaints], []);
});

test('a curator comes from a thing to where it is merged', async () => {
  const { page } = await open(browser, '/entity/compute', { session: await newcomer('merle', 'curator') });
  await page.getByRole('link', { name: 'Merge or split' }).click();
  await page.waitForURL('**/merge?thing=compute');
  await page.getByRole('heading', { name: 'Retract “Compute”' }).waitFor();
});

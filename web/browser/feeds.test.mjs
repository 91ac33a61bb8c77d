import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { closePages, findings, launch, open, picture, settled } from './browser.mjs';
import { newcomer } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

const address = 'http://localhost:1/feed.xml';

test('a curator subscribes to a feed from the review page, is told why it cannot be read, and removes it', async () => {
  const session = await newcomer('fedra', 'curator');
  const { page, complaints } = await open(browser, '/review', { session });
  await page.getByRole('link', { name: 'podcast feeds' }).click();
  await page.getByText('No feed is subscribed to yet.').waitFor();
  await page.getByLabel('Address of the feed').fill(address);
  await page.getByLabel('Only episodes about').fill('chips, rare earths');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  const feed = page.locator('.feed');
  await feed.getByText('0 episodes, not read yet').waitFor();
  await feed.getByText('Only about: chips, rare earths').waitFor();
  await feed.getByRole('button', { name: 'Pause' }).click();
  await feed.getByText('again only when you ask').waitFor();
  await feed.getByRole('button', { name: 'Read it now' }).click();
  await feed.getByText(/is not of the public network/).waitFor();
  await page.getByText('1 feed, 1 of which cannot be read.').waitFor();
  await settled(page);
  await picture(page, 'feeds');
  assert.deepEqual(await findings(page), []);
  await feed.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No feed is subscribed to yet.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a reader follows a thing with one click, wants more of it, says when, sees the next brief, and deletes all of it', async () => {
  const session = await newcomer('ida', 'reader');
  const { page, complaints } = await open(browser, '/entity/sovereignty', { session });
  await page.getByRole('button', { name: 'Follow AI sovereignty', exact: true }).click();
  await page.getByRole('button', { name: 'Following AI sovereignty', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Your insights' }).click();
  await page.getByText('Because: You follow AI sovereignty').first().waitFor();
  await page.getByLabel('How much of AI sovereignty').selectOption('more of it');
  await page.getByLabel('Sunday').uncheck();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('sends no mail').waitFor();
  await settled(page);
  await picture(page, 'your-insights');
  assert.deepEqual(await findings(page), []);
  await page.reload();
  assert.equal(await page.getByLabel('Sunday').isChecked(), false);
  assert.equal(await page.getByLabel('How much of AI sovereignty').inputValue(), 'more');
  await page.getByLabel('I am sure').check();
  await page.getByRole('button', { name: 'Delete my data' }).click();
  await page.getByText('Everything about you as a reader is deleted.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a connection is followed beside the claims behind it', async () => {
  const session = await newcomer('edda', 'reader');
  const { page, complaints } = await open(browser, '/entity/sovereignty', { session });
  await page.locator('.edge-row button').first().click();
  await page.getByRole('button', { name: 'Follow this connection' }).click();
  await page.getByRole('button', { name: 'Following this connection' }).waitFor();
  await page.getByRole('link', { name: 'Your insights' }).click();
  await page.locator('.follows').getByText('Connection', { exact: true }).waitFor();
  assert.deepEqual(complaints, []);
});

test('holders, relations and searches are named at the page of what is new', async () => {
  const { page, complaints } = await open(browser, '/brief');
  const followed = page.getByRole('list', { name: 'Followed' });
  await page.getByLabel('Follow', { exact: true }).selectOption('Who believes it');
  await page.getByRole('combobox', { name: 'Who believes it' }).fill('white house');
  await page.getByRole('listbox').getByRole('option').first().click();
  await followed.getByText('holder: ').waitFor();
  await page.getByLabel('Follow', { exact: true }).selectOption('Relation');
  await page.getByLabel('Relation', { exact: true }).selectOption('enables');
  await followed.getByText('relation: enables').waitFor();
  await settled(page);
  assert.deepEqual(await findings(page), []);
  await page.getByLabel('Follow', { exact: true }).selectOption('Search');
  await page.getByLabel('What is searched for').fill('compute');
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await page.waitForURL('**/reading?follow=search*');
  assert.deepEqual(complaints, []);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings, launch, open, picture, settled } from './browser.mjs';
import { newcomer } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
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

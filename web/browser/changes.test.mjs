import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { ask, closePages, findings, launch, open, overflow, picture, settled } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

test('recent changes lead to what each did and to the history of a record', async () => {
  const { page, complaints } = await open(browser, '/');
  await page.getByRole('link', { name: 'Recent changes' }).click();
  await page.waitForURL('**/changes');
  await settled(page);
  const { changes } = await ask('/api/changes?limit=1');
  const newest = changes[0];
  await page.getByRole('heading', { name: `Change ${newest.n}: ${newest.why}` }).waitFor();
  await page.getByRole('button', { name: 'Show what differs' }).first().click();
  await page.getByRole('button', { name: 'Hide what differs' }).waitFor();
  await settled(page);
  await picture(page, 'changes');
  assert.deepEqual(await findings(page), []);
  assert.equal(await page.getByRole('button', { name: /^Undo/ }).count(), 0);
  const record = newest.records[0];
  await page.getByRole('link', { name: record.label, exact: true }).first().click();
  await page.waitForURL(`**/${record.type}/${record.id}/history`);
  await page.getByRole('heading', { level: 1, name: record.label }).waitFor();
  await page.getByRole('heading', { name: /^Version 1/ }).waitFor();
  await page.getByRole('link', { name: 'The record as it stands' }).click();
  await page.waitForURL(`**/${record.type}/${record.id}`);
  assert.deepEqual(complaints, []);
});

test('the history of a record fits a narrow window and dark colours', async () => {
  const { page, complaints } = await open(browser, '/insight/kratsios-owned-hardware/history', {
    width: 400,
    dark: true,
  });
  await page.getByRole('heading', { name: /^Version 1/ }).waitFor();
  await settled(page);
  assert.equal(await overflow(page), 0);
  assert.deepEqual(await findings(page), []);
  await picture(page, 'history-narrow-dark');
  assert.deepEqual(complaints, []);
});

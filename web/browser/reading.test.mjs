import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, findings, launch, open, overflow, picture, settled, tabTo } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The pages that are read. */
const pages = {
  podcast: '/source/practical-ai',
  episode: '/source/practical-ai-281',
};

const screens = [
  { name: 'wide', width: 1280, height: 800, dark: false },
  { name: 'narrow-dark', width: 400, height: 850, dark: true },
];

for (const [name, place] of Object.entries(pages)) {
  for (const screen of screens) {
    test(`${name} has no serious finding and fits its window: ${screen.name}`, async () => {
      const { page, complaints } = await open(browser, place, screen);
      await page.locator('main h1').first().waitFor();
      await settled(page);
      await picture(page, `${name}-${screen.name}`);
      assert.deepEqual(await findings(page), []);
      assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
}

test('the claims of an episode stand along its time, one Tab and arrow keys away, each with its quote', async () => {
  const { page, complaints } = await open(browser, pages.episode);
  await page.locator('.time-bar a').first().waitFor();
  const { claims } = await ask('/api/sources/practical-ai-281/claims');
  const timed = claims.filter(({ start }) => start !== undefined);
  assert.equal(await page.locator('.time-bar a').count(), timed.length);
  await page.locator('main h1').focus();
  await tabTo(page, new RegExp(timed[0].text.slice(0, 20)));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator(`#claim-${timed[1].id}.chosen`).waitFor();
  await page.waitForFunction((id) => document.activeElement?.id === id, `claim-${timed[1].id}`);
  assert.equal(
    await page.locator(`#claim-${timed[1].id} .claim-text a`).getAttribute('href'),
    `/insight/${timed[1].id}`,
  );
  assert.deepEqual(complaints, []);
});

test('a podcast lists its episodes by year, with who takes part, and leads to each', async () => {
  const { page, complaints } = await open(browser, pages.podcast);
  await page.locator('.episodes > li').first().waitFor();
  const podcast = await ask('/api/sources/practical-ai');
  assert.equal(await page.locator('.episodes > li').count(), podcast.counts.episodes);
  await page.getByRole('link', { name: 'Practical AI, episode 281' }).first().click();
  await page.waitForURL('**/source/practical-ai-281');
  await page.locator('.time-bar').waitFor();
  assert.deepEqual(complaints, []);
});

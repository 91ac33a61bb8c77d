import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { address, closePages, findings, launch, open, overflow, picture, settled } from './browser.mjs';
import { admin, newcomer, writeAs } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
  const somebody = await admin();
  const source = { type: 'source', kind: 'Episode', podcast: 'practical-ai', people: [] };
  await writeAs(somebody, 'POST', '/api/sources', {
    ...source,
    id: 'heard-episode',
    title: 'An episode to be heard',
    duration: 600,
    enclosure: 'https://audio.example/episode.wav',
  });
  const claim = {
    type: 'insight',
    claimType: 'report',
    certainty: 'plain',
    attribution: 'own',
    source: 'heard-episode',
    links: [{ subject: 'compute', relation: 'enables', object: 'sovereignty', sign: '+' }],
  };
  for (const start of [3, 240])
    await writeAs(somebody, 'POST', '/api/insights', {
      ...claim,
      id: `heard-at-${start}`,
      text: `Somebody says at second ${start} that compute enables sovereignty.`,
      start,
    });
});
afterEach(() => closePages(browser));
after(() => browser.close());

/** Half a minute of silence in 8 bit mono, 8 000 samples a second: browsers play nothing of fewer than 3 000. */
function silence() {
  const samples = 240_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

test('a recording is asked for only when play is pressed, and plays from the second of the claim', async () => {
  const { page, complaints } = await open(browser, '/source/heard-episode');
  const asked = [];
  await page.route('https://audio.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      body: silence(),
      contentType: 'audio/wav',
      headers: { 'Accept-Ranges': 'bytes' },
    });
  });
  await settled(page);
  assert.deepEqual(await findings(page), []);
  assert.equal(await page.locator('audio').count(), 0);
  assert.deepEqual([asked, complaints], [[], []]);
  await page.locator('#claim-heard-at-3').getByRole('button', { name: 'Play from 0:03' }).click();
  await page.waitForFunction(() => document.querySelector('audio')?.currentTime >= 3);
  assert.ok(asked.length > 0);
  assert.ok(asked.every((url) => url === 'https://audio.example/episode.wav'));
  // What left this server is the recording and nothing else; the policy refused nothing.
  assert.deepEqual(
    complaints.filter((one) => !one.startsWith('other host: https://audio.example/')),
    [],
  );
  assert.ok(address);
});

test('a podcast that counts seasons lists its episodes by them, and an episode leads to its season', async () => {
  const somebody = await admin();
  await writeAs(somebody, 'POST', '/api/sources', {
    type: 'source',
    kind: 'Podcast',
    id: 'counted-podcast',
    title: 'A podcast that counts',
  });
  for (const [season, number] of [
    [1, 1],
    [1, 2],
    [2, 1],
  ])
    await writeAs(somebody, 'POST', '/api/sources', {
      type: 'source',
      kind: 'Episode',
      podcast: 'counted-podcast',
      id: `counted-${season}-${number}`,
      title: `Counted ${season}.${number}`,
      season,
      number,
    });
  const { page, complaints } = await open(browser, '/source/counted-1-2');
  await page.getByRole('definition').filter({ hasText: /^1$/ }).getByRole('link').click();
  await page.waitForURL(/\/source\/counted-podcast#season-1$/);
  await settled(page);
  assert.deepEqual(await page.locator('.episode-group h3').allTextContents(), [
    'Season 2 1 episode',
    'Season 1 2 episodes',
  ]);
  assert.deepEqual(await page.locator('#season-1 li').allTextContents(), [
    'Counted 1.2 Season 1, episode 2 · 0 claims',
    'Counted 1.1 Season 1, episode 1 · 0 claims',
  ]);
  await page.getByRole('navigation', { name: 'Episodes by season or year' }).waitFor();
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(complaints, []);
  await narrow(page, 'seasons');
});

const said = `WEBVTT

00:05.000 --> 00:20.000
<v Ada>It was a long day, and we talked about many things before we came to this.

00:20.000 --> 00:40.000
<v Ben>I think that compute enables sovereignty for every nation, because machines need fewer permissions by 2030.

00:40.000 --> 00:50.000
<v Ada>And so it went.
`;

/** Sees a page at 400 px in the dark too, without opening it anew. */
async function narrow(page, name) {
  await page.setViewportSize({ width: 400, height: 850 });
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await findings(page), []);
  await picture(page, `${name}-narrow-dark`);
  assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a curator scans a transcript, reads each claim beside what was said, and does without a rule', async () => {
  const session = await newcomer('skye', 'curator');
  const { page, complaints } = await open(browser, '/scans', { session });
  await page.getByRole('combobox', { name: 'The episode it belongs to' }).fill('An episode to be heard');
  await page.locator('.menu.open li').first().filter({ hasText: 'An episode to be heard' }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByLabel('Or its file')
    .setInputFiles({ name: 'heard.vtt', mimeType: 'text/vtt', buffer: Buffer.from(said) });
  await page.getByRole('button', { name: 'Keep it and scan' }).click();
  await page.getByText('done: 1 episode, 3 segments read, 1 claim kept for review').waitFor();
  await page.getByText('last by scan 1').waitFor();
  await page.getByText(/left out, and why$/).click();
  await page.getByRole('button', { name: 'Gives a number: switch off' }).click();
  await page.getByRole('button', { name: 'Gives a number: switch on' }).waitFor();
  await settled(page);
  await picture(page, 'scans');
  assert.deepEqual(await findings(page), []);
  await narrow(page, 'scans');
  await page.getByRole('button', { name: 'Gives a number: switch on' }).click();
  await page.getByRole('button', { name: 'Gives a number: switch off' }).waitFor();
  await page.getByRole('link', { name: 'Review what it found' }).click();
  await page.getByRole('heading', { name: 'An episode to be heard 1' }).waitFor();
  assert.match(await page.locator('.spoken mark').innerText(), /^I think that compute enables sovereignty/);
  await settled(page);
  await picture(page, 'scanned');
  assert.deepEqual(await findings(page), []);
  await narrow(page, 'scanned');
  assert.deepEqual(complaints, []);
});

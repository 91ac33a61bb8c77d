import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, findings, launch, open, settled } from './browser.mjs';
import { admin, writeAs } from './people.mjs';

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

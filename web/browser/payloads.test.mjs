import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { address, closePages, launch, open, settled } from './browser.mjs';
import { findMarks, markedFile, payloads } from './payloads.mjs';
import { newcomer, writeAs } from './people.mjs';

let browser;
let curator;
let contributor;
before(async () => {
  browser = await launch();
  curator = await newcomer('marcus', 'curator');
  contributor = await newcomer('marta', 'contributor');
});
afterEach(() => closePages(browser));
after(() => browser.close());

test('no text of a record, a proposal, a remark or an import runs as a script, on no page and in no feed', async () => {
  const imported = await sendFile(curator, 'publish', markedFile());
  assert.equal(imported.written, 3 * payloads.length, JSON.stringify(imported.refusals).slice(0, 2000));
  await writeAs(contributor, 'POST', '/api/proposals', {
    record: {
      type: 'insight',
      id: 'marked-proposal',
      text: `${payloads[7]} proposed`,
      source: 'seed-brief',
      topics: ['ai-geopolitics'],
    },
    passage: { text: payloads.join(' '), start: 0, end: 20 },
  });
  await writeAs(contributor, 'POST', '/api/insights/marked-claim-7/remarks', {
    kind: 'dispute',
    text: payloads.join(' ').slice(0, 1900),
  });
  await sendFile(
    curator,
    'check',
    JSON.stringify({ id: 'marked-refused', text: payloads[0], more: payloads[8] }),
  );
  const { page, complaints } = await open(browser, '/', { session: curator });
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.evaluate(`globalThis.findMarks = ${findMarks}`);
  const unescaped = await page.evaluate(
    (texts) =>
      texts.filter(
        (text) => globalThis.findMarks(new globalThis.DOMParser().parseFromString(text, 'text/html'))[0],
      ),
    payloads.map((payload) => `<p title="${payload}">${payload}</p>`),
  );
  assert.ok(
    unescaped.length > 30,
    `only ${unescaped.length} of the texts are seen where they are not escaped`,
  );
  // The page's own policy refused what they would have done: so a refusal further down would be seen too.
  assert.ok(complaints.splice(0).length > 10);
  const places = [
    '/insight/marked-claim-7',
    '/entity/marked-thing-8',
    '/source/marked-source-2',
    '/search?q=marked%20claim&limit=50',
    '/explore?nodes=compute,marked-thing-1,marked-thing-9&view=list',
    '/paths?from=marked-thing-11&to=sovereignty',
    '/changes',
    '/review',
    '/disputes',
    '/import',
    '/brief?follow=marked-thing-3,marked-thing-38&span=all',
    '/embed/insight/marked-claim-39',
  ];
  let shown = 0;
  for (const place of places) {
    await page.goto(address + place);
    await settled(page);
    const text = await page.locator('main').innerText();
    assert.deepEqual(await page.evaluate(findMarks), [], place);
    shown += payloads.filter((payload) => text.includes(payload)).length;
  }
  await page.evaluate(`globalThis.findMarks = ${findMarks}`);
  const texts = await page.evaluate(lookThrough, payloads.length);
  assert.ok(shown > 20, `${shown} of the texts were seen as texts`);
  assert.deepEqual(texts.found, []);
  assert.ok(texts.looked >= 3 * payloads.length + 3, `looked at ${texts.looked}`);
  assert.deepEqual(complaints, []);
  await writeAs(curator, 'POST', `/api/imports/${imported.number}/undo`);
});

/** Imports JSON Lines as somebody who is signed in. */
async function sendFile(session, mode, lines) {
  const answer = await fetch(`${address}/api/import?mode=${mode}&wait=30`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-ndjson',
      Cookie: `${session.cookie.name}=${session.cookie.value}`,
      'Clew-Write-Word': session.writeWord,
    },
    body: lines,
  });
  return answer.json();
}

/** Reads the pages of all marked records as the server sends them, and feeds as readers of feeds do; run within a page. */
async function lookThrough(many) {
  const found = [];
  let looked = 0;
  const look = (text, type, place) => {
    const read = new globalThis.DOMParser().parseFromString(text, type);
    if (read.querySelector('parsererror'))
      found.push(`${place}: ${read.querySelector('parsererror').textContent}`);
    found.push(...globalThis.findMarks(read).map((mark) => `${place}: ${mark}`));
    looked++;
    return read;
  };
  for (let number = 0; number < many; number++)
    for (const kind of ['insight/marked-claim', 'entity/marked-thing', 'source/marked-source']) {
      const place = `/${kind}-${number}`;
      look(await (await fetch(place, { headers: { Accept: 'text/html' } })).text(), 'text/html', place);
    }
  for (const place of [
    '/feeds/changes.atom',
    '/feeds/brief.atom?follow=marked-thing-3,marked-thing-7,marked-thing-38',
    '/feeds/paths.atom?from=marked-thing-11&to=compute',
  ]) {
    const feed = look(await (await fetch(place)).text(), 'application/xml', place);
    for (const html of feed.querySelectorAll('[type=html]')) look(html.textContent, 'text/html', place);
    for (const link of feed.querySelectorAll('link'))
      if (/^(javascript|data):/i.test(link.getAttribute('href'))) found.push(place);
  }
  return { found, looked };
}

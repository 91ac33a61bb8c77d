// Shows letters made of the payloads as a mail program does that has no policy of its own: `node browser/letters.mjs FOLDER`.
// The folder has NUMBER-NAME.html and NUMBER-NAME.txt, each made of records that hold the payload of this number.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../build/chromium.mjs';
import { findMarks, payloads } from './payloads.mjs';

process.env.CHROMIUM ??= findChromium();
const { launch } = await import('./browser.mjs');
const mailbox = 'http://mailbox.example/';
const elements = /^(html|head|body|p|div|a|ul|li|h2|hr)$/;
const attributes = /^(lang|style|href)$/;

const [, , folder] = process.argv;
const browser = await launch();
const context = await browser.newContext();
const page = await context.newPage();
let shown = '';
const noticed = [];
page.on('pageerror', (error) => noticed.push(`script: ${error.message}`));
page.on('dialog', (dialog) => {
  noticed.push(`dialog: ${dialog.message()}`);
  return dialog.dismiss();
});
await context.route('**/*', (route) => {
  const asked = route.request().url();
  if (asked === mailbox + shown.name) return route.fulfill({ contentType: shown.type, body: shown.body });
  noticed.push(`asked for ${asked}`);
  return route.abort();
});

/** What a letter does that is shown, and what it shows. */
async function show(name, type, body) {
  shown = { name, type: `${type}; charset=utf-8`, body };
  await page.goto(mailbox + name, { waitUntil: 'load' });
  // What waits for focus, for a frame or for its turn has had it by then.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
  );
  const marks = await page.evaluate(findMarks);
  const made = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('*')].flatMap((each) => [
        each.localName,
        ...[...each.attributes].map((attribute) => `@${attribute.name}`),
      ]),
    ),
  ]);
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('a')].map((each) => each.getAttribute('href')),
  );
  const text = await page.evaluate(() => document.body.innerText);
  return { did: [...marks, ...noticed.splice(0)], made, links, text };
}

/** Blanks as a page shows them. */
const plain = (text) => text.replaceAll(/\s+/g, ' ');

try {
  let seen = 0;
  for (const [number, payload] of payloads.entries()) {
    const { did } = await show(`bare-${number}`, 'text/html', `<p title="${payload}">${payload}</p>`);
    if (did.length > 0) seen++;
  }
  assert.ok(seen > 30, `only ${seen} of the texts are seen where they are not escaped`);
  const letters = readdirSync(folder).filter((name) => name.endsWith('.html'));
  assert.ok(letters.length > payloads.length, `${letters.length} letters`);
  const told = new Set();
  for (const letter of letters) {
    const number = Number.parseInt(letter, 10);
    const html = await show(letter, 'text/html', readFileSync(join(folder, letter), 'utf8'));
    assert.deepEqual(html.did, [], letter);
    assert.deepEqual(
      html.made.filter(
        (name) => !(name.startsWith('@') ? attributes.test(name.slice(1)) : elements.test(name)),
      ),
      [],
      letter,
    );
    assert.deepEqual(
      html.links.filter((link) => !/^http:\/\/clew\.example\/|^https:\/\/x\.example\//.test(link)),
      [],
      letter,
    );
    const name = letter.replace('.html', '.txt');
    const text = await show(name, 'text/plain', readFileSync(join(folder, name), 'utf8'));
    assert.deepEqual(text.did, [], name);
    for (const form of [html, text])
      if (plain(form.text).includes(plain(payloads[number]).trim())) told.add(`${number} ${form === html}`);
  }
  assert.equal(told.size, 2 * payloads.length, [...told].join(', '));
  console.log(`${2 * letters.length} forms of letters looked at; unescaped, ${seen} of the texts are seen.`);
} finally {
  await browser.close();
}

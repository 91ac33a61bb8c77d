import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { address, ask, closePages, findings, launch, open, overflow, picture, settled } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

const editor = (page) => page.getByRole('textbox', { name: 'SPARQL query' });

/** Waits for the editor itself, in whose place a plain field stands at first. */
async function ready(page) {
  await page.locator('.cm-content').waitFor();
  await settled(page);
}

/** Replaces what the editor holds, as a person would. */
async function write(page, query) {
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(query);
}

const screens = [
  { name: 'wide', width: 1280, height: 900, dark: false },
  { name: 'wide-dark', width: 1280, height: 900, dark: true },
  { name: 'narrow', width: 400, height: 850, dark: false },
  { name: 'narrow-dark', width: 400, height: 850, dark: true },
];
for (const screen of screens) {
  test(`queries have no serious finding and fit their window: ${screen.name}`, async () => {
    const { page, complaints } = await open(browser, '/sparql?example=who-says-so', screen);
    await ready(page);
    await page.getByRole('region', { name: 'Table of results' }).waitFor();
    await page.getByText('Use it from …').click();
    await picture(page, `sparql-${screen.name}`);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
    assert.deepEqual(complaints, []);
  });
}

test('every question to begin with is answered, as a table, a graph or bars', async () => {
  const { page, complaints } = await open(browser, '/sparql');
  await ready(page);
  const { examples } = await ask('/sparql/examples');
  assert.ok(examples.length >= 15);
  for (const { title, view } of examples) {
    await page.getByRole('button', { name: title, exact: true }).click();
    const results = page.getByRole('region', { name: 'Results' });
    await results.getByRole('heading', { name: /^\d+ (row|triple)s?$/ }).waitFor();
    if (view === 'chart') await results.getByRole('meter').first().waitFor();
    if (view === 'graph') await results.getByRole('img').waitFor();
    if (view === 'table') await results.getByRole('table').waitFor();
  }
  assert.deepEqual(complaints, []);
});

test('prefixes come by themselves, terms and things are completed, and Ctrl+Enter asks', async () => {
  const { page, complaints } = await open(browser, '/sparql');
  await ready(page);
  await write(page, 'SELECT * { ?insight ');
  await page.keyboard.type('clew:cert');
  const list = page.getByRole('listbox');
  // The editor takes Enter for an option only after a moment, lest somebody who types on accepts one.
  const accept = async (name) => {
    await list.getByRole('option', { name }).waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  };
  await accept(/clew:certainty/);
  await page.keyboard.type(' ?certainty ; clew:mentions|clew:topic entity:geopol');
  await accept(/Geopolitics of AI/);
  await page.keyboard.type(' }');
  const text = await editor(page).innerText();
  assert.match(text, /PREFIX clew: <https:\/\/w3id.org\/clew\/ontology#>/);
  assert.match(text, /PREFIX entity: <http/);
  assert.match(text, /clew:certainty \?certainty ; clew:mentions\|clew:topic entity:ai-geopolitics/);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^\d+ rows$/ }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a mistake is shown where it is, and a query that runs too long is explained', async () => {
  const { page, complaints } = await open(browser, '/sparql');
  await ready(page);
  await write(page, 'SELECT * {\n  ?a ?b }}\n');
  await page.getByRole('button', { name: 'Run' }).click();
  await page
    .getByRole('alert')
    .getByText(/malformed at line 2/)
    .waitFor();
  await page.locator('.cm-lintRange-error, .cm-lintPoint-error').first().waitFor();
  await page.route('**/sparql', async (route) => {
    const asked = await route.fetch({ postData: `${route.request().postData()}&timeout=0.05` });
    await route.fulfill({ response: asked });
  });
  await write(page, 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('Begin with what is rare').waitFor();
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(complaints, []);
});

test('the same address is the page to a reader and the results to a program', async () => {
  const query = 'SELECT ?label { <entity/compute> <http://www.w3.org/2000/01/rdf-schema#label> ?label }';
  const place = `/sparql?query=${encodeURIComponent(query)}`;
  const { page } = await open(browser, place);
  await ready(page);
  await page.getByRole('heading', { name: '1 row' }).waitFor();
  const results = await fetch(address + place, { headers: { Accept: 'text/csv' } });
  assert.equal((await results.text()).trim(), 'label\r\nCompute');
});

test('a short link opens the same query in the same view', async () => {
  const { page, complaints } = await open(browser, '/sparql');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ready(page);
  await write(page, 'SELECT ?type (COUNT(*) AS ?n) { ?i ');
  await page.keyboard.type('clew:claimType ?type } GROUP BY ?type');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('heading', { name: /^\d+ rows$/ }).waitFor();
  await page.getByRole('button', { name: 'Chart' }).click();
  await page.getByRole('meter').first().waitFor();
  await page.getByRole('button', { name: 'Copy short link' }).click();
  await page.getByText('(copied)').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.length < 130, link);
  const again = await open(browser, link.slice(address.length));
  await ready(again.page);
  await again.page.getByRole('meter').first().waitFor();
  assert.match(await editor(again.page).innerText(), /GROUP BY \?type/);
  assert.deepEqual(complaints, []);
});

test('the programs of "use it from" print what the page shows, and the downloads hold it', async () => {
  const { page, complaints } = await open(browser, '/sparql?example=nato-outside-the-union');
  await ready(page);
  await page.getByText('Use it from …').click();
  const written = async (language) => {
    await page
      .getByRole('group', { name: 'Language' })
      .getByRole('button', { name: language, exact: true })
      .click();
    return page.getByRole('region', { name: `The query from ${language}` }).innerText();
  };
  const runtimes = [
    ['JavaScript', process.execPath, ['--input-type=module', '-e']],
    ['Python', 'python3', ['-c']],
    ['curl', 'sh', ['-c']],
  ];
  for (const [language, runtime, flags] of runtimes) {
    const program = await written(language);
    let told;
    try {
      told = execFileSync(runtime, [...flags, program], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (cause) {
      if (cause.code === 'ENOENT' || cause.status === 127) continue;
      throw cause;
    }
    assert.match(told, /Norway/, language);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Download' }).getByRole('button', { name: 'CSV' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), 'clew-query.csv');
  assert.match(readFileSync(await file.path(), 'utf8'), /Norway/);
  assert.deepEqual(complaints, []);
});

test('a keyboard reader can leave the editor', async () => {
  const { page } = await open(browser, '/sparql');
  await ready(page);
  await editor(page).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, 'Run');
});

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { address, closePages, findings, launch, open, overflow, picture, settled } from './browser.mjs';
import { admin, firstLink, invite, newcomer, password } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
afterEach(() => closePages(browser));
after(() => browser.close());

const signIn = async (page, name, word) => {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('the first admin comes in by the link that serve printed, and the link is then spent', async () => {
  const { page, complaints } = await open(browser, `/join#${firstLink()}`);
  await page.getByText('You are the first').waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the secret stays out of the address');
  await picture(page, 'join');
  assert.deepEqual(await findings(page), []);
  await page.getByLabel('Name').fill('Root!');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByText('This must be 1 to 40 lower-case letters').waitFor();
  await page.getByLabel('Name').fill('root');
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByText('This must have 8 to 200 characters').waitFor();
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.waitForURL('**/account');
  await page.getByText('You are signed in as root, an admin').waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'root' }).waitFor();
  const again = await open(browser, `/join#${firstLink()}`);
  await again.page.getByText('This link was used already or is too old').waitFor();
  assert.deepEqual([...complaints, ...again.complaints], []);
});

test('a wrong password and an unknown name are told alike, the right one leads back to where one was', async () => {
  await newcomer('ada', 'curator');
  const { page, complaints } = await open(browser, '/explore?nodes=compute,alliance&view=list');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.waitForURL('**/sign-in?to=*');
  const told = page.getByRole('alert');
  await signIn(page, 'ada', 'not this one');
  const wrongPassword = await told.innerText();
  await signIn(page, 'nobody-here', 'not this one');
  assert.equal(await told.innerText(), wrongPassword);
  assert.equal(wrongPassword, 'Name and password do not fit together: try again.');
  await picture(page, 'sign-in-refused');
  assert.deepEqual(await findings(page), []);
  await signIn(page, 'ada', password);
  await page.waitForURL('**/explore?nodes=compute,alliance&view=list');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Add' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Add', exact: true }).count(), 0);
  assert.deepEqual(complaints, []);
});

test('many wrong guesses are slowed down and the page says for how long', async () => {
  await newcomer('guessed', 'reader');
  const { page } = await open(browser, '/sign-in');
  for (let guess = 0; guess < 6; guess++) {
    const answered = page.waitForResponse('**/api/session');
    await signIn(page, 'guessed', `guess number ${guess}`);
    await answered;
  }
  await page.getByText(/^Too many sign-ins failed: try again in \d+ seconds\.$/).waitFor();
});

test('signing out ends the session on the server: what was copied of it is worth nothing', async () => {
  const session = await newcomer('grace', 'reader');
  const { page } = await open(browser, '/account', { session });
  await page.getByText('You are signed in as grace').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('This page needs the account of a reader').waitFor();
  const again = await open(browser, '/account', { session });
  await again.page.getByText('This page needs the account of a reader').waitFor();
});

test('a view that is kept opens by its short address for anybody, and is deleted where it is listed', async () => {
  const session = await newcomer('vera', 'reader');
  const { page, complaints } = await open(browser, '/explore?nodes=compute,alliance&view=list', { session });
  await page.getByText('Keep or send this view').click();
  await page.getByLabel('Its name').fill('Two ends');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const short = await page.locator('.keep-view a[href^="/x/"]').getAttribute('href');
  const stranger = await open(browser, short);
  await stranger.page.waitForURL('**/explore?nodes=compute,alliance&view=list');
  await page.goto(`${address}/explore`);
  await page.getByRole('link', { name: 'Two ends' }).waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByRole('button', { name: 'Delete Two ends' }).click();
  await page.getByRole('link', { name: 'Two ends' }).waitFor({ state: 'detached' });
  const gone = await open(browser, short);
  await gone.page.getByText('There is nothing here').waitFor();
  assert.deepEqual([...complaints, ...stranger.complaints], []);
});

test('a session that ended while its page was open leads to signing in, and back', async () => {
  const session = await newcomer('hedy', 'curator');
  const { page } = await open(browser, '/account', { session });
  await page.getByText('You are signed in as hedy').waitFor();
  await page.context().clearCookies();
  await page.getByLabel('What a new token is for').fill('laptop');
  await page.getByRole('button', { name: 'Make a token' }).click();
  await page.getByText('This page needs the account of a reader').waitFor();
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, 'hedy', password);
  await page.waitForURL('**/account');
  await page.getByText('You are signed in as hedy').waitFor();
});

test('somebody makes a token, sees it once, revokes it, and changes the password', async () => {
  const session = await newcomer('mary', 'curator');
  const { page, complaints } = await open(browser, '/account', { session });
  await page.getByLabel('What a new token is for').fill('laptop');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.locator('.shown-once code').innerText();
  assert.match(token, /^clew_[\w-]{43}$/);
  const asked = await fetch(`${page.url().replace('/account', '')}/api/account`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  assert.equal((await asked.json()).name, 'mary');
  await settled(page);
  await picture(page, 'account');
  assert.deepEqual(await findings(page), []);
  await page.reload();
  await page.getByRole('button', { name: 'Revoke laptop' }).waitFor();
  assert.ok(!(await page.content()).includes(token));
  await page.getByRole('button', { name: 'Revoke laptop' }).click();
  await page.getByText('laptop').first().waitFor({ state: 'detached' });
  const refused = await fetch(`${page.url().replace('/account', '')}/api/account`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  assert.equal(refused.status, 401);
  await page.getByLabel('The password so far').fill(password);
  await page.getByLabel('The new password').fill('another thread entirely');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('The password is changed').waitFor();
  const other = await open(browser, '/account', { session });
  await other.page.getByText('This page needs the account of a reader').waitFor();
  await page.reload();
  await page.getByText('You are signed in as mary').waitFor();
  assert.deepEqual([...complaints, ...other.complaints], []);
});

test('an admin invites somebody, changes what they may do, disables them, and sees all of it noted', async () => {
  const { page, complaints } = await open(browser, '/admin', { session: await admin() });
  await page.getByLabel('Name of the account').fill('joan');
  await page.getByLabel('Role', { exact: true }).selectOption('contributor');
  await page.getByRole('button', { name: 'Make the account' }).click();
  const link = await page.locator('.shown-once code').innerText();
  const guest = await open(browser, new URL(link).pathname + new URL(link).hash);
  await guest.page.getByText('Choose the password of joan').waitFor();
  await guest.page.getByLabel('Password').fill(password);
  await guest.page.getByRole('button', { name: 'Come in' }).click();
  await guest.page.getByText('You are signed in as joan, a contributor').waitFor();
  await page.getByLabel('Role of joan').selectOption('curator');
  await page.getByText('joan: role changed (contributor to curator) by root').first().waitFor();
  await guest.page.reload();
  await guest.page.getByText('You are signed in as joan, a curator').waitFor();
  await page.getByRole('button', { name: 'Disable joan' }).click();
  await page.getByRole('button', { name: 'Enable joan' }).waitFor();
  await guest.page.reload();
  await guest.page.getByText('This page needs the account of a reader').waitFor();
  await page.getByRole('button', { name: 'Disable root' }).click();
  await page.getByText("'root' is the last admin").waitFor();
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  const made = await page.getByText(/^Made \S+, up to change \d+\.$/).innerText();
  const row = page.getByRole('listitem').filter({ hasText: made.split(/[ ,]/)[1] });
  await row.getByText('verified').first().waitFor();
  await settled(page);
  await picture(page, 'admin');
  assert.deepEqual(await findings(page), []);
  await page.getByRole('link', { name: 'Jobs' }).click();
  const feeds = page.getByRole('article', { name: /^feeds/i });
  await feeds.getByRole('button', { name: 'Pause feeds' }).click();
  await feeds.getByText('It is held until somebody resumes it.').waitFor();
  await feeds.getByRole('button', { name: 'Run now feeds' }).click();
  await feeds.getByText(/done\. \d+ feeds read\./).waitFor();
  await feeds.getByRole('button', { name: 'Resume feeds' }).click();
  await feeds.getByText(/^Next run/).waitFor();
  await page.getByRole('heading', { name: 'Insights sent to readers' }).waitFor();
  await page.getByText('This installation sends no mail').waitFor();
  await page.getByRole('heading', { name: 'What would be sent within a day, as of now' }).waitFor();
  await settled(page);
  await picture(page, 'jobs');
  assert.deepEqual(await findings(page), []);
  await page.setViewportSize({ width: 400, height: 850 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'jobs-narrow-dark');
  assert.deepEqual(await findings(page), []);
  assert.ok((await overflow(page)) <= 0);
  assert.deepEqual([...complaints, ...guest.complaints], []);
});

test('a page that needs another role says which, and who can change that', async () => {
  const session = await newcomer('rosa', 'reader');
  const { page, complaints } = await open(browser, '/add', { session });
  await page
    .getByText('Adding claims needs the account of a contributor; yours, rosa, is that of a reader.')
    .waitFor();
  await page.goto(page.url().replace('/add', '/admin'));
  await page.getByText('Seeing to accounts needs the account of an admin').waitFor();
  const link = await invite('never-came', 'reader');
  assert.match(link, /^\/join#[\w-]{43}$/);
  assert.deepEqual(complaints, []);
});

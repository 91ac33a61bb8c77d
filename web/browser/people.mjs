// People with accounts, made by the API: what a journey needs before its page is opened.
import { address } from './browser.mjs';

export const password = 'a thread through the maze';

/** The secret of the link that `serve` printed while nobody had an account. */
export function firstLink() {
  const link = process.env.CLEW_FIRST_LINK;
  if (!link) throw new Error('Set CLEW_FIRST_LINK to the link that serve printed for the first admin.');
  return link.slice(link.indexOf('#') + 1);
}

async function call(method, path, body, session, headers = {}) {
  return fetch(address + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...headers,
      ...(session && {
        Cookie: `${session.cookie.name}=${session.cookie.value}`,
        'Clew-Write-Word': session.writeWord,
      }),
    },
    body: JSON.stringify(body),
  });
}

async function opened(answer) {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  const [pair] = answer.headers.get('Set-Cookie').split(';');
  const [name, value] = pair.split('=');
  return { cookie: { name, value }, ...(await answer.json()) };
}

/** The admin's session; the admin is made where nobody has an account yet. */
export async function admin() {
  const answer = await call('POST', '/api/session', { name: 'root', password });
  if (answer.ok) return opened(answer);
  return opened(await call('PUT', '/api/invitation', { link: firstLink(), name: 'root', password }));
}

/** A link by which a new account of this name comes in. */
export async function invite(name, role) {
  const answer = await call('POST', '/api/accounts', { name, role }, await admin());
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()).link;
}

/** The session of a new account. */
export async function newcomer(name, role) {
  const link = (await invite(name, role)).replace('/join#', '');
  return opened(await call('PUT', '/api/invitation', { link, name, password }));
}

/** Writes by the API as somebody who is signed in. */
export async function writeAs(session, method, path, body, headers) {
  const answer = await call(method, path, body, session, headers);
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

/** Asks the server these pages came from, and turns every refusal into an {@link ApiProblem}. */
import { readKey } from '../state/reader';
import type { InputProblem, Session } from './types';

/** An answer that is not the one asked for: what the server said, ready to be shown. */
export class ApiProblem extends Error {
  /** The HTTP status; 0 where no answer came at all. */
  readonly status: number;
  readonly title: string;
  readonly code: string | undefined;
  readonly problems: readonly InputProblem[];

  constructor(
    status: number,
    said: { title?: string; detail?: string; code?: string; problems?: InputProblem[] },
  ) {
    super(said.detail ?? said.title ?? 'The server gave no reason.');
    this.name = 'ApiProblem';
    this.status = status;
    this.title = said.title ?? 'The server could not answer';
    this.code = said.code;
    this.problems = said.problems ?? [];
  }
}

interface Sent extends RequestInit {
  headers?: Record<string, string>;
}

/** By which a reader without an account is known; an account needs none. */
function readerHeaders(path: string): Record<string, string> {
  const key = path.startsWith('/api/reader') && known?.name === undefined ? readKey() : undefined;
  return key === undefined ? {} : { 'Clew-Reader-Key': key };
}

async function send(path: string, request: Sent): Promise<Response> {
  const headers = { Accept: 'application/json', ...readerHeaders(path), ...request.headers };
  try {
    return await fetch(path, { ...request, headers });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, {
      title: 'The server cannot be reached',
      detail: 'No answer came. Is Clew still running? Start it again, then reload this page.',
    });
  }
}

async function body(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!/[/+]json/.test(type)) {
    throw new ApiProblem(response.ok ? 502 : response.status, {
      title: response.statusText || 'Unexpected answer',
      detail: `The server answered ${response.status} with ${type || 'no type'} where JSON was expected.`,
    });
  }
  return response.json();
}

/** Reads one answer of the API. A retracted record is an ApiProblem of status 410; a merged one is followed. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answered<T>(await send(path, signal ? { signal } : {}));
}

async function answered<T>(response: Response): Promise<T> {
  const answer = response.status === 204 ? undefined : await body(response);
  if (!response.ok)
    throw new ApiProblem(response.status, answer as ConstructorParameters<typeof ApiProblem>[1]);
  return answer as T;
}

/** What is written, and how. */
export interface Writing {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  /** Sent as it is, in the place of a JSON body. */
  file?: { content: Blob; mediaType: string };
  /** The version that the edit builds on. */
  version?: number;
  /** Makes a repeat of the same POST the same one write. */
  key?: string;
}

/** Where it is told who asks. */
export const sessionPath = '/api/session';

/** The session of this browser as it was last told; undefined until it was. */
let known: Session | undefined;

/** Who asks, and the word that each of their writes repeats. */
export async function readSession(signal?: AbortSignal): Promise<Session> {
  return keepSession(await read<Session>(sessionPath, signal));
}

/** Keeps what an answer told of the session. */
export function keepSession(session: Session): Session {
  known = session;
  return session;
}

async function written(writing: Writing, session: Session): Promise<Response> {
  const { method, path, body: sent, file, version, key } = writing;
  const headers: Record<string, string> = {
    ...(session.writeWord !== undefined && { 'Clew-Write-Word': session.writeWord }),
    ...(sent !== undefined && { 'Content-Type': 'application/json' }),
    ...(file && { 'Content-Type': file.mediaType }),
    ...(version !== undefined && { 'If-Match': `"${version}"` }),
    ...(key !== undefined && { 'Idempotency-Key': key }),
  };
  const content = file?.content ?? (sent === undefined ? null : JSON.stringify(sent));
  return send(path, { method, headers, body: content });
}

/**
 * Writes by one call of the API, with the session's word. A refusal is an ApiProblem whose problems name the fields.
 * The same account may have signed in anew in another window, whose word is another one: then it is asked for and the
 * write sent again.
 */
export async function write<T>(writing: Writing): Promise<T> {
  const session = known ?? (await readSession());
  const response = await written(writing, session);
  if (response.status !== 403) return answered<T>(response);
  const now = await readSession();
  const renewed = now.name === session.name && now.writeWord !== session.writeWord;
  return answered<T>(renewed ? await written(writing, now) : response);
}

/** Sends as {@link write} does, and reads an answer that is a file. */
export async function writeFile(writing: Writing): Promise<Blob> {
  const response = await written(writing, known ?? (await readSession()));
  if (!response.ok) await answered(response);
  return response.blob();
}

/** Reads one answer that is no JSON of ours, such as results of a query, with what its headers say. */
export async function readAs(
  path: string,
  accept: string,
  request: RequestInit = {},
): Promise<{ text: string; mediaType: string; header: (name: string) => string | null }> {
  const response = await send(path, { ...request, headers: { Accept: accept } });
  if (!response.ok) {
    throw new ApiProblem(
      response.status,
      (await body(response)) as ConstructorParameters<typeof ApiProblem>[1],
    );
  }
  const mediaType = (response.headers.get('Content-Type') ?? '').split(';', 1)[0] ?? '';
  return { text: await response.text(), mediaType, header: (name) => response.headers.get(name) };
}

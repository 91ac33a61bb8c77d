/** Asks the server these pages came from, and turns every refusal into an {@link ApiProblem}. */
import type { InputProblem } from './types';

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

async function send(path: string, request: Sent): Promise<Response> {
  try {
    return await fetch(path, { ...request, headers: { Accept: 'application/json', ...request.headers } });
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
  /** The version that the edit builds on. */
  version?: number;
  /** Makes a repeat of the same POST the same one write. */
  key?: string;
}

/** Writes by one call of the API. A refusal is an ApiProblem whose problems name the fields. */
export async function write<T>({ method, path, body: sent, version, key }: Writing): Promise<T> {
  const headers: Record<string, string> = {
    ...(sent !== undefined && { 'Content-Type': 'application/json' }),
    ...(version !== undefined && { 'If-Match': `"${version}"` }),
    ...(key !== undefined && { 'Idempotency-Key': key }),
  };
  const request = sent === undefined ? { method, headers } : { method, headers, body: JSON.stringify(sent) };
  return answered<T>(await send(path, request));
}

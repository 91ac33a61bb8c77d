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

async function send(path: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(path, { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) });
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
  const response = await send(path, signal);
  const answer = await body(response);
  if (!response.ok)
    throw new ApiProblem(response.status, answer as ConstructorParameters<typeof ApiProblem>[1]);
  return answer as T;
}

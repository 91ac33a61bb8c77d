/** Files on their way in: what kind each is, and how a run went, in words. */
import type { ImportRun } from '../api/types';
import { readWhole } from './parameters';
import { plural } from './sentence';

export interface FileKind {
  label: string;
  mediaType: string;
}

const kinds = new Map<string, FileKind>(
  Object.entries({
    jsonl: { label: 'JSON Lines', mediaType: 'application/x-ndjson' },
    ndjson: { label: 'JSON Lines', mediaType: 'application/x-ndjson' },
    csv: { label: 'CSV table', mediaType: 'text/csv' },
    trig: { label: 'TriG', mediaType: 'application/trig' },
    ttl: { label: 'Turtle', mediaType: 'text/turtle' },
    nt: { label: 'N-Triples', mediaType: 'application/n-triples' },
    nq: { label: 'N-Quads', mediaType: 'application/n-quads' },
    nquads: { label: 'N-Quads', mediaType: 'application/n-quads' },
    jsonld: { label: 'JSON-LD', mediaType: 'application/ld+json' },
  }),
);

/** The endings of files that can be imported, for the window that chooses them. */
export const endings: readonly string[] = [...[...kinds.keys()].map((ending) => `.${ending}`), '.gz'];

/** Most bytes of one file. */
export const limitBytes = 256 * 1024 * 1024;

/** What a file is by the ending of its name; undefined for what cannot be imported. */
export function fileKind(name: string): FileKind | undefined {
  const [, ending, packed] = /\.([a-z]+)(\.gz)?$/i.exec(name) ?? [];
  const kind = kinds.get((ending ?? '').toLowerCase());
  return kind && packed ? { label: `${kind.label}, packed`, mediaType: 'application/gzip' } : kind;
}

/** Why a file cannot be sent, as a sentence with what to do; undefined where it can. */
export function fileProblem({ name, size }: { name: string; size: number }): string | undefined {
  if (!fileKind(name))
    return `The name must end in ${endings.slice(0, -1).join(', ')}, or one of these and .gz.`;
  if (size === 0) return 'The file is empty.';
  if (size > limitBytes) return 'A file has at most 256 MiB: pack it with gzip, or cut it into parts.';
  return undefined;
}

type RunState = ImportRun['state'];
type Mode = ImportRun['mode'];

const stateWords: Record<RunState, string> = {
  waiting: 'waiting for the ones before',
  running: 'under way',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
  interrupted: 'interrupted by a stop of the server',
  undone: 'undone',
};

export const runState = (state: RunState): string => stateWords[state];
export const isUnderWay = (state: RunState): boolean => state === 'waiting' || state === 'running';

const written: Record<Mode, string> = {
  publish: 'published',
  propose: 'proposed',
  check: 'could be imported',
};

/** How a run went: `12 records read: 10 published, 1 there already, 1 refused`. */
export function runSentence(
  run: Pick<ImportRun, 'mode' | 'read' | 'written' | 'skipped' | 'refused'>,
): string {
  const parts = [
    `${run.written.toLocaleString('en')} ${written[run.mode]}`,
    ...(run.skipped > 0 ? [`${run.skipped.toLocaleString('en')} there already`] : []),
    ...(run.refused > 0 ? [`${run.refused.toLocaleString('en')} refused`] : []),
  ];
  return `${plural(run.read, 'record')} read: ${parts.join(', ')}`;
}

/** How far a run is, from 0 to 1; undefined while that is not known. Checking comes first, then writing. */
export function runShare({ progress, mode }: Pick<ImportRun, 'progress' | 'mode'>): number | undefined {
  if (!progress || progress.total === 0) return undefined;
  const share = Math.min(progress.done / progress.total, 1);
  if (mode === 'check') return share;
  return progress.stage === 'checking' ? share / 2 : 0.5 + share / 2;
}

/** Whether a run wrote something that can be taken back as one. */
export const canUndo = ({ state, written: count, mode, run }: ImportRun): boolean =>
  !isUnderWay(state) && state !== 'undone' && mode !== 'check' && count > 0 && (mode === 'propose' || !!run);

/** Whether claims of it stand in the library, so that they can be held against others. */
export const hasPublished = (run: ImportRun): boolean => run.mode === 'publish' && canUndo(run);

/** How many of the claims looked at others say too. */
export const alikeSentence = (alike: number, looked: number, more: boolean): string =>
  `${alike === 0 ? 'None' : alike.toLocaleString('en')} of ${more ? 'the first ' : ''}${plural(looked, 'claim')} ${
    alike === 1 ? 'says' : 'say'
  } what another published claim says.`;

/** The formats of which the refused part is made into a file to mend. */
export const isMendable = ({ format, refused }: Pick<ImportRun, 'format' | 'refused'>): boolean =>
  refused > 0 && (format === 'csv' || format === 'jsonl');

/** The run that an address names. */
export const readRun = (search: string): number | undefined =>
  readWhole(new URLSearchParams(search).get('run'), 1, 999_999);

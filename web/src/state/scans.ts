/** Scans of transcripts in words: how far each is, what was left out and why, and what its rules are worth. */
import type { ScanRun, ScanRuns, Transcript } from '../api/types';
import { address, readWhole } from './parameters';
import { capitalize, plural, readableSlug } from './sentence';

/** What is to be scanned: episodes whose transcripts are kept, or one whose transcript is given along. */
export type Wanted =
  { episodes: readonly string[] } | { episode: string; file: File } | { episode: string; address: string };

type ScanState = ScanRun['state'];
type Part = ScanRun['episodes'][number];

const stateWords: Record<ScanState, string> = {
  waiting: 'waiting for the scans before',
  running: 'under way',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
  interrupted: 'interrupted by a stop of the server',
};

export const scanState = (state: ScanState): string => stateWords[state];

/** Whether a scan has not come to its end. */
export const isOpen = ({ state }: Pick<ScanRun, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** Whether somebody can go on with a scan that was stopped. */
export const isResumable = ({ state }: Pick<ScanRun, 'state'>): boolean =>
  state === 'cancelled' || state === 'failed' || state === 'interrupted';

const sum = (parts: readonly Part[], count: (part: Part) => number): number =>
  parts.reduce((all, part) => all + count(part), 0);

const through = (parts: readonly Part[]): number => parts.filter(({ state }) => state === 'done').length;

/** How much of a scan is through, from 0 to 1. */
export const scanShare = ({ episodes }: Pick<ScanRun, 'episodes'>): number =>
  episodes.length === 0 ? 1 : through(episodes) / episodes.length;

/** What came of a scan so far: `2 of 3 episodes through, 900 segments read, 31 claims kept for review`. */
export function scanSentence({ episodes }: Pick<ScanRun, 'episodes'>): string {
  const all = plural(episodes.length, 'episode');
  const parts = [
    through(episodes) === episodes.length ? all : `${through(episodes)} of ${all} through`,
    `${plural(
      sum(episodes, ({ segments }) => segments),
      'segment',
    )} read`,
    `${plural(
      sum(episodes, ({ candidates }) => candidates),
      'claim',
    )} kept for review`,
  ];
  return parts.join(', ');
}

const droppedWords: Record<string, string> = {
  known: 'proposed before',
  repeated: 'said twice in the episode',
  question: 'a question',
  'too-short': 'too short for a claim',
  'too-long': 'too long for a quote',
  unintelligible: 'not understood by whoever wrote it down',
  'show-talk': 'about the show itself',
  'low-score': 'says too little that can be claimed',
  'beyond-the-best': 'worth less than those kept',
  'rule-off': 'picked only by rules that are off',
};

/** What was left out and why, most first. */
export const droppedLines = (dropped: Part['dropped']): { why: string; count: number }[] =>
  Object.entries(dropped)
    .map(([code, count]) => ({ why: droppedWords[code] ?? readableSlug(code), count }))
    .sort((one, other) => other.count - one.count);

const ruleWords: Record<string, string> = {
  link: 'Says how two things of the library are related',
  names: 'Names things of the library',
  cause: 'Says what brings something about',
  comparison: 'Compares, or says that something changes',
  number: 'Gives a number',
  outlook: 'Says what will or should be',
  judgement: 'Judges, or says what holds in general',
  reported: 'Tells what somebody believes',
  central: 'Speaks of what the episode is about',
  length: 'Stands alone by its length',
};

/** What a rule picks, in words. */
export const ruleText = (rule: string): string => ruleWords[rule] ?? capitalize(readableSlug(rule));

type Tally = Pick<ScanRuns['rules'][number], 'accepted' | 'rejected'>;

/** How much of what was decided was accepted: `12 %`; a dash while nothing was decided. */
export function acceptedShare({ accepted, rejected }: Tally): string {
  const decided = accepted + rejected;
  return decided === 0 ? '–' : `${Math.round((100 * accepted) / decided)} %`;
}

/** The rules that one should consider doing without: mostly rejected, and not off yet. */
export const worthTurningOff = (rules: ScanRuns['rules']): ScanRuns['rules'] =>
  rules.filter(({ mostlyRejected, on }) => mostlyRejected && on);

const mediaTypes: Record<string, string> = {
  vtt: 'text/vtt',
  srt: 'application/srt',
  json: 'application/json',
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
};

/** The endings of files that hold transcripts. */
export const transcriptEndings = '.vtt,.srt,.json,.html,.htm,.md,.markdown,.txt';

/** As what a file is sent; the server looks at what it holds. */
export const transcriptMediaType = (name: string): string =>
  mediaTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain';

const mostNumber = 999_999_999;

/** The scan that an address opens. */
export const readScan = (search: string): number | undefined =>
  readWhole(new URLSearchParams(search).get('run'), 1, mostNumber);

export const scanPlace = (run?: number): string => address('/scans', { run });

type Segments = Transcript['segments'];

/** Where words stand in a transcript. */
export interface SpokenPlace {
  segment: number;
  start: number;
  end: number;
}

/** Where in a transcript these words are said: where they are said more than once, nearest to `at` seconds. */
export function findSpoken(segments: Segments, words: string, at?: number): SpokenPlace | undefined {
  const wanted = words.trim();
  if (wanted === '') return undefined;
  const found = segments.flatMap(({ text, start }, segment) => {
    const from = text.indexOf(wanted);
    return from < 0
      ? []
      : [
          {
            place: { segment, start: from, end: from + wanted.length },
            away: Math.abs((start ?? 0) - (at ?? 0)),
          },
        ];
  });
  return found.reduce<(typeof found)[number] | undefined>(
    (best, one) => (best === undefined || one.away < best.away ? one : best),
    undefined,
  )?.place;
}

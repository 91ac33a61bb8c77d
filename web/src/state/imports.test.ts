import { describe, expect, it } from 'vitest';
import type { ImportRun } from '../api/types';
import {
  alikeSentence,
  canUndo,
  fileKind,
  fileProblem,
  hasPublished,
  isMendable,
  isUnderWay,
  readRun,
  runSentence,
  runShare,
} from './imports';

const run: ImportRun = {
  number: 3,
  file: 'claims.csv',
  format: 'csv',
  mode: 'publish',
  by: 'kurt',
  state: 'done',
  made: '2026-11-25T10:00:00Z',
  run: 12,
  read: 12,
  written: 10,
  skipped: 1,
  refused: 1,
};

describe('a file', () => {
  it('is known by its ending, packed or not', () => {
    expect(fileKind('claims.CSV')).toEqual({ label: 'CSV table', mediaType: 'text/csv' });
    expect(fileKind('a.b.trig.gz')).toEqual({ label: 'TriG, packed', mediaType: 'application/gzip' });
    expect(['claims.xlsx', 'claims', 'claims.gz', 'constructor.constructor'].map(fileKind)).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('says why it cannot be sent, and what to do', () => {
    expect(fileProblem({ name: 'a.csv', size: 10 })).toBeUndefined();
    expect(fileProblem({ name: 'a.xlsx', size: 10 })).toMatch(/^The name must end in .jsonl, .*and .gz\.$/);
    expect(fileProblem({ name: 'a.csv', size: 0 })).toBe('The file is empty.');
    expect(fileProblem({ name: 'a.csv', size: 257 * 1024 * 1024 })).toMatch(/at most 256 MiB/);
  });
});

describe('a run', () => {
  it('says how it went', () => {
    expect(runSentence(run)).toBe('12 records read: 10 published, 1 there already, 1 refused');
    expect(runSentence({ mode: 'check', read: 1, written: 1, skipped: 0, refused: 0 })).toBe(
      '1 record read: 1 could be imported',
    );
  });

  it('is half way when everything is checked and nothing written yet', () => {
    const at = (stage: 'checking' | 'writing', done: number, mode: ImportRun['mode'] = 'publish') =>
      runShare({ mode, progress: { stage, done, total: 100 } });
    expect([at('checking', 50), at('checking', 100), at('writing', 0), at('writing', 100)]).toEqual([
      0.25, 0.5, 0.5, 1,
    ]);
    expect(at('checking', 50, 'check')).toBe(0.5);
    expect(runShare({ mode: 'publish' })).toBeUndefined();
  });

  it('can be undone once, when it wrote something', () => {
    expect(canUndo(run)).toBe(true);
    expect(canUndo({ ...run, state: 'cancelled' })).toBe(true);
    expect(
      [
        { ...run, state: 'undone' as const },
        { ...run, state: 'running' as const },
        { ...run, written: 0 },
        { ...run, mode: 'check' as const },
      ].map(canUndo),
    ).toEqual([false, false, false, false]);
  });

  it('gives back what it refused of tables and JSON Lines', () => {
    expect(isMendable(run)).toBe(true);
    expect(isMendable({ format: 'trig', refused: 2 })).toBe(false);
    expect(isMendable({ format: 'csv', refused: 0 })).toBe(false);
    expect(['waiting', 'running', 'failed'].map((state) => isUnderWay(state as ImportRun['state']))).toEqual([
      true,
      true,
      false,
    ]);
    expect([readRun('?run=12'), readRun('?run=x'), readRun('')]).toEqual([12, undefined, undefined]);
  });
});

describe('the claims of an import', () => {
  it('can be held against others while they stand in the library', () => {
    expect(hasPublished(run)).toBe(true);
    expect(hasPublished({ ...run, mode: 'propose' })).toBe(false);
    expect(hasPublished({ ...run, state: 'undone' })).toBe(false);
    expect(hasPublished({ ...run, state: 'running' })).toBe(false);
  });

  it('are told in a sentence with how many were looked at', () => {
    expect(alikeSentence(0, 12, false)).toBe('None of 12 claims say what another published claim says.');
    expect(alikeSentence(1, 50, true)).toBe(
      '1 of the first 50 claims says what another published claim says.',
    );
  });
});

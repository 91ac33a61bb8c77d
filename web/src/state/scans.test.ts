import { describe, expect, it } from 'vitest';
import type { ScanRun } from '../api/types';
import {
  acceptedShare,
  droppedLines,
  findSpoken,
  isResumable,
  readScan,
  ruleText,
  scanPlace,
  scanSentence,
  scanShare,
  transcriptMediaType,
  worthTurningOff,
} from './scans';

const part = (state: ScanRun['state'], segments: number, candidates: number) => ({
  episode: 'talk',
  state,
  segments,
  candidates,
  dropped: {},
});

describe('a scan', () => {
  it('says how far it is and what it found', () => {
    const episodes = [part('done', 900, 30), part('running', 0, 0)];
    expect(scanSentence({ episodes })).toBe(
      '1 of 2 episodes through, 900 segments read, 30 claims kept for review',
    );
    expect(scanShare({ episodes })).toBe(0.5);
    expect(scanSentence({ episodes: [part('done', 1, 1)] })).toBe(
      '1 episode, 1 segment read, 1 claim kept for review',
    );
    expect([isResumable({ state: 'cancelled' }), isResumable({ state: 'done' })]).toEqual([true, false]);
  });

  it('says what it left out and why, most first', () => {
    expect(droppedLines({ question: 3, 'low-score': 40, 'of-a-later-server': 1 })).toEqual([
      { why: 'says too little that can be claimed', count: 40 },
      { why: 'a question', count: 3 },
      { why: 'of a later server', count: 1 },
    ]);
  });

  it('opens from its own address', () => {
    expect(readScan(scanPlace(7).slice('/scans'.length))).toBe(7);
    expect(readScan('?run=0')).toBeUndefined();
  });
});

describe('the rules of scans', () => {
  const rule = { subject: 'number', accepted: 1, rejected: 9, waiting: 2, mostlyRejected: true, on: true };

  it('are proposed for switching off where curators mostly reject what they pick', () => {
    const others = [
      { ...rule, subject: 'link', mostlyRejected: false },
      { ...rule, subject: 'cause', on: false },
    ];
    expect(worthTurningOff([rule, ...others]).map(({ subject }) => subject)).toEqual(['number']);
    expect(acceptedShare(rule)).toBe('10 %');
    expect(acceptedShare({ accepted: 0, rejected: 0 })).toBe('–');
  });

  it('read as words, unknown ones too', () => {
    expect(ruleText('number')).toBe('Gives a number');
    expect(ruleText('language-model')).toBe('Language model');
  });
});

describe('words in a transcript', () => {
  const segments = [
    { text: 'So it goes.', start: 10 },
    { text: 'And then: so it goes, as always.', start: 100 },
    { text: 'So it goes. Again.', start: 200 },
  ];

  it('are found where they are said, nearest to their second', () => {
    expect(findSpoken(segments, 'So it goes.', 190)).toEqual({ segment: 2, start: 0, end: 11 });
    expect(findSpoken(segments, 'So it goes.')).toEqual({ segment: 0, start: 0, end: 11 });
    expect(findSpoken(segments, 'so it goes')).toEqual({ segment: 1, start: 10, end: 20 });
    expect(findSpoken(segments, 'never said')).toBeUndefined();
    expect(findSpoken(segments, ' ')).toBeUndefined();
  });

  it('are sent as what the name of their file says', () => {
    expect(transcriptMediaType('talk.VTT')).toBe('text/vtt');
    expect(transcriptMediaType('talk')).toBe('text/plain');
  });
});

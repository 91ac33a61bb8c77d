import { describe, expect, it } from 'vitest';
import { everyText, readSpan, spanText } from './spans';

describe('lengths of time', () => {
  it('are told in the largest unit of which there is one', () => {
    expect(spanText(0.2)).toBe('less than a second');
    expect(spanText(1)).toBe('1 second');
    expect(spanText(90)).toBe('2 minutes');
    expect(spanText(86_400)).toBe('1 day');
  });
  it('are read as the server writes them', () => {
    expect(readSpan('PT10M')).toBe(600);
    expect(readSpan('PT1H30M')).toBe(5400);
    expect(readSpan('PT2.5S')).toBe(2.5);
    expect(readSpan('soon')).toBeUndefined();
    expect(readSpan('PT')).toBeUndefined();
  });
  it('tell how often', () => {
    expect(everyText('PT24H')).toBe('every day');
    expect(everyText('PT10M')).toBe('every 10 minutes');
    expect(everyText('at noon')).toBe('at noon');
  });
});

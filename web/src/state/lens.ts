/** Whose claims count and as of when: the lens of a page, as plain data that its address carries. */
import { claimTypes } from './claimTypes';
import { readList, readWhole, type Parameters } from './parameters';
import { readableSlug } from './sentence';

export interface Lens {
  holder?: string;
  speaker?: string;
  source?: string;
  /** Days of the sources, both included. */
  dateFrom?: string;
  dateTo?: string;
  claimType: readonly string[];
  minVoices?: number;
  /** Claims that are left out, to see what rests on them. */
  without: readonly string[];
  /** A change number, or a day, at whose end in UTC. */
  asOf?: string;
}

export const noLens: Lens = { claimType: [], without: [] };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A day as addresses write it, or undefined. */
export const readDay = (value: string | null): string | undefined =>
  value !== null && day.test(value) ? value : undefined;

/** A change number or a day, or undefined. */
export const readMomentOf = (value: string | null): string | undefined =>
  value !== null && (day.test(value) || /^[1-9]\d{0,11}$/.test(value)) ? value : undefined;

/** Reads a lens out of an address; every name begins with `prefix`. What is unknown or out of bounds is left out. */
export function readLens(parameters: URLSearchParams, prefix = ''): Lens {
  const value = (name: string) => parameters.get(prefix + name);
  return {
    holder: value('holder') ?? undefined,
    speaker: value('speaker') ?? undefined,
    source: value('source') ?? undefined,
    dateFrom: readDay(value('dateFrom')),
    dateTo: readDay(value('dateTo')),
    claimType: readList(value('claimType')).filter((type) => claimTypes.some((known) => known === type)),
    minVoices: readWhole(value('minVoices'), 1, 1000),
    without: readList(value('without')),
    asOf: readMomentOf(parameters.get('asOf')),
  };
}

/** A lens as the page's address and the API name it alike. */
export function lensParameters(lens: Lens, prefix = ''): Parameters {
  const { holder, speaker, source, dateFrom, dateTo, claimType, minVoices, without, asOf } = lens;
  const sided = { holder, speaker, source, dateFrom, dateTo, claimType, minVoices, without };
  const named = Object.entries(sided).map(([name, value]) => [prefix + name, value] as const);
  return { ...Object.fromEntries(named), ...(prefix === '' && { asOf }) };
}

/** How many conditions a lens sets, the moment among them. */
export function lensCount(lens: Lens): number {
  const { holder, speaker, source, dateFrom, dateTo, minVoices, asOf } = lens;
  const single = [holder, speaker, source, dateFrom, dateTo, minVoices, asOf].filter(Boolean).length;
  return single + lens.claimType.length + lens.without.length;
}

/** How a name is shown for an id; ids are made readable where it is unknown. */
export type NameOf = (id: string) => string;

function dates({ dateFrom, dateTo }: Lens): string | undefined {
  if (dateFrom && dateTo) return `from ${dateFrom} to ${dateTo}`;
  return (dateFrom && `since ${dateFrom}`) ?? (dateTo && `until ${dateTo}`);
}

/** A lens in words: “White House, said by Michael Kratsios, since 2024-01-01, as of change 12”; “everybody” where it sets nothing. */
export function lensText(lens: Lens, name: NameOf = readableSlug): string {
  const { holder, speaker, source, claimType, minVoices, without, asOf } = lens;
  const parts = [
    holder && name(holder),
    speaker && `said by ${name(speaker)}`,
    source && `in ${name(source)}`,
    dates(lens),
    claimType.length > 0 ? `only ${claimType.join(', ')}` : undefined,
    minVoices && `${minVoices} voices or more`,
    without.length > 0
      ? `without ${without.length === 1 ? 'one claim' : `${without.length} claims`}`
      : undefined,
  ].filter(Boolean);
  const seen = parts.length === 0 ? 'everybody' : parts.join(', ');
  return asOf ? `${seen}, ${momentOfText(asOf)}` : seen;
}

/** “as of change 12”, “as of the end of 2026-03-01”. */
export function momentOfText(asOf: string): string {
  return day.test(asOf) ? `as of the end of ${asOf} (UTC)` : `as of change ${asOf}`;
}

/** The same lens for who holds claims, where it showed nothing. */
export const heldBy = (lens: Lens, holder: string): Lens => ({
  ...lens,
  holder,
  speaker: undefined,
  source: undefined,
});

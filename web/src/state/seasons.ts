/** The episodes of a podcast as a reader looks for them, as plain data. */

interface Counted {
  date?: string | undefined;
  season?: number | undefined;
  number?: number | undefined;
}

export interface EpisodeGroup<T> {
  heading: string;
  /** By which the group can be linked to. */
  anchor: string;
  episodes: T[];
}

/** Names a season's part of its podcast's page. */
export const seasonAnchor = (season: number): string => `season-${season}`;

/** By season where the podcast counts any, else by the year they came out; latest first, and what has neither last. */
export function episodeGroups<T extends Counted>(episodes: readonly T[]): EpisodeGroup<T>[] {
  const seasons = episodes.some(({ season }) => season !== undefined);
  const groups = new Map<number | undefined, T[]>();
  for (const one of [...episodes].sort(latestFirst)) {
    const key = seasons ? one.season : yearOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([a], [b]) => (b ?? -1) - (a ?? -1))
    .map(([key, some]) => ({ ...(seasons ? seasonHead(key) : yearHead(key)), episodes: some }));
}

const yearOf = ({ date }: Counted): number | undefined =>
  date === undefined ? undefined : Number(date.slice(0, 4));

const latestFirst = (a: Counted, b: Counted): number =>
  (b.date ?? '').localeCompare(a.date ?? '') || (b.number ?? -1) - (a.number ?? -1);

const seasonHead = (season: number | undefined) =>
  season === undefined
    ? { heading: 'In no season', anchor: 'no-season' }
    : { heading: `Season ${season}`, anchor: seasonAnchor(season) };

const yearHead = (year: number | undefined) =>
  year === undefined
    ? { heading: 'Without a date', anchor: 'no-date' }
    : { heading: String(year), anchor: `year-${year}` };

/** Which episode it is: “season 2, episode 7”; nothing where it is not counted. */
export function countedText({ season, number }: Counted): string {
  const said = [
    season === undefined ? '' : `season ${season}`,
    number === undefined ? '' : `episode ${number}`,
  ];
  return said.filter(Boolean).join(', ');
}

/** Records as a file: of which the server is asked, and in which formats. */
import { address } from './parameters';
import { chosenCount, searchParameters, type SearchQuery } from './searchQuery';

/** The formats of files, each with its words. */
export const fileFormats = [
  { format: 'trig', label: 'TriG', of: 'linked data, a graph a record' },
  { format: 'nq', label: 'N-Quads', of: 'linked data, a line a statement' },
  { format: 'jsonld', label: 'JSON-LD', of: 'linked data' },
  { format: 'jsonl', label: 'JSON Lines', of: 'for programs, a line a record' },
  { format: 'csv', label: 'CSV', of: 'for spreadsheets, a row a record' },
  { format: 'graphml', label: 'GraphML', of: 'for graph programs' },
  { format: 'gexf', label: 'GEXF', of: 'for Gephi' },
  { format: 'md', label: 'Markdown', of: 'a note for Obsidian, with links and sources' },
] as const;

/** Kept in memory by the server while they are written, and therefore not of a whole library. */
const ofParts: readonly string[] = ['gexf', 'md'];

/** Most records of a part of the library that the server writes. */
export const partLimit = 10_000;

/** What is taken: everything, what a search finds, or what is near an entity. */
export type Taken = { what: 'all' } | { what: 'found'; query: SearchQuery } | { what: 'around'; id: string };

/** What a search finds; everything where it asks for nothing. */
export const takenOf = (query: SearchQuery): Taken =>
  query.q === '' && chosenCount(query) === 0 ? { what: 'all' } : { what: 'found', query };

/** The formats in which it can be taken. */
export const formatsOf = ({ what }: Taken) =>
  fileFormats.filter(({ format }) => what !== 'all' || !ofParts.includes(format));

/** The call that gives it; with references a part holds all that it refers to, so that it can be imported alone. */
export function exportCall(taken: Taken, format: string, references = false): string {
  const part =
    taken.what === 'around'
      ? { around: taken.id }
      : taken.what === 'found'
        ? { ...searchParameters(taken.query), sort: undefined }
        : {};
  return address('/api/export', { ...part, format, references: taken.what !== 'all' && references });
}

/** How a claim is cited: as text and as BibTeX, pinned to the version and change that were read. */
import type { Insight, Source } from '../api/types';
import { labelOf } from './claim';
import { clock } from './moment';

type Cited = Pick<
  Insight,
  'id' | 'iri' | 'text' | 'holder' | 'speaker' | 'source' | 'start' | 'version' | 'change' | 'labels'
>;

export interface CitationParts {
  insight: Cited;
  source?: Pick<Source, 'title' | 'date' | 'url'>;
  /** The day it was read, as an ISO date. */
  readOn: string;
}

function authorOf(insight: Cited): string | undefined {
  const author = insight.speaker ?? insight.holder;
  return author === undefined ? undefined : labelOf(insight.labels, author);
}

function sourceOf({ insight, source }: CitationParts): string {
  const title = source?.title ?? labelOf(insight.labels, insight.source);
  const at = insight.start === undefined ? '' : `, at ${clock(insight.start)}`;
  return `${title}${source?.date ? ` (${source.date})` : ''}${at}`;
}

/** Where exactly this version is read again. */
const pinnedAddress = (insight: Cited): string => `${insight.iri}?version=${insight.version}`;

/** One line of text to paste under a sentence. */
export function citationText(parts: CitationParts): string {
  const { insight, readOn } = parts;
  const author = authorOf(insight);
  const claim = `“${insight.text}”`;
  const pinned = `Clew, version ${insight.version}, change ${insight.change}`;
  return `${author ? `${author}: ` : ''}${claim} Restated from: ${sourceOf(parts)}. ${pinned}. ${pinnedAddress(insight)} (read ${readOn}).`;
}

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text with everything that BibTeX or LaTeX would read as a command escaped. */
export function escapeBibtex(text: string): string {
  return text.replaceAll(/[\\{}~^&%$#_]/g, (character) => escapes[character] ?? `\\${character}`);
}

/** A `@misc` entry; the key is the claim's id with its version. */
export function citationBibtex(parts: CitationParts): string {
  const { insight, source, readOn } = parts;
  const author = authorOf(insight);
  const year = source?.date?.slice(0, 4);
  const fields: [string, string | undefined][] = [
    ['author', author && `{${escapeBibtex(author)}}`],
    ['title', `{${escapeBibtex(insight.text)}}`],
    ['howpublished', `Restated in Clew from: ${escapeBibtex(sourceOf(parts))}`],
    ['year', year],
    ['note', `Version ${insight.version}, change ${insight.change}`],
    ['url', pinnedAddress(insight)],
    ['urldate', readOn],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value ?? ''}}`);
  return `@misc{clew:${insight.id}:v${insight.version},\n${lines.join(',\n')}\n}`;
}

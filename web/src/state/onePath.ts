/** What can be asked of one path that is shown: its opposite, what rests on its claims, its citation, the query behind it. */
import type { Path, WhatRests } from '../api/types';
import { readChoice, readList } from './parameters';
import { askOfPath, type PathQuery } from './pathQuery';

export const pathPanels = ['twin', 'rests', 'cite', 'query'] as const;
export type PathPanel = (typeof pathPanels)[number];

/** Which path of the list is open, with which panel, and which of its claims are unticked there. */
export interface Shown {
  open: number;
  panel?: PathPanel;
  off: readonly string[];
}

export function readShown(search: string, most: number): Shown {
  const parameters = new URLSearchParams(search);
  const open = Number(parameters.get('open') ?? 0);
  return {
    open: Number.isInteger(open) && open >= 0 && open < most ? open : 0,
    panel: readChoice(parameters.get('show'), pathPanels),
    off: readList(parameters.get('off')),
  };
}

/** The same as parameters; the first path without a panel needs none. */
export const shownParameters = ({ open, panel, off }: Shown) => ({
  open: open > 0 || panel ? open : undefined,
  show: panel,
  off: panel === 'rests' ? off : [],
});

const ids = (path: Path): string[] => path.nodes.map((node) => node.id);

/** The question that this one path answers, by all its entities and the sign it has. */
export function onlyThis(query: PathQuery, path: Path): PathQuery {
  const sign = path.sign === '?' ? undefined : path.sign;
  const maxHops = path.hops.length > 6 ? path.hops.length : undefined;
  return { ...query, via: [], nodes: ids(path), sign, k: undefined, maxHops };
}

export const behindCall = (query: PathQuery, path: Path) => askOfPath('/api/paths', onlyThis(query, path));

export const citeCall = (query: PathQuery, path: Path, format?: string) =>
  askOfPath('/api/paths/cite', onlyThis(query, path), { format });

/** Its opposite between the same ends and stops, within the same bounds. */
export const twinCall = (query: PathQuery, path: Path) =>
  askOfPath('/api/paths/twin', { ...onlyThis(query, path), via: query.via, maxHops: query.maxHops });

/** What changes for this question, and for this path, without the claims named. */
export function restsCall(query: PathQuery, path: Path, off: readonly string[]): string | undefined {
  if (off.length === 0) return undefined;
  const lens = { ...query.lens, without: [...query.lens.without, ...off] };
  return askOfPath('/api/what-rests', { ...query, lens, nodes: ids(path), k: query.k ?? 10 });
}

/** The claims behind a path, each once, in the order of its hops. */
export function claimsOf(path: Path): Path['hops'][number]['evidence'] {
  const claims = path.hops.flatMap((hop) => hop.evidence.filter(({ kind }) => kind === 'insight'));
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}

/** What became of a path when claims were taken away, as a sentence. */
export function fateText(before: Path, rests: WhatRests): string {
  const after = rests.path;
  if (after === undefined) return 'This path is gone: a step of it has nothing left behind it.';
  const words = { '+': '▲ raises', '-': '▼ lowers', '?': '? is connected to' } as const;
  if (after.sign !== before.sign)
    return `This path turns from “${words[before.sign]}” to “${words[after.sign]}”.`;
  const lost = before.voices - after.voices;
  return lost > 0
    ? `This path still reads “${words[after.sign]}”, on ${after.voices} of its ${before.voices} voices.`
    : `This path stays as it is, on ${after.voices === 1 ? 'one voice' : `${after.voices} voices`}.`;
}

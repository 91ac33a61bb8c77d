/** How entities and edges look, from what is drawn and what stands out of it. */
import type { DrawnEdge, DrawnGraph, DrawnNode, Emphasis } from '../state/drawing';
import { kindMark } from '../state/kinds';
import { signClass } from '../state/sentence';
import type { Inks } from './inks';

/** With more edges than this they run straight, which is far cheaper to draw, but for those that stand out. */
const bentLimit = 400;
/** With more edges than this, only the thread and what is picked spell out their relation; the rest show their sign. */
const spelledLimit = 16;
/** With more entities than this, all are drawn smaller. */
const manyLimit = 400;
/** With more selected than this, only those of their names are written for which there is room. */
const namedLimit = 40;

/** What stands out, ready to be asked for each entity and edge. */
export interface Standing {
  picked: string | undefined;
  selected: ReadonlySet<string>;
  lit: ReadonlySet<string>;
}

export const standingOf = ({ picked, selected, lit }: Emphasis): Standing => ({
  picked,
  selected: new Set(selected),
  lit: new Set(lit),
});

/** Whether edges run straight and are hidden while the picture moves. */
export const isDense = ({ edges }: DrawnGraph): boolean => edges.length > bentLimit;

/** What of a whole graph decides how its parts look. */
export interface Among {
  degree: ReadonlyMap<string, number>;
  /** For each edge, how many with the same ends come before it. */
  parallel: ReadonlyMap<string, number>;
  many: boolean;
  dense: boolean;
  spelled: boolean;
}

export function amongOf(graph: DrawnGraph): Among {
  const { nodes, edges } = graph;
  const [degree, met] = [new Map<string, number>(), new Map<string, number>()];
  const parallel = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before;
  };
  for (const edge of edges) {
    count(degree, edge.subject);
    count(degree, edge.object);
    parallel.set(edge.key, count(met, `${edge.subject} ${edge.object}`));
  }
  return {
    degree,
    parallel,
    many: nodes.length > manyLimit,
    dense: isDense(graph),
    spelled: edges.length <= spelledLimit,
  };
}

export function nodeLook(node: DrawnNode, { picked, selected, lit }: Standing, among: Among, inks: Inks) {
  const isPicked = picked === node.id;
  const isLit = lit.has(node.id);
  const kind = kindMark(node.kind);
  const grown = Math.min(5, Math.sqrt(among.degree.get(node.id) ?? 0));
  return {
    label: node.hidden > 0 ? `${node.label}\u00a0\u00a0+${node.hidden}` : node.label,
    size: ((node.onThread || isLit ? 9 : 7) + grown) * (among.many ? 0.5 : 1),
    color: node.onThread || isPicked || isLit ? inks.thread : kind ? inks.kinds[kind.group] : inks.node,
    highlighted: isPicked || isLit || selected.has(node.id),
    always: node.onThread || isPicked || isLit,
    ringOnly: selected.size > namedLimit && !isPicked && !isLit,
    zIndex: node.onThread || isLit ? 1 : 0,
    letter: kind?.letter ?? '',
    paper: inks.paper,
  };
}

/** Parallel edges bend further each, so that none hides another. */
const bendOf = (parallel: number): number => 0.12 + parallel * 0.2;

export function edgeLook(edge: DrawnEdge, { picked, lit }: Standing, among: Among, inks: Inks) {
  const isPicked = picked !== undefined && edge.keys.includes(picked);
  const isLit = edge.keys.some((key) => lit.has(key));
  const stands = isPicked || isLit || edge.onThread;
  const ink = edge.sign === '+' || edge.sign === '-' ? inks[signClass(edge.sign)] : inks.unsigned;
  const straight = among.dense && !stands;
  const thin = among.dense && !stands ? 0.6 : 1;
  return {
    type: straight ? 'straight' : 'curved',
    label: edge.label,
    mark: edge.mark,
    spelled: among.spelled || stands,
    labelColor: ink,
    paper: inks.paper,
    color: isPicked || isLit ? inks.thread : ink,
    size: ((isLit ? 5 : stands ? 3 : 1.5) + Math.min(2, edge.weight / 3)) * thin,
    curvature: straight ? 0 : bendOf(among.parallel.get(edge.key) ?? 0),
    weight: edge.weight,
    always: stands,
    zIndex: isPicked || isLit ? 2 : edge.onThread ? 1 : 0,
  };
}

/** The second strand of a contested edge: it bends the other way; under a straight one it is a band. */
export function strandLook(edge: DrawnEdge, among: Among, inks: Inks) {
  return {
    type: among.dense ? 'straight' : 'curved',
    size: among.dense ? 3 : 1.5,
    curvature: among.dense ? 0 : -bendOf(among.parallel.get(edge.key) ?? 0),
    color: inks.contested,
    label: '',
    zIndex: -1,
  };
}

/** The picture as an outline: each thing, under it its relations either way, under these the things they lead to. */
import type { Edge, Named } from '../api/types';
import { edgeKey, groupEdges, otherEnd } from './edges';

/** A line of the outline. */
export interface OutlineLine {
  /** Names it, whatever else changes. */
  id: string;
  level: 1 | 2 | 3;
  text: string;
  /** What picking it picks: an entity's id or an edge's key; nothing for a relation. */
  pick?: string;
  edge?: Edge;
  /** Whether lines stand under it. */
  opens: boolean;
}

/** The lines that are shown: those under closed ones are left out. */
export function outlineOf(
  nodes: readonly Named[],
  edges: readonly Edge[],
  isOpen: (id: string) => boolean,
): OutlineLine[] {
  const around = new Map<string, Edge[]>();
  for (const edge of edges)
    for (const id of new Set([edge.subject.id, edge.object.id])) {
      const known = around.get(id);
      if (known) known.push(edge);
      else around.set(id, [edge]);
    }
  return nodes.flatMap((node) => {
    const own = around.get(node.id) ?? [];
    const line: OutlineLine = {
      id: node.id,
      level: 1,
      text: node.kind ? `${node.label}, ${node.kind}` : node.label,
      pick: node.id,
      opens: own.length > 0,
    };
    return isOpen(node.id) ? [line, ...relationLines(node.id, own, isOpen)] : [line];
  });
}

function relationLines(id: string, edges: readonly Edge[], isOpen: (id: string) => boolean): OutlineLine[] {
  return groupEdges(edges, id).flatMap(({ relation, outgoing, edges: grouped }) => {
    const key = `${id} ${relation.id} ${outgoing ? 'out' : 'in'}`;
    const line: OutlineLine = {
      id: key,
      level: 2,
      text: `${outgoing ? relation.label : `… ${relation.label} it`} (${grouped.length})`,
      opens: true,
    };
    if (!isOpen(key)) return [line];
    const leaves = grouped.map((edge): OutlineLine => {
      const pick = edgeKey(edge);
      return { id: `${id} ${pick}`, level: 3, text: otherEnd(edge, id).label, pick, edge, opens: false };
    });
    return [line, ...leaves];
  });
}

export type OutlineKey = 'ArrowDown' | 'ArrowUp' | 'ArrowRight' | 'ArrowLeft' | 'Home' | 'End';

export interface OutlineStep {
  /** The line that has the focus next. */
  to?: string;
  /** The line that is opened or closed. */
  open?: { id: string; open: boolean };
}

/** What a key does in the outline, as in any tree: up and down, into and out of what is under a line. */
export function outlineStep(
  key: OutlineKey,
  lines: readonly OutlineLine[],
  at: string,
  isOpen: (id: string) => boolean,
): OutlineStep {
  const index = Math.max(
    0,
    lines.findIndex(({ id }) => id === at),
  );
  const line = lines[index];
  const to = (one: OutlineLine | undefined): OutlineStep => (one ? { to: one.id } : {});
  switch (key) {
    case 'ArrowDown':
      return to(lines[index + 1]);
    case 'ArrowUp':
      return to(lines[index - 1]);
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines[lines.length - 1]);
    case 'ArrowRight':
      if (!line?.opens) return {};
      return isOpen(line.id) ? to(lines[index + 1]) : { open: { id: line.id, open: true } };
    case 'ArrowLeft':
      if (!line) return {};
      if (line.opens && isOpen(line.id)) return { open: { id: line.id, open: false } };
      return to(lines.slice(0, index).findLast(({ level }) => level < line.level));
  }
}

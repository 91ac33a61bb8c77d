import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { Edge } from '../api/types';
import { shorten } from '../state/claim';
import { edgeKey, otherEnd, rankEdges } from '../state/edges';
import { explorePlace } from '../state/places';
import { evidencePlace } from '../state/reading';
import { plural, signClass, signGlyph } from '../state/sentence';

const most = 8;
const width = 760;
/** How far from its side a spoke ends: as far as the longest line of words below its name takes. */
const reach = 252;
const rowHeight = 46;
/** A narrow window has no room for two sides: there the spokes stand below each other, their words at full size. */
const narrow = { window: '(max-width: 40rem)', width: 340, stem: 24, reach: 46, head: 34 };

const narrowWindow = () => window.matchMedia(narrow.window);

function onNarrow(changed: () => void): () => void {
  const list = narrowWindow();
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

const useNarrow = () => useSyncExternalStore(onNarrow, () => narrowWindow().matches);

/** Its strongest connections as a small picture: every line and every label leads to the claims behind it. */
export function MiniMap({ id, label, edges }: { id: string; label: string; edges: readonly Edge[] }) {
  const isNarrow = useNarrow();
  const top = rankEdges(edges, id)
    .filter((edge) => edge.evidence.length + edge.facts > 0)
    .slice(0, most);
  if (top.length < 2) return null;
  const Drawing = isNarrow ? Stem : Star;
  return (
    <figure className="mini-map">
      <Drawing id={id} label={label} edges={top} />
      <figcaption className="fine">
        The {top.length} connections with most voices; each leads to its claims.{' '}
        {top.some((edge) => edge.contested) && '⚑ marks what is contested. '}
        <Link href={explorePlace([id, ...top.map((edge) => otherEnd(edge, id).id)])}>Explore these</Link>
      </figcaption>
    </figure>
  );
}

type DrawingProps = Parameters<typeof MiniMap>[0];

/** The thing in the middle, its connections on both sides. */
function Star({ id, label, edges }: DrawingProps) {
  const height = Math.ceil(edges.length / 2) * rowHeight;
  const middle = { x: width / 2, y: height / 2 };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`Strongest connections of ${label}`}>
      {edges.map((edge, index) => {
        const to = {
          x: index % 2 === 0 ? reach : width - reach,
          y: (Math.floor(index / 2) + 0.5) * rowHeight,
        };
        return (
          <Spoke
            key={edgeKey(edge)}
            edge={edge}
            around={id}
            line={`M${middle.x} ${middle.y} L${to.x} ${to.y}`}
            to={to}
            left={to.x < middle.x}
            letters={22}
          />
        );
      })}
      <Middle label={label} x={middle.x - 64} y={middle.y - 17} />
    </svg>
  );
}

/** The thing at the top, its connections below each other. */
function Stem({ id, label, edges }: DrawingProps) {
  const height = narrow.head + edges.length * rowHeight + 4;
  return (
    <svg
      viewBox={`0 0 ${narrow.width} ${height}`}
      role="group"
      aria-label={`Strongest connections of ${label}`}
    >
      <path className="stem" d={`M${narrow.stem} ${narrow.head} V${height - 4 - rowHeight / 2}`} />
      {edges.map((edge, index) => {
        const to = { x: narrow.reach, y: narrow.head + (index + 0.5) * rowHeight };
        return (
          <Spoke
            key={edgeKey(edge)}
            edge={edge}
            around={id}
            line={`M${narrow.stem} ${to.y} H${to.x}`}
            to={to}
            left={false}
            letters={38}
          />
        );
      })}
      <Middle label={label} x={1} y={0} />
    </svg>
  );
}

function Middle({ label, x, y }: { label: string; x: number; y: number }) {
  return (
    <g className="mini-middle">
      <rect x={x} y={y + 0.5} width="128" height="33" rx="16.5" />
      <text x={x + 64} y={y + 22} textAnchor="middle">
        {shorten(label, 16)}
      </text>
    </g>
  );
}

interface SpokeProps {
  edge: Edge;
  around: string;
  /** The way of the line, as SVG writes it. */
  line: string;
  to: { x: number; y: number };
  /** Whether the words stand left of the end. */
  left: boolean;
  /** Most letters of the other end's name. */
  letters: number;
}

function Spoke({ edge, around, line, to, left, letters }: SpokeProps) {
  const other = otherEnd(edge, around);
  const count = edge.evidence.length > 0 ? plural(edge.evidence.length, 'claim') : 'record';
  const outgoing = edge.subject.id === around;
  return (
    <Link href={evidencePlace(edge)} className={`spoke ${signClass(edge.sign)}`}>
      <path className="spoke-hit" d={line} />
      <path className={edge.contested ? 'spoke-line contested' : 'spoke-line'} d={line} />
      <text x={to.x + (left ? -8 : 8)} y={to.y - 3} textAnchor={left ? 'end' : 'start'}>
        {edge.contested && '⚑ '}
        {shorten(other.label, letters)}
      </text>
      <text className="spoke-by" x={to.x + (left ? -8 : 8)} y={to.y + 13} textAnchor={left ? 'end' : 'start'}>
        {signGlyph(edge.sign)} {outgoing === left ? '←' : '→'} {edge.relation.label} · {count}
      </text>
    </Link>
  );
}

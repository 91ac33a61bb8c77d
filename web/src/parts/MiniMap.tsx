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

/** Its strongest connections as a small picture: every line and every label leads to the claims behind it. */
export function MiniMap({ id, label, edges }: { id: string; label: string; edges: readonly Edge[] }) {
  const top = rankEdges(edges, id)
    .filter((edge) => edge.evidence.length + edge.facts > 0)
    .slice(0, most);
  if (top.length < 2) return null;
  const rows = Math.ceil(top.length / 2);
  const height = rows * rowHeight;
  const middle = { x: width / 2, y: height / 2 };
  return (
    <figure className="mini-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`Strongest connections of ${label}`}>
        {top.map((edge, index) => (
          <Spoke
            key={edgeKey(edge)}
            edge={edge}
            around={id}
            from={middle}
            to={{ x: index % 2 === 0 ? reach : width - reach, y: (Math.floor(index / 2) + 0.5) * rowHeight }}
          />
        ))}
        <g className="mini-middle">
          <rect x={middle.x - 64} y={middle.y - 17} width="128" height="34" rx="17" />
          <text x={middle.x} y={middle.y + 5} textAnchor="middle">
            {shorten(label, 16)}
          </text>
        </g>
      </svg>
      <figcaption className="fine">
        The {top.length} connections with most voices; each leads to its claims.{' '}
        {top.some((edge) => edge.contested) && '⚑ marks what is contested. '}
        <Link href={explorePlace([id, ...top.map((edge) => otherEnd(edge, id).id)])}>Explore these</Link>
      </figcaption>
    </figure>
  );
}

interface Point {
  x: number;
  y: number;
}

function Spoke({ edge, around, from, to }: { edge: Edge; around: string; from: Point; to: Point }) {
  const other = otherEnd(edge, around);
  const left = to.x < from.x;
  const count = edge.evidence.length > 0 ? plural(edge.evidence.length, 'claim') : 'record';
  const outgoing = edge.subject.id === around;
  return (
    <Link href={evidencePlace(edge)} className={`spoke ${signClass(edge.sign)}`}>
      <path className="spoke-hit" d={`M${from.x} ${from.y} L${to.x} ${to.y}`} />
      <path
        className={edge.contested ? 'spoke-line contested' : 'spoke-line'}
        d={`M${from.x} ${from.y} L${to.x} ${to.y}`}
      />
      <text x={to.x + (left ? -8 : 8)} y={to.y - 3} textAnchor={left ? 'end' : 'start'}>
        {edge.contested && '⚑ '}
        {shorten(other.label, 22)}
      </text>
      <text className="spoke-by" x={to.x + (left ? -8 : 8)} y={to.y + 13} textAnchor={left ? 'end' : 'start'}>
        {signGlyph(edge.sign)} {outgoing === left ? '←' : '→'} {edge.relation.label} · {count}
      </text>
    </Link>
  );
}

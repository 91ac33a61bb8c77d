/** A picture as a file: the same things, edges and names as on the canvas, with a caption of where it comes from. */
import { wrapLabel, type DrawnEdge, type DrawnGraph, type DrawnNode } from './drawing';
import { kindMark, type KindGroup } from './kinds';
import type { Point } from './layout';
import { onBend, Taken, written, type Box, type Wish } from './names';

/** The colours and letters of the page, resolved for the theme in force. */
export interface Inks {
  ink: string;
  soft: string;
  paper: string;
  node: string;
  /** Of things by their kind; `node` where that is not known. */
  kinds: Readonly<Record<KindGroup, string>>;
  thread: string;
  raises: string;
  lowers: string;
  unsigned: string;
  contested: string;
  font: string;
}

export interface Pictured {
  graph: DrawnGraph;
  /** Where things stand, y upwards. */
  at: Readonly<Record<string, Point>>;
  title: string;
  /** Lines below the picture: sources, address, day. */
  caption: readonly string[];
  colours: Inks;
}

const margin = 90;
const line = 15;
const least = { width: 640, height: 240 };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const round = (value: number): number => Math.round(value * 10) / 10;

/** About how wide a text is in letters of this size. */
const widthOf = (text: string, size: number): number => text.length * size * 0.56;

interface Frame {
  width: number;
  height: number;
  place: (id: string) => Point;
}

/** Lays the things out so that about a hundred pixels lie between neighbours, few or many. */
function frameOf({ graph, at }: Pictured): Frame {
  const points = graph.nodes.map(({ id }) => at[id] ?? { x: 0, y: 0 });
  const extent = (values: number[]) => [Math.min(...values, 0), Math.max(...values, 0)] as const;
  const [left, right] = extent(points.map(({ x }) => x));
  const [bottom, top] = extent(points.map(({ y }) => y));
  const wanted = Math.min(6000, Math.max(700, 110 * Math.sqrt(points.length)));
  const scale = wanted / Math.max(1, right - left, top - bottom);
  const width = Math.max(least.width, (right - left) * scale + 2 * margin);
  const height = Math.max(least.height, (top - bottom) * scale + 2 * margin);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const place = (id: string) => {
    const { x, y } = at[id] ?? { x: 0, y: 0 };
    return { x: width / 2 + (x - middle.x) * scale, y: height / 2 - (y - middle.y) * scale };
  };
  return { width, height, place };
}

function inkOf({ sign }: DrawnEdge, { raises, lowers, unsigned }: Inks): string {
  if (sign === '+') return raises;
  return sign === '-' ? lowers : unsigned;
}

const radius = 7;

/** A bend that ends at the rim of the thing that it leads to. */
function bendPath(from: Point, to: Point, bend: number): string {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const end = onBend(from, to, bend, Math.max(0, 1 - (radius + 3) / distance));
  const middle = onBend(from, to, bend * 2, 0.5);
  return `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`;
}

function edgeMarks(edge: DrawnEdge, bend: number, frame: Frame, colours: Inks): string {
  const [from, to] = [frame.place(edge.subject), frame.place(edge.object)];
  const ink = inkOf(edge, colours);
  const width = (edge.onThread ? 3 : 1.3) + Math.min(2, edge.weight / 3);
  const against = edge.contested
    ? `<path d="${bendPath(from, to, -bend)}" stroke="${colours.contested}" stroke-width="1.5" stroke-dasharray="4 3"/>`
    : '';
  return `${against}<path d="${bendPath(from, to, bend)}" stroke="${ink}" stroke-width="${round(width)}" marker-end="url(#to)"/>`;
}

/** A thing, with the letter of its kind on it. */
function nodeMarks({ id, kind, onThread }: DrawnNode, frame: Frame, colours: Inks): string {
  const { x, y } = frame.place(id);
  const mark = kindMark(kind);
  const fill = onThread ? colours.thread : mark ? colours.kinds[mark.group] : colours.node;
  const letter = mark
    ? `<text x="${round(x)}" y="${round(y + 3.6)}" fill="${colours.paper}">${mark.letter}</text>`
    : '';
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${fill}"/>${letter}`;
}

interface Text {
  lines: readonly string[];
  size: number;
  colour: string;
}

function boxed(at: Point, text: Text): Box & { text: Text } {
  const width = Math.max(...text.lines.map((one) => widthOf(one, text.size)));
  return { ...at, width, height: text.lines.length * line, text };
}

function texts({ graph, colours }: Pictured, bends: ReadonlyMap<string, number>, frame: Frame): string {
  const taken = new Taken();
  const named = graph.nodes.map(({ id, label, onThread }): Wish<Text> => {
    const [point, lines] = [frame.place(id), wrapLabel(label)];
    const at = { x: point.x, y: point.y + radius + 3 + (lines.length * line) / 2 };
    return {
      ways: [boxed(at, { lines, size: 13, colour: colours.ink })],
      always: onThread || graph.nodes.length < 60,
    };
  });
  const marked = [...graph.edges]
    .sort((a, b) => b.weight - a.weight)
    .map((edge): Wish<Text> => {
      const ends = [frame.place(edge.subject), frame.place(edge.object)] as const;
      const ways = [edge.label, edge.mark].filter(Boolean).flatMap((label) =>
        [0.5, 0.34, 0.66].map((t) =>
          boxed(onBend(...ends, bends.get(edge.key) ?? 0, t), {
            lines: [label],
            size: 12,
            colour: inkOf(edge, colours),
          }),
        ),
      );
      return { ways, always: edge.onThread };
    });
  const all = [...written(named, taken, Infinity), ...written(marked, taken, Infinity)];
  return all
    .map(({ x, y, height, text: { lines, size, colour } }) => {
      const first = y - height / 2 + size * 0.85;
      const spans = lines.map(
        (one, index) => `<tspan x="${round(x)}" y="${round(first + index * line)}">${escaped(one)}</tspan>`,
      );
      return `<text font-size="${size}" fill="${colour}">${spans.join('')}</text>`;
    })
    .join('\n');
}

/** For each edge how far it bends: those side by side further each. */
function bendsOf(edges: readonly DrawnEdge[]): Map<string, number> {
  const met = new Map<string, number>();
  return new Map(
    edges.map(({ key, subject, object }) => {
      const before = met.get(`${subject} ${object}`) ?? 0;
      met.set(`${subject} ${object}`, before + 1);
      return [key, 0.12 + before * 0.2];
    }),
  );
}

/** The picture as SVG, by itself: no font, style or picture from elsewhere. */
export function svgOf(pictured: Pictured): string {
  const { graph, title, caption, colours } = pictured;
  const frame = frameOf(pictured);
  const bends = bendsOf(graph.edges);
  const foot = frame.height + caption.length * line + 24;
  const edges = graph.edges.map((edge) => edgeMarks(edge, bends.get(edge.key) ?? 0, frame, colours));
  const nodes = graph.nodes.map((node) => nodeMarks(node, frame, colours));
  const lines = caption.map(
    (one, index) =>
      `<text x="24" y="${round(frame.height + 12 + index * line)}" font-size="12" fill="${colours.soft}">${escaped(one)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(frame.width)}" height="${Math.ceil(foot)}" viewBox="0 0 ${Math.ceil(frame.width)} ${Math.ceil(foot)}" font-family="${escaped(colours.font)}">
<title>${escaped(title)}</title>
<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colours.unsigned}"/></marker></defs>
<rect width="100%" height="100%" fill="${colours.paper}"/>
<g fill="none">${edges.join('\n')}</g>
<g text-anchor="middle" font-size="10" font-weight="700">${nodes.join('\n')}</g>
<g text-anchor="middle" paint-order="stroke" stroke="${colours.paper}" stroke-width="3" stroke-linejoin="round">${texts(pictured, bends, frame)}</g>
<g>${lines.join('\n')}</g>
</svg>
`;
}

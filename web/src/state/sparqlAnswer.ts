/** Answers of the SPARQL endpoint as plain data, and what a graph or a chart shows of them. */
import type { DrawnEdge, DrawnGraph } from './drawing';
import { signGlyph } from './sentence';
import type { Prefixes } from './sparqlText';

export interface Value {
  type: string;
  value: string;
  datatype?: string;
  'xml:lang'?: string;
}

export type Row = Readonly<Record<string, Value | undefined>>;

export interface Triple {
  subject: Value;
  property: Value;
  object: Value;
}

export type Answer =
  | { kind: 'rows'; columns: string[]; rows: Row[] }
  | { kind: 'truth'; value: boolean }
  | { kind: 'triples'; triples: Triple[] };

interface ResultsJson {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Row[] };
}

/** Reads SPARQL 1.1 Query Results JSON. */
export function readResults(json: unknown): Answer {
  const { head, boolean, results } = json as ResultsJson;
  if (boolean !== undefined) return { kind: 'truth', value: boolean };
  return { kind: 'rows', columns: head.vars ?? [], rows: results?.bindings ?? [] };
}

const term = String.raw`(?:<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?)`;
const line = new RegExp(String.raw`^${term}\s+<([^>]*)>\s+${term}\s*\.\s*$`);

const escapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g,
    (_, four?: string, eight?: string, one = '') =>
      four || eight
        ? String.fromCodePoint(Number.parseInt(four ?? eight ?? '', 16))
        : (escapes[one as string] ?? (one as string)),
  );
}

function value(parts: (string | undefined)[]): Value {
  const [iri, blank, text, language, datatype] = parts;
  if (iri !== undefined) return { type: 'uri', value: unescaped(iri) };
  if (blank !== undefined) return { type: 'bnode', value: blank };
  return {
    type: 'literal',
    value: unescaped(text ?? ''),
    ...(language !== undefined && { 'xml:lang': language }),
    ...(datatype !== undefined && { datatype }),
  };
}

/** Reads N-Triples; a line that is none is left out. */
export function readTriples(text: string): Answer {
  const triples = text.split('\n').flatMap((each) => {
    const match = line.exec(each);
    if (!match) return [];
    return [
      {
        subject: value(match.slice(1, 6)),
        property: value([match[6]]),
        object: value(match.slice(7, 12)),
      },
    ];
  });
  return { kind: 'triples', triples };
}

/** An address as a reader writes it: by prefix where one fits, else whole. */
export function shortened(iri: string, prefixes: Prefixes): string {
  const found = Object.entries(prefixes)
    .filter(([, begin]) => iri.startsWith(begin) && iri.length > begin.length)
    .sort(([, one], [, other]) => other.length - one.length)[0];
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

/** Where a reader finds a thing here; undefined for what is not ours. */
export function placeOf(iri: string, prefixes: Prefixes): string | undefined {
  for (const type of ['insight', 'entity', 'source']) {
    const begin = prefixes[type];
    if (begin !== undefined && iri.startsWith(begin)) return `/${type}/${encodeURI(iri.slice(begin.length))}`;
  }
  const [clew, rel] = [prefixes['clew'], prefixes['rel']];
  if (clew !== undefined && iri.startsWith(clew)) return `/ontology#${iri.slice(clew.length)}`;
  if (rel !== undefined && iri.startsWith(rel)) return `/ontology#relation-${iri.slice(rel.length)}`;
  return undefined;
}

const localName = (short: string): string => short.slice(short.indexOf(':') + 1).replaceAll('-', ' ');

/** Most edges that are drawn; a picture of more tells nothing. */
export const drawnLimit = 150;

interface Drawn {
  subject: string;
  relation: string;
  object: string;
  sign: DrawnEdge['sign'];
}

const signs = ['+', '-', '0', '?'] as const;

function edgesOfRows(columns: readonly string[], rows: readonly Row[]): Drawn[] {
  const named = (...names: string[]) => columns.find((column) => names.includes(column.toLowerCase()));
  const [subject, relation] = [named('subject', 's'), named('relation', 'property', 'predicate', 'p')];
  const object = named('object', 'o');
  if (subject === undefined || object === undefined) return [];
  return rows.flatMap((row) => {
    const [from, to] = [row[subject], row[object]];
    if (from?.type !== 'uri' || to?.type !== 'uri') return [];
    return [
      {
        subject: from.value,
        relation: relation === undefined ? '' : (row[relation]?.value ?? ''),
        object: to.value,
        sign: signs.find((each) => each === row['sign']?.value) ?? '0',
      },
    ];
  });
}

function edgesOf(answer: Answer): Drawn[] {
  if (answer.kind === 'rows') return edgesOfRows(answer.columns, answer.rows);
  if (answer.kind === 'truth') return [];
  return answer.triples
    .filter(({ object }) => object.type === 'uri')
    .map(({ subject, property, object }) => ({
      subject: subject.value,
      relation: property.value,
      object: object.value,
      sign: '0',
    }));
}

/** The things and connections of an answer; undefined where it has none to draw. */
export function graphOf(answer: Answer, prefixes: Prefixes): { graph: DrawnGraph; left: number } | undefined {
  const edges = new Map(
    edgesOf(answer).map((edge) => [`${edge.subject} ${edge.relation} ${edge.object}`, edge]),
  );
  if (edges.size === 0) return undefined;
  const shown = [...edges].slice(0, drawnLimit);
  const ids = new Set(shown.flatMap(([, edge]) => [edge.subject, edge.object]));
  const graph: DrawnGraph = {
    nodes: [...ids].map((id) => ({
      id,
      label: localName(shortened(id, prefixes)),
      hidden: 0,
      onThread: false,
    })),
    edges: shown.map(([key, edge]) => ({
      key,
      keys: [key],
      subject: edge.subject,
      object: edge.object,
      label: `${edge.sign === '0' ? '' : `${signGlyph(edge.sign)} `}${localName(shortened(edge.relation, prefixes))}`,
      mark: edge.sign === '0' ? '' : signGlyph(edge.sign),
      sign: edge.sign,
      contested: false,
      onThread: false,
      weight: 1,
    })),
    arrangement: 'force',
  };
  return { graph, left: edges.size - shown.length };
}

export interface Chart {
  /** What the bars stand for, and by what. */
  counted: string;
  by: string;
  /** Whether the bars stand in time. */
  time: boolean;
  bars: { label: string; value: number }[];
  left: number;
}

const barLimit = 40;
const numberLike = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const dateLike = /^\d{4}(-\d{2}(-\d{2})?)?/;

function column(rows: readonly Row[], columns: readonly string[], fits: (value: Value) => boolean) {
  return columns.find((name) => {
    const present = rows.map((row) => row[name]).filter((each) => each !== undefined);
    return present.length > 0 && present.every(fits);
  });
}

function everyYear(sums: ReadonlyMap<string, number>): Map<string, number> {
  const years = [...sums.keys()].map(Number);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > barLimit) return new Map(sums);
  return new Map(
    Array.from({ length: last - first + 1 }, (_, index) => {
      const year = String(first + index);
      return [year, sums.get(year) ?? 0];
    }),
  );
}

/** Counts over time, or by what stands in another column; undefined where nothing can be counted. */
export function chartOf(answer: Answer, prefixes: Prefixes): Chart | undefined {
  if (answer.kind !== 'rows' || answer.rows.length === 0) return undefined;
  const { columns, rows } = answer;
  const isDay = ({ type, value: text, datatype = '' }: Value) =>
    type === 'literal' && dateLike.test(text) && !/#(integer|decimal|double)$/.test(datatype);
  const day = column(rows, columns, isDay);
  const rest = columns.filter((name) => name !== day);
  const number = column(
    rows,
    rest.toReversed(),
    ({ type, value: text }) => type === 'literal' && numberLike.test(text),
  );
  const other = rest.filter((name) => name !== number);
  const name = column(rows, other, ({ type }) => type === 'literal') ?? column(rows, other, () => true);
  const by = day ?? (number === undefined ? undefined : name);
  if (by === undefined) return undefined;
  const sums = new Map<string, number>();
  for (const row of rows) {
    const cell = row[by];
    if (!cell) continue;
    const label = day ? cell.value.slice(0, 4) : localName(shortened(cell.value, prefixes));
    sums.set(label, (sums.get(label) ?? 0) + (number === undefined ? 1 : Number(row[number]?.value ?? 0)));
  }
  const all = [...(day ? everyYear(sums) : sums)];
  if (day) all.sort(([one], [two]) => one.localeCompare(two));
  return {
    counted: number ?? 'rows',
    by,
    time: day !== undefined,
    bars: all.slice(0, barLimit).map(([label, total]) => ({ label, value: total })),
    left: Math.max(0, all.length - barLimit),
  };
}

/** The questions that pages offer, and the rows that answer some of them. */
import { recordOfPlace } from './places';

const day = 86_400_000;

/** A few of a list by day: the same all day long for everybody, others tomorrow, all of them in turn. */
export function ofDay<T>(all: readonly T[], date: Date, count: number): T[] {
  const local = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  const first = Math.floor(local / day) * count;
  return Array.from({ length: Math.min(count, all.length) }, (_, index) =>
    all.slice((first + index) % all.length),
  ).flatMap((rest) => rest.slice(0, 1));
}

/** What a SPARQL SELECT answers with, as far as a table shows it. */
export interface Rows {
  head: { vars: string[] };
  results: { bindings: Record<string, { type: string; value: string }>[] };
}

/** How a value reads in a table, and the page it leads to where it is a record of this library. */
export function cell(value: { type: string; value: string } | undefined): { text: string; href?: string } {
  if (!value) return { text: '' };
  if (value.type !== 'uri') return { text: value.value };
  const path = value.value.replace(/^https?:\/\/[^/]+/, '');
  const record = recordOfPlace(path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1)));
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1).replace(/-/g, ' ');
  return record ? { text: name, href: `/${record.type}/${record.id}` } : { text: name };
}

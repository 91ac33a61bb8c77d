import { useState } from 'react';
import { Link } from 'wouter';
import { GraphView } from '../canvas/GraphView';
import {
  chartOf,
  graphOf,
  placeOf,
  shortened,
  type Answer,
  type Chart,
  type Value,
} from '../state/sparqlAnswer';
import { views, type View } from '../state/sparqlUse';
import type { Prefixes } from '../state/sparqlText';
import { plural } from '../state/sentence';

interface ResultsProps {
  answer: Answer;
  prefixes: Prefixes;
  view: View;
  onView: (view: View) => void;
  /** What the headers of the answer said: its row limit when it was cut, and its change. */
  cutAt?: string;
  change?: string;
}

const viewNames: Record<View, string> = { table: 'Table', graph: 'Graph', chart: 'Chart' };

/** What a query found, as a table, a picture or bars. */
export function SparqlResults({ answer, prefixes, view, onView, cutAt, change }: ResultsProps) {
  return (
    <section className="sparql-results" aria-label="Results">
      <header>
        <div role="status">
          <h2>{said(answer)}</h2>
        </div>
        <div role="group" aria-label="View" className="views">
          {views.map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>
              {viewNames[each]}
            </button>
          ))}
        </div>
        {change && <p className="soft">As of change {change}.</p>}
      </header>
      {cutAt && (
        <p role="note" className="note">
          The answer was cut at the limit of {cutAt} rows: there is more. Narrow the query, or take it in
          parts with LIMIT and OFFSET.
        </p>
      )}
      <Shown answer={answer} prefixes={prefixes} view={view} />
    </section>
  );
}

function said(answer: Answer): string {
  switch (answer.kind) {
    case 'truth':
      return answer.value ? 'Yes' : 'No';
    case 'rows':
      return answer.rows.length === 0 ? 'Nothing was found' : plural(answer.rows.length, 'row');
    case 'triples':
      return answer.triples.length === 0 ? 'Nothing was found' : plural(answer.triples.length, 'triple');
  }
}

function Shown({ answer, prefixes, view }: { answer: Answer; prefixes: Prefixes; view: View }) {
  if (answer.kind === 'truth') return null;
  if (view === 'graph') return <Picture answer={answer} prefixes={prefixes} />;
  if (view === 'chart') return <Bars chart={chartOf(answer, prefixes)} />;
  return <Table answer={answer} prefixes={prefixes} />;
}

function Picture({ answer, prefixes }: { answer: Answer; prefixes: Prefixes }) {
  const drawn = graphOf(answer, prefixes);
  if (!drawn) {
    return (
      <p className="unknown">
        There is nothing to draw: a picture needs triples, or columns named ?subject, ?relation and ?object.
      </p>
    );
  }
  const { graph, left } = drawn;
  return (
    <>
      <GraphView
        graph={graph}
        label={`${plural(graph.nodes.length, 'thing')} and ${plural(graph.edges.length, 'connection')}. The table lists the same.`}
      />
      {left > 0 && <p className="soft">{plural(left, 'further connection')} would crowd the picture.</p>}
    </>
  );
}

function Bars({ chart }: { chart: Chart | undefined }) {
  if (!chart) {
    return (
      <p className="unknown">
        There is nothing to count: bars need a column of numbers beside another, or one of days or years.
      </p>
    );
  }
  const most = Math.max(...chart.bars.map((bar) => bar.value), 1);
  return (
    <figure className="bars">
      <figcaption>
        {chart.counted} by {chart.by}
        {chart.time && ', in time'}
        {chart.left > 0 && `; ${chart.left} more are left out`}
      </figcaption>
      <table>
        <thead className="unseen">
          <tr>
            <th scope="col">{chart.by}</th>
            <th scope="col">{chart.counted}</th>
          </tr>
        </thead>
        <tbody>
          {chart.bars.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <meter min={0} max={most} value={value} aria-label={`${label}: ${value}`} /> {value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

const shownAtOnce = 200;

function Table({ answer, prefixes }: { answer: Answer; prefixes: Prefixes }) {
  const [limit, setLimit] = useState(shownAtOnce);
  const { columns, rows } = tabled(answer);
  if (rows.length === 0) return null;
  return (
    <>
      {/* A wide table scrolls by itself, by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="sparql-table" tabIndex={0} role="region" aria-label="Table of results">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={columns[at]}>{cell && <Cell value={cell} prefixes={prefixes} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <button type="button" onClick={() => setLimit(limit + shownAtOnce)}>
          Show more ({rows.length - limit} left)
        </button>
      )}
    </>
  );
}

function tabled(answer: Answer): { columns: string[]; rows: (Value | undefined)[][] } {
  if (answer.kind === 'rows') {
    const { columns, rows } = answer;
    return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
  }
  const triples = answer.kind === 'triples' ? answer.triples : [];
  return {
    columns: ['subject', 'property', 'object'],
    rows: triples.map(({ subject, property, object }) => [subject, property, object]),
  };
}

function Cell({ value, prefixes }: { value: Value; prefixes: Prefixes }) {
  if (value.type !== 'uri') return value.value;
  const place = placeOf(value.value, prefixes);
  const short = shortened(value.value, prefixes);
  if (place === undefined) return /^https?:/.test(value.value) ? <a href={value.value}>{short}</a> : short;
  return place.startsWith('/ontology') ? <a href={place}>{short}</a> : <Link href={place}>{short}</Link>;
}

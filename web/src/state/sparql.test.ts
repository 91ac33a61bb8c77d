import { readdirSync, readFileSync } from 'node:fs';
import { SparqlLanguage } from 'codemirror-lang-sparql';
import { describe, expect, test } from 'vitest';
import { chartOf, graphOf, placeOf, readResults, readTriples, shortened, type Value } from './sparqlAnswer';
import {
  briefly,
  codeOnly,
  formOf,
  missingPrefixes,
  placeIn,
  variablesOf,
  withoutPrefixes,
  withPrefixes,
} from './sparqlText';
import { languages, pack, program, sparqlPlace, unpack } from './sparqlUse';

const prefixes = {
  entity: 'http://localhost:8080/entity/',
  insight: 'http://localhost:8080/insight/',
  clew: 'https://w3id.org/clew/ontology#',
  rel: 'https://w3id.org/clew/relation/',
};

const uri = (value: string): Value => ({ type: 'uri', value });
const text = (value: string): Value => ({ type: 'literal', value });

describe('the text of a query', () => {
  test('prefixes are found in code only, once, and where nobody declared them', () => {
    const query = `PREFIX rel: <https://w3id.org/clew/relation/>
# clew:text in a comment, and <http://x/insight:1>
SELECT * { entity:compute rel:enables ?x ; clew:note "insight:quoted" . ?x clew:text ?t . ?y other:p 1 }`;
    expect(missingPrefixes(query, prefixes)).toEqual(['entity', 'clew']);
    expect(withPrefixes(query, prefixes).split('\n').slice(0, 2)).toEqual([
      'PREFIX entity: <http://localhost:8080/entity/>',
      'PREFIX clew: <https://w3id.org/clew/ontology#>',
    ]);
    expect(missingPrefixes(withPrefixes(query, prefixes), prefixes)).toEqual([]);
  });

  test('what was added is taken away again, what somebody declared otherwise is not', () => {
    const query = 'SELECT * { ?i clew:text ?t }\n';
    expect(withoutPrefixes(withPrefixes(query, prefixes), prefixes)).toBe(query);
    const own = 'PREFIX clew: <http://elsewhere/>\nASK { ?i clew:text ?t }';
    expect(withoutPrefixes(own, prefixes)).toBe(own);
  });

  test('blanking keeps every place', () => {
    const query = 'ASK { ?a ?b "x # y" } # end\n<http://x/#y> ?v';
    expect(codeOnly(query)).toHaveLength(query.length);
    expect(codeOnly(query)).not.toContain('#');
    expect(variablesOf(query)).toEqual(['?a', '?b', '?v']);
  });

  test('the form is what the first word of the query says', () => {
    expect(formOf('# CONSTRUCT\nPREFIX a: <http://SELECT/>\nselect * {}')).toBe('select');
    expect(formOf('ASK {}')).toBe('ask');
    expect(formOf('DESCRIBE <x>')).toBe('graph');
  });

  test('the place of a refusal is found, and stays inside the text', () => {
    expect(placeIn('ab\ncdef', 'malformed at line 2, column 3: …')).toBe(5);
    expect(placeIn('ab\ncdef', 'at line 1, column 1: met "x" at line 2, column 2')).toBe(4);
    expect(briefly('Met "x" at line 1. Was expecting one of: "a" ... "b"')).toBe('Met "x" at line 1.');
    expect(placeIn('ab', 'at line 9, column 99')).toBe(2);
    expect(placeIn('ab', 'too long')).toBeUndefined();
  });
});

describe('an answer', () => {
  test('rows and truth values are read', () => {
    const rows = [{ a: text('1') }];
    expect(readResults({ head: { vars: ['a'] }, results: { bindings: rows } })).toEqual({
      kind: 'rows',
      columns: ['a'],
      rows,
    });
    expect(readResults({ head: {}, boolean: false })).toEqual({ kind: 'truth', value: false });
  });

  test('triples are read with their escapes, languages and types', () => {
    const read = readTriples(
      String.raw`<http://a> <http://p> "say \"hi\"\nA"@en .
<http://a> <http://p> "1"^^<http://int> .
_:b <http://p> <http://c> .
`,
    );
    expect(read.kind === 'triples' && read.triples.map((each) => each.object)).toEqual([
      { type: 'literal', value: 'say "hi"\nA', 'xml:lang': 'en' },
      { type: 'literal', value: '1', datatype: 'http://int' },
      { type: 'uri', value: 'http://c' },
    ]);
  });

  test('addresses are shortened, and lead to where the thing is', () => {
    expect(shortened('https://w3id.org/clew/relation/enables', prefixes)).toBe('rel:enables');
    expect(placeOf('http://localhost:8080/entity/compute', prefixes)).toBe('/entity/compute');
    expect(placeOf('https://w3id.org/clew/ontology#Insight', prefixes)).toBe('/ontology#Insight');
    expect(placeOf('http://elsewhere/', prefixes)).toBeUndefined();
  });

  test('columns named subject, relation and object are a graph with signs', () => {
    const row = {
      subject: uri('http://localhost:8080/entity/compute'),
      relation: uri('https://w3id.org/clew/relation/enables'),
      object: uri('http://localhost:8080/entity/ai-sovereignty'),
      sign: text('-'),
    };
    const drawn = graphOf({ kind: 'rows', columns: Object.keys(row), rows: [row, row] }, prefixes);
    expect(drawn?.graph.nodes.map((node) => node.label)).toEqual(['compute', 'ai sovereignty']);
    expect(drawn?.graph.edges).toHaveLength(1);
    expect(drawn?.graph.edges[0]?.sign).toBe('-');
    expect(graphOf({ kind: 'rows', columns: ['a'], rows: [{ a: text('1') }] }, prefixes)).toBeUndefined();
  });

  test('years are bars in time, without holes', () => {
    const rows = [
      { year: text('2021'), claims: { ...text('3'), datatype: 'http://www.w3.org/2001/XMLSchema#integer' } },
      { year: text('2019'), claims: { ...text('1'), datatype: 'http://www.w3.org/2001/XMLSchema#integer' } },
    ];
    expect(chartOf({ kind: 'rows', columns: ['year', 'claims'], rows }, prefixes)).toEqual({
      counted: 'claims',
      by: 'year',
      time: true,
      bars: [
        { label: '2019', value: 1 },
        { label: '2020', value: 0 },
        { label: '2021', value: 3 },
      ],
      left: 0,
    });
  });

  test('days without a number are counted by year; numbers go by the name beside them', () => {
    const days = [{ date: text('2020-02-03') }, { date: text('2020-12-01') }];
    expect(chartOf({ kind: 'rows', columns: ['date'], rows: days }, prefixes)?.bars).toEqual([
      { label: '2020', value: 2 },
    ]);
    const named = [{ who: uri('http://localhost:8080/entity/china'), n: text('4') }];
    expect(chartOf({ kind: 'rows', columns: ['who', 'n'], rows: named }, prefixes)?.bars).toEqual([
      { label: 'china', value: 4 },
    ]);
  });
});

describe('taking a query elsewhere', () => {
  test('a packed query comes back with its prefixes, and is shorter than the query', async () => {
    const query = withPrefixes('SELECT * { ?i clew:text ?t . entity:compute rel:enables ?x }\n', prefixes);
    const packed = await pack(query, prefixes);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(packed.length).toBeLessThan(query.length / 2);
    expect(await unpack(packed, prefixes)).toBe(query);
    await expect(unpack('damaged!', prefixes)).rejects.toThrow();
  });

  test('the address of a query answers programs too', () => {
    expect(sparqlPlace({ query: 'ASK {}', view: 'table' })).toBe('/sparql?query=ASK+%7B%7D');
    expect(sparqlPlace({ query: 'ASK {}', view: 'chart' })).toBe('/sparql?query=ASK+%7B%7D&view=chart');
  });

  test('quotes in a query end no quote of a program', () => {
    const query = `ASK { ?a ?b "it's \\"so\\"" }\n# end`;
    for (const language of languages) {
      const written = program(language, 'http://localhost:8080/sparql', query, false);
      const held = language === 'curl' ? `it'\\''s \\"so\\"` : JSON.stringify(query);
      expect(written).toContain(held);
    }
  });
});

describe('the grammar of the editor', () => {
  const ontology = new URL('../../../ontology/', import.meta.url);
  const files = ['examples/', 'questions/'].flatMap((folder) =>
    readdirSync(new URL(folder, ontology))
      .filter((name) => name.endsWith('.rq'))
      .map((name) => folder + name),
  );
  test.each(files)('doubts nothing in %s', (file) => {
    const query = readFileSync(new URL(file, ontology), 'utf8');
    const doubts: string[] = [];
    SparqlLanguage.parser.parse(query).iterate({
      enter: ({ type, from }) => {
        if (type.isError) doubts.push(query.slice(from, from + 30));
      },
    });
    expect(doubts).toEqual([]);
  });
});

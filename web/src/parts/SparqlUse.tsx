import { useState } from 'react';
import { readAs } from '../api/client';
import { CopyButton } from './CopyButton';
import { address } from '../state/parameters';
import { languages, program, type Language } from '../state/sparqlUse';

const rowFormats = [
  { name: 'CSV', accept: 'text/csv', ending: 'csv' },
  { name: 'TSV', accept: 'text/tab-separated-values', ending: 'tsv' },
  { name: 'JSON', accept: 'application/sparql-results+json', ending: 'json' },
];
const graphFormats = [
  { name: 'Turtle', accept: 'text/turtle', ending: 'ttl' },
  { name: 'JSON-LD', accept: 'application/ld+json', ending: 'jsonld' },
  { name: 'N-Triples', accept: 'application/n-triples', ending: 'nt' },
];

async function save(query: string, accept: string, ending: string): Promise<void> {
  const { text } = await readAs(address('/sparql', { query }), accept);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: accept }));
  link.download = `clew-query.${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The answer as a file. */
export function Downloads({ query, triples }: { query: string; triples: boolean }) {
  const [problem, setProblem] = useState('');
  return (
    <div className="downloads" role="group" aria-label="Download">
      Download{' '}
      {(triples ? graphFormats : rowFormats).map(({ name, accept, ending }) => (
        <button
          key={name}
          type="button"
          className="quiet"
          onClick={() => {
            setProblem('');
            save(query, accept, ending).catch((cause: unknown) => setProblem(String(cause)));
          }}
        >
          {name}
        </button>
      ))}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

/** The query as a program. */
export function UseItFrom({ query, triples }: { query: string; triples: boolean }) {
  const [language, setLanguage] = useState<Language>('curl');
  const text = program(language, `${window.location.origin}/sparql`, query, triples);
  return (
    <details className="use-from">
      <summary>Use it from …</summary>
      <div role="group" aria-label="Language" className="views">
        {languages.map((each) => (
          <button key={each} type="button" aria-pressed={language === each} onClick={() => setLanguage(each)}>
            {each}
          </button>
        ))}
      </div>
      {/* A long line scrolls by itself, by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={`The query from ${language}`}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={language} />
    </details>
  );
}

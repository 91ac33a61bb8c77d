import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useLocation, useSearch as useAddress } from 'wouter';
import { ApiProblem, readAs } from '../api/client';
import { termKey, useRelations, useTerms } from '../api/queries';
import { thingsNamed, useContextTerms, useExamples, usePrefixes } from '../api/sparql';
import type { ExampleQuery } from '../api/types';
import type { Words } from '../editor/completions';
import { CopyButton } from '../parts/CopyButton';
import { Title, usePageTitle } from '../parts/page';
import { SparqlEditor, type EditorCalls } from '../parts/SparqlEditor';
import { SparqlResults } from '../parts/SparqlResults';
import { Downloads, UseItFrom } from '../parts/SparqlUse';
import { Problem, Skeleton } from '../parts/states';
import { address, readChoice } from '../state/parameters';
import { readResults, readTriples, type Answer } from '../state/sparqlAnswer';
import { briefly, formOf, placeIn, withPrefixes, type Prefixes } from '../state/sparqlText';
import { examplePlace, pack, sparqlPlace, unpack, views, type View } from '../state/sparqlUse';
import '../style/sparql.css';

/** Ask the library by SPARQL: an editor, queries to begin with, and what was found. */
export default function SparqlPage() {
  const prefixes = usePrefixes();
  const examples = useExamples();
  usePageTitle('SPARQL');
  const problem = prefixes.error ?? examples.error;
  return (
    <div className="sparql">
      <header>
        <Title>Ask by SPARQL</Title>
        <p className="lede">
          Every claim, thing and source is one named graph; without GRAPH a query sees all of them at once.{' '}
          <a href="/ontology">The words</a> · <a href="/.well-known/void">What is here</a>
        </p>
      </header>
      {problem && <Problem error={problem} />}
      {prefixes.data && examples.data ? (
        <Desk prefixes={prefixes.data} examples={examples.data.examples} />
      ) : (
        !problem && <Skeleton lines={8} label="Loading the editor" />
      )}
    </div>
  );
}

/** What the editor completes; the same object until a list has come. */
function useWords(prefixes: Prefixes): Words {
  const names = useContextTerms().data;
  const relations = useRelations();
  const terms = useTerms();
  return useMemo(
    () => ({
      prefixes: Object.keys(prefixes),
      things: thingsNamed,
      terms: [
        ...(names ?? []).map((name) => {
          const term = terms.get(termKey(name.slice('clew:'.length)));
          return { name, label: term?.readerLabel ?? '', about: term?.definition ?? '' };
        }),
        ...[...relations.values()].map(({ id, label, definition }) => ({
          name: `rel:${id}`,
          label,
          about: definition,
        })),
        { name: 'rdfs:label', label: 'Name', about: 'What a thing is called.' },
        { name: 'skos:altLabel', label: 'Other name', about: 'What a thing is called too.' },
        { name: 'dcterms:date', label: 'Day', about: 'When a source came out.' },
        { name: 'dcterms:title', label: 'Title', about: 'What a source is called.' },
      ],
    }),
    [prefixes, names, relations, terms],
  );
}

interface Found {
  query: string;
  answer: Answer;
  cutAt?: string;
  change?: string;
}

async function ask(query: string, signal: AbortSignal): Promise<Found> {
  const { text, mediaType, header } = await readAs(
    '/sparql',
    'application/sparql-results+json, application/n-triples;q=0.9',
    { method: 'POST', body: new URLSearchParams({ query }), signal },
  );
  return {
    query,
    answer: mediaType.endsWith('json') ? readResults(JSON.parse(text)) : readTriples(text),
    ...(header('Clew-Truncated') && { cutAt: header('Clew-Row-Limit') ?? '' }),
    ...(header('Clew-Change') && { change: header('Clew-Change') ?? '' }),
  };
}

/** The query that an address names; a packed one comes a moment later. */
function useNamedQuery(prefixes: Prefixes, examples: readonly ExampleQuery[], show: (query: string) => void) {
  const search = useAddress();
  const [at] = useState(() => new URLSearchParams(search));
  const packed = at.get('z');
  useEffect(() => {
    if (packed !== null) void unpack(packed, prefixes).then(show, () => show('# This link is damaged.\n'));
  }, [packed, prefixes, show]);
  const example = examples.find(({ id }) => id === at.get('example'));
  const given = at.get('query');
  const view = readChoice(at.get('view'), views);
  const query = given === null ? ((example ?? examples[0])?.query ?? '') : withPrefixes(given, prefixes);
  return {
    asked: packed === null && (given !== null || example) ? query : undefined,
    query,
    view: view ?? example?.view ?? 'table',
  };
}

function Desk({ prefixes, examples }: { prefixes: Prefixes; examples: readonly ExampleQuery[] }) {
  const [, go] = useLocation();
  const editor = useRef<EditorCalls>(null);
  const words = useWords(prefixes);
  const [unpacked, setUnpacked] = useState<string>();
  const showUnpacked = useCallback((text: string) => {
    setUnpacked(text);
    editor.current?.show(text);
  }, []);
  const start = useNamedQuery(prefixes, examples, showUnpacked);
  const [typed, setTyped] = useState<string>();
  const query = typed ?? unpacked ?? start.query;
  const [view, setView] = useState<View>(start.view);
  const run = useRun(editor);
  const example = examples.find((each) => each.query === query);

  const keep = (asked: string, shown: View) => {
    const known = examples.find((each) => each.query === asked);
    const place = known ? examplePlace(known.id, shown) : sparqlPlace({ query: asked, view: shown });
    go(place, { replace: true });
  };
  const runNow = (asked: string, shown: View) => {
    const whole = withPrefixes(asked, prefixes);
    setTyped(whole);
    editor.current?.show(whole);
    keep(whole, shown);
    run.start(whole);
  };
  const choose = (chosen: ExampleQuery) => {
    setView(chosen.view);
    runNow(chosen.query, chosen.view);
  };
  const changeView = (next: View) => {
    setView(next);
    if (run.found) keep(run.found.query, next);
  };
  const shortLink = async () => {
    const place = example
      ? examplePlace(example.id, view)
      : address('/sparql', { z: await pack(query, prefixes), view });
    return window.location.origin + place;
  };
  useRunAtStart(start.asked ?? unpacked, run.start);
  return (
    <div className="sparql-desk">
      <Gallery examples={examples} chosen={example?.id} onChoose={choose} />
      <div className="sparql-work">
        <SparqlEditor
          ref={editor}
          query={query}
          prefixes={prefixes}
          words={words}
          onChange={setTyped}
          onRun={() => runNow(query, view)}
        />
        <div className="sparql-tools">
          <button type="button" className="primary" disabled={run.asking} onClick={() => runNow(query, view)}>
            {run.asking ? 'Asking …' : 'Run'}
          </button>
          {run.asking && (
            <button type="button" onClick={run.stop}>
              Stop
            </button>
          )}
          <span className="soft">
            Ctrl+Enter runs, Ctrl+Space completes, Escape then Tab leaves the editor.
          </span>
          <CopyButton text={shortLink} what="short link" />
        </div>
        {run.problem && <Refused problem={run.problem} />}
        {run.found && (
          <>
            <SparqlResults
              {...run.found}
              prefixes={prefixes}
              view={view}
              onView={changeView}
              key={run.found.query}
            />
            <Downloads query={run.found.query} triples={run.found.answer.kind === 'triples'} />
          </>
        )}
        <UseItFrom query={query} triples={formOf(query) === 'graph'} />
      </div>
    </div>
  );
}

/** What an address names is asked at once, so that a link shows what was seen. */
function useRunAtStart(asked: string | undefined, start: (query: string) => void) {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || asked === undefined) return;
    done.current = true;
    start(asked);
  }, [asked, start]);
}

/** One question at a time: a new one stops the last. */
function useRun(editor: RefObject<EditorCalls | null>) {
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<Error>();
  const [asking, setAsking] = useState(false);
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  const start = useCallback(
    (query: string) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setAsking(true);
      setProblem(undefined);
      editor.current?.mark(undefined, '');
      ask(query, mine.signal)
        .then(setFound, (cause: unknown) => {
          if (mine.signal.aborted) return;
          const refused = cause instanceof Error ? cause : new Error(String(cause));
          setFound(undefined);
          setProblem(refused);
          editor.current?.mark(placeIn(query, refused.message), briefly(refused.message));
        })
        .finally(() => {
          if (running.current === mine) setAsking(false);
        });
    },
    [editor],
  );
  useEffect(() => stop, [stop]);
  return { found, problem, asking, start, stop };
}

function Gallery({
  examples,
  chosen,
  onChoose,
}: {
  examples: readonly ExampleQuery[];
  chosen: string | undefined;
  onChoose: (example: ExampleQuery) => void;
}) {
  return (
    <nav className="gallery" aria-label="Queries to begin with">
      <h2>Questions to begin with</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              className="quiet"
              aria-current={example.id === chosen}
              title={example.about}
              onClick={() => onChoose(example)}
            >
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const brief = (problem: Error): Error =>
  problem instanceof ApiProblem && problem.code === 'bad-request'
    ? new ApiProblem(problem.status, {
        title: 'The query was not asked',
        detail: briefly(problem.message),
        code: problem.code,
      })
    : problem;

/** A refusal; of a query that ran too long, what usually makes one quick. */
function Refused({ problem }: { problem: Error }) {
  const timedOut = problem instanceof ApiProblem && problem.code === 'timed-out';
  return (
    <>
      <Problem error={brief(problem)} />
      {timedOut && (
        <section className="note" aria-label="What makes a query quick">
          <p>
            The server stops every query at its time limit, so that one slow question holds up nobody else.
            What helps:
          </p>
          <ul>
            <li>Begin with what is rare: one thing, one relation, or a search by clew:matches.</li>
            <li>Name the property: ?s ?p ?o beside another pattern multiplies everything by everything.</li>
            <li>Make sure that each pattern shares a variable with another.</li>
            <li>Ask for paths by clew:path instead of + and * over many relations.</li>
            <li>Add LIMIT, and leave ORDER BY out until the query is quick.</li>
          </ul>
        </section>
      )}
    </>
  );
}

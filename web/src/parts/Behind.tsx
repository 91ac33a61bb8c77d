import { useCall } from '../api/pathQueries';
import { cypherText, parityText, sparqlPlace, type Cypher } from '../state/behind';
import { CopyButton } from './CopyButton';
import { Fold } from './Fold';
import { Problem, Skeleton } from './states';

/** A query behind what is shown. */
export interface Query {
  rest: string;
  sparql?: string;
  cypher?: Cypher;
  /** Why there is no SPARQL, or what it leaves out. */
  note?: string;
}

/** The question to the Neo4j server, with its values, and whether that is in step. */
function CypherQuestion({ cypher }: { cypher: Cypher }) {
  const text = cypherText(cypher);
  return (
    <>
      <h3>Cypher</h3>
      <p className={cypher.lag === 0 ? 'fine' : 'fine parity-lags'}>{parityText(cypher)}</p>
      <pre>
        <code>{text}</code>
      </pre>
      <p className="behind-ways">
        <CopyButton text={text} what="the question" />
      </p>
    </>
  );
}

/** The query that gives what is shown: as a REST call, in SPARQL and, where there is a server for it, in Cypher. */
export function QueryText({ query }: { query: Query }) {
  const rest = new URL(query.rest, window.location.origin).href;
  return (
    <div className="behind">
      <h3>REST</h3>
      <pre>
        <code>{rest}</code>
      </pre>
      <p className="behind-ways">
        <CopyButton text={rest} what="the call" /> <a href={query.rest}>Run it</a>
      </p>
      {query.sparql && (
        <>
          <h3>SPARQL</h3>
          <pre>
            <code>{query.sparql}</code>
          </pre>
          <p className="behind-ways">
            <CopyButton text={query.sparql} what="the query" /> <a href={sparqlPlace(query.sparql)}>Run it</a>
          </p>
        </>
      )}
      {query.cypher && <CypherQuestion cypher={query.cypher} />}
      {query.note && <p className="fine">{query.note}</p>}
    </div>
  );
}

/** The query behind an answer that came with it, folded away. */
export function Behind({ query }: { query: Query | undefined }) {
  return query && <Fold title="Query behind this">{() => <QueryText query={query} />}</Fold>;
}

/** The query behind the answer of a call, asked for when wanted. */
export function BehindAnswer({ call }: { call: string | undefined }) {
  const { data, error, refetch } = useCall<{ behind: Query }>(call);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  return data ? <QueryText query={data.behind} /> : <Skeleton lines={4} label="Loading the query" />;
}

/** The call behind what no single query of SPARQL gives; the note says what does. */
export function BehindCall({ call, note }: { call: string; note: string }) {
  return <Fold title="Query behind this">{() => <QueryText query={{ rest: call, note }} />}</Fold>;
}

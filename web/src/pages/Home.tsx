import { Link } from 'wouter';
import { useInsight, useLibrary, usePaths, useQuestions, useSearch } from '../api/queries';
import type { Library } from '../api/types';
import { ClaimCard, evidenceOf } from '../parts/ClaimCard';
import { usePageTitle, Title } from '../parts/page';
import { SearchBox } from '../parts/SearchBox';
import { PathSentence } from '../parts/PathSentence';
import { PathMarks } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { TakeRecords } from '../parts/TakeRecords';
import { Term } from '../parts/Term';
import { Thread } from '../parts/Thread';
import { noPathQuery, pathCall, pathQueryPlace } from '../state/pathQuery';
import { ofDay } from '../state/questions';
import { explorePlace } from '../state/places';
import { pathMarks, pathTitle, plural } from '../state/sentence';

const drawn = { ...noPathQuery, from: 'compute', via: ['sovereignty'], to: 'alliance', k: 3 };

/** The first page: one thread already drawn, and three ways in. */
export default function Home() {
  usePageTitle('');
  const { data: library, error, refetch } = useLibrary();
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  return (
    <div className="home">
      <section className="hero">
        <div>
          <Title>Follow the thread from claim to claim</Title>
          <p className="lede">Who says so, who disagrees, and where it was said.</p>
          <SearchBox place="large" />
          {library && library.claims > 0 && <Counts library={library} />}
        </div>
        {library && library.claims > 0 && <Questions />}
      </section>
      {!library && <Skeleton lines={6} />}
      {library?.claims === 0 && <FirstClaim />}
      {library && library.claims > 0 && (
        <>
          <DrawnPath />
          <ClaimOfDay />
          <TakeRecords
            taken={{ what: 'all' }}
            title="Take the library away"
            said={`All records as of change ${library.change}: claims, things and sources.`}
          />
        </>
      )}
    </div>
  );
}

function Counts({ library }: { library: Library }) {
  return (
    <p className="counts">
      <Link href="/search?type=insight">{library.claims.toLocaleString('en')}</Link>{' '}
      <Term id="insight">claims</Term>
      {' · '}
      <strong>{library.voices.toLocaleString('en')}</strong> <Term id="voice">voices</Term>
      {' · '}
      <Link href="/search?type=insight&contested=true">{library.contested.toLocaleString('en')}</Link>{' '}
      <Term id="contested">contested</Term>
    </p>
  );
}

function Questions() {
  const { data } = useQuestions();
  if (!data || data.questions.length === 0) return null;
  return (
    <nav className="questions" aria-labelledby="questions-title">
      <h2 id="questions-title">Ask, for example</h2>
      <ul>
        {ofDay(data.questions, new Date(), 3).map(({ id, question, href }) => (
          <li key={id}>
            <Link href={href}>{question}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/questions">All {plural(data.questions.length, 'question')}</Link>
      </p>
    </nav>
  );
}

function DrawnPath() {
  const { data, error } = usePaths(pathCall(drawn));
  const path = data?.paths[0];
  // A library of one's own may lack these entities: then there is nothing to draw, and nothing is wrong.
  if (error || (data && !path)) return null;
  if (!path) return <Skeleton lines={6} label="Following the thread" />;
  const others = data.paths.length - 1;
  return (
    <section className="drawn" aria-label={`A path: ${pathTitle(path)}`}>
      <header>
        <PathSentence path={path} />
        <PathMarks marks={pathMarks(path)} />
      </header>
      <Thread path={path} layout="across" claimsShown={1} compact />
      <p className="onward">
        <Link href={pathQueryPlace({ ...drawn, k: undefined })}>
          {others > 0 ? `See ${plural(others, 'other reading')} and the evidence` : 'See the evidence'}
        </Link>
      </p>
    </section>
  );
}

const seed = { q: '', chosen: { type: ['insight'], source: ['seed-brief'] } };

/** One claim of the document that the library began with, another one each day. */
function ClaimOfDay() {
  const hits = useSearch(seed, 50).data?.pages[0]?.hits ?? [];
  const ids = hits.map(({ id }) => id).sort();
  const id = ofDay(ids, new Date(), 1)[0];
  return id === undefined ? null : <DayClaim id={id} />;
}

function DayClaim({ id }: { id: string }) {
  const { data, error } = useInsight(id);
  if (error) return <Problem error={error} />;
  if (!data) return <Skeleton lines={3} label="Opening the claim of the day" />;
  const things = [...new Set((data.links ?? []).flatMap(({ subject, object }) => [subject, object]))];
  return (
    <section className="day-claim" aria-labelledby="day-title">
      <h2 id="day-title">The claim of the day</h2>
      <ClaimCard claim={evidenceOf(data)} />
      {things.length > 0 && (
        <p>
          <Link href={explorePlace(things)}>Explore what it links</Link>
        </p>
      )}
    </section>
  );
}

function FirstClaim() {
  return (
    <section className="first-claim" aria-labelledby="first-title">
      <h2 id="first-title">The library is empty. Add the first claim</h2>
      <p>Write entities, the source and a claim as lines of JSON into a file, say first.jsonl:</p>
      <pre>
        <code>{firstFile}</code>
      </pre>
      <p>Import it beside the running server; the pages follow within a second.</p>
      <pre>
        <code>java -jar clew.jar import first.jsonl</code>
      </pre>
      <p>Started without --empty on a new data directory, Clew brings a library of its own.</p>
    </section>
  );
}

const firstFile = [
  { type: 'source', id: 'my-notes', kind: 'Document', title: 'My reading notes' },
  { type: 'entity', id: 'compute', label: 'compute', kind: 'Resource', source: 'my-notes' },
  { type: 'entity', id: 'sovereignty', label: 'sovereignty', kind: 'Concept', source: 'my-notes' },
  {
    type: 'insight',
    id: 'my-first-claim',
    text: 'Machines of its own make a country more independent.',
    source: 'my-notes',
    links: [{ subject: 'compute', relation: 'enables', object: 'sovereignty' }],
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '../api/client';
import { historyPlace, recordOfPlace } from '../state/places';
import { SignInLink } from './SignedIn';

/** Grey lines in the place of what is still coming. */
export function Skeleton({ lines = 4, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={`bone bone-${index % 3}`} />
      ))}
    </div>
  );
}

/** A retracted record counts for nothing any more; what it was can still be read. */
function Gone() {
  const [path] = useLocation();
  const record = recordOfPlace(path);
  const text = 'It counts for nothing any more. Its earlier versions stay in ';
  return record ? (
    <>
      {text}
      <Link href={historyPlace(record.type, record.id)}>its history</Link>.
    </>
  ) : (
    `${text}the history.`
  );
}

function whatToDo(problem: ApiProblem): ReactNode {
  switch (problem.status) {
    case 0:
      return null;
    case 401:
      return (
        <>
          <SignInLink /> to go on here.
        </>
      );
    case 404:
      return (
        <>
          Check the address, or <Link href="/search">search the library</Link>.
        </>
      );
    case 410:
      return <Gone />;
    case 400:
    case 422:
      return 'Change what is named here, then ask again.';
    default:
      return problem.status >= 500 ? 'Try again in a moment. If it stays, the server’s log says more.' : null;
  }
}

const headlines: Record<number, string> = {
  404: 'There is nothing here',
  410: 'This record was retracted',
};

/** Whatever went wrong, as a sentence and with what to do next. */
export function Problem({
  error,
  onRetry,
  level = 2,
}: {
  error: Error;
  onRetry?: () => void;
  level?: 1 | 2;
}) {
  const problem =
    error instanceof ApiProblem
      ? error
      : new ApiProblem(0, { title: 'Something broke', detail: error.message });
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className="problem" role={level === 1 ? undefined : 'alert'}>
      <Heading tabIndex={level === 1 ? -1 : undefined}>{headlines[problem.status] ?? problem.title}</Heading>
      <p>{problem.message}</p>
      {problem.problems.length > 0 && (
        <ul>
          {problem.problems.map((one) => (
            <li key={`${one.path} ${one.message}`}>
              <code>{one.path}</code> {one.message}
            </li>
          ))}
        </ul>
      )}
      <p className="advice">{whatToDo(problem)}</p>
      {onRetry && problem.status !== 404 && problem.status !== 410 && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}

/** A write that was shown as done before the server refused it: what it said, that nothing changed, and what to do next. */
export function TakenBack({ error }: { error: Error }) {
  const isUnanswered = error instanceof ApiProblem && error.status === 0;
  const advice = error instanceof ApiProblem ? whatToDo(error) : null;
  return (
    <span className="taken-back" role="alert">
      Not done, so it stands as before. {error.message}{' '}
      {advice ?? (isUnanswered ? null : 'Reload this page to see how it stands, then try again.')}
    </span>
  );
}

import { useState } from 'react';
import { Link } from 'wouter';
import { useChange, useChanges } from '../api/queries';
import type { ChangeSummary, TouchedRecord } from '../api/types';
import { Differences } from '../parts/Differences';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { Undo } from '../parts/Undo';
import { timeText } from '../state/moment';
import { entityPlace, historyPlace } from '../state/places';
import { plural } from '../state/sentence';

/** What happened to the library lately, newest first. */
export default function ChangesPage() {
  usePageTitle('Recent changes');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useChanges();
  const changes = data?.pages.flatMap((page) => page.changes) ?? [];
  const runs = changes.map((change) => change.run);
  const isSeveral = ({ n, run }: ChangeSummary) => run !== n || runs.filter((one) => one === run).length > 1;
  return (
    <div className="history-page">
      <header>
        <Title>Recent changes</Title>
        <p>
          Every change of the library, by whom and why; <a href="/feeds/changes.atom">subscribe to them</a>,
          or see <Link href="/what-changed">what connections became between two days</Link>.
        </p>
      </header>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} label="Loading the changes" />}
      <ol className="versions">
        {changes.map((change) => (
          <li key={change.n}>
            <Change change={change} several={isSeveral(change)} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          Earlier changes
        </button>
      )}
    </div>
  );
}

function Change({ change, several }: { change: ChangeSummary; several: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <article aria-labelledby={`change-${change.n}`}>
      <h2 id={`change-${change.n}`}>
        Change {change.n}: {change.why}
      </h2>
      <p className="fine">
        {change.who}, <time dateTime={change.at}>{timeText(change.at)}</time>,{' '}
        {plural(change.total, 'record')}
        {change.run !== change.n && `, part of the run that began with change ${change.run}`}
      </p>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide what differs' : 'Show what differs'}
      </button>
      {open ? <Details n={change.n} /> : <Records records={change.records} total={change.total} />}
      <Undo n={change.n} run={change.run} several={several} />
    </article>
  );
}

function Details({ n }: { n: number }) {
  const { data, error, refetch } = useChange(n);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} label="Loading what differs" />;
  return <Records records={data.records} total={data.total} />;
}

function Records({ records, total }: { records: readonly TouchedRecord[]; total: number }) {
  return (
    <>
      <ul className="plain">
        {records.map((record) => (
          <li key={`${record.type} ${record.id}`}>
            <span className="mark">{record.action}</span>{' '}
            <Link href={historyPlace(record.type, record.id)}>{record.label}</Link>
            {record.into && (
              <>
                {' '}
                into <Link href={entityPlace(record.into.id)}>{record.into.label}</Link>
              </>
            )}
            {record.differences && record.action !== 'added' && (
              <Differences differences={record.differences} />
            )}
          </li>
        ))}
      </ul>
      {total > records.length && <p className="fine">and {plural(total - records.length, 'more record')}</p>}
    </>
  );
}

import { Link } from 'wouter';
import { useHistory } from '../api/queries';
import type { RecordType, Version } from '../api/types';
import { Differences } from '../parts/Differences';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { Undo } from '../parts/Undo';
import { timeText } from '../state/moment';
import { recordPlace } from '../state/places';

/** The versions of a record, latest first: who, when, why, and what differs from the one before. */
export default function HistoryPage({ type, id }: { type: RecordType; id: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useHistory(type, id);
  const label = data?.pages[0]?.label;
  usePageTitle(label ? `History of ${label}` : error?.message);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} label="Loading the history" />;
  const versions = data.pages.flatMap((page) => page.versions);
  return (
    <div className="history-page">
      <header>
        <p className="kind-line">History</p>
        <Title>{label}</Title>
        <p>
          <Link href={recordPlace(type, id)}>The record as it stands</Link>
        </p>
      </header>
      <ol className="versions">
        {versions.map((version, index) => (
          <li key={version.version}>
            <VersionOf version={version} latest={index === 0} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          Earlier versions
        </button>
      )}
    </div>
  );
}

function VersionOf({ version, latest }: { version: Version; latest: boolean }) {
  return (
    <article aria-labelledby={`version-${version.version}`}>
      <h2 id={`version-${version.version}`}>
        Version {version.version} <span className="mark">{version.action}</span>
      </h2>
      <p className="fine">
        {version.who}, <time dateTime={version.at}>{timeText(version.at)}</time>, change {version.n}:{' '}
        {version.why}
      </p>
      {version.action !== 'added' && <Differences differences={version.differences} />}
      {latest && <Undo n={version.n} run={version.n} several={false} />}
    </article>
  );
}

import { useLocation, useSearch as useAddress } from 'wouter';
import { useConflicts } from '../api/queries';
import { Behind } from '../parts/Behind';
import { Disputes } from '../parts/Conflicts';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import {
  conflictKinds,
  conflictsPlace,
  conflictStatuses,
  kindLabel,
  readConflictFilter,
  statusLabel,
  type ConflictFilter,
} from '../state/conflicts';

/** What is in dispute, question by question, both sides beside each other. */
export default function ConflictsPage() {
  const filter = readConflictFilter(useAddress());
  const answer = useConflicts(filter);
  const conflicts = answer.data?.pages.flatMap((page) => page.conflicts) ?? [];
  usePageTitle('In dispute');
  return (
    <div className="conflicts">
      <header>
        <Title>In dispute</Title>
        <p className="lede">
          Claims that answer the same question in ways that exclude each other. Both sides stay, whatever is
          concluded.
        </p>
        <Narrow filter={filter} />
      </header>
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton lines={8} label="Loading what is in dispute" />}
      {answer.data && conflicts.length === 0 && (
        <p className="unknown">Nothing of this kind is in dispute.</p>
      )}
      <Disputes conflicts={conflicts} />
      <Behind query={answer.data?.pages[0]?.behind} />
      {answer.hasNextPage && (
        <button type="button" onClick={() => void answer.fetchNextPage()}>
          Show more
        </button>
      )}
    </div>
  );
}

function Narrow({ filter }: { filter: ConflictFilter }) {
  const [, go] = useLocation();
  const choose = (name: 'kind' | 'status') => (event: { target: { value: string } }) =>
    go(conflictsPlace({ ...filter, [name]: event.target.value || undefined }));
  return (
    <form className="narrow" aria-label="Narrow">
      <label>
        Kind{' '}
        <select value={filter.kind ?? ''} onChange={choose('kind')}>
          <option value="">all in dispute</option>
          {conflictKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabel(kind)}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        Status{' '}
        <select value={filter.status ?? ''} onChange={choose('status')}>
          <option value="">any</option>
          {conflictStatuses.map((status) => (
            <option key={status} value={status}>
              {statusLabel(status)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

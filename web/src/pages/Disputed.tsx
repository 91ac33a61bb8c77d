import { useState } from 'react';
import { Link } from 'wouter';
import { useDisputed, useSession } from '../api/queries';
import { Title, usePageTitle } from '../parts/page';
import { Said } from '../parts/Remarks';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { shorten } from '../state/claim';
import { insightPlace } from '../state/places';
import { disputeStates, disputedName, sinceThen, stateOfDispute, type DisputeState } from '../state/remarks';

/** The claims that readers dispute, which wait for a curator's answer. */
export default function DisputedPage() {
  usePageTitle('What readers dispute');
  return (
    <div className="reading">
      <Title>What readers dispute</Title>
      <NeedsRole least="curator" what="Answering readers">
        <Waiting />
      </NeedsRole>
    </div>
  );
}

function Waiting() {
  const role = useSession().data?.role ?? 'anybody';
  const [state, setState] = useState<DisputeState>('open');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useDisputed(state);
  const disputes = data?.pages.flatMap((page) => page.disputes) ?? [];
  return (
    <>
      <p>
        A dispute stands beside its claim and never changes it. Answer it here; to correct the claim itself,
        or to rank it down, open it.
      </p>
      <label>
        Which{' '}
        <select value={state} onChange={(event) => setState(event.target.value as DisputeState)}>
          {disputeStates.map((one) => (
            <option key={one} value={one}>
              {stateOfDispute[one]}
            </option>
          ))}
        </select>
      </label>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} label="Loading what readers dispute" />}
      {data && disputes.length === 0 && (
        <p className="unknown">
          {state === 'open' ? 'No dispute waits for an answer.' : 'None was answered yet.'}
        </p>
      )}
      <ul className="plain">
        {disputes.map((dispute) => (
          <Said key={dispute.number} remark={dispute} role={role}>
            <h2>
              <Link href={insightPlace(dispute.insight)}>{shorten(disputedName(dispute), 160)}</Link>
            </h2>
            <p className="fine">{sinceThen(dispute)}</p>
          </Said>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          Show more
        </button>
      )}
    </>
  );
}

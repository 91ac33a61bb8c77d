import { useState } from 'react';
import { useCall } from '../api/pathQueries';
import { useInsights } from '../api/queries';
import type { Edge, WhatRests } from '../api/types';
import { eachSideNote } from '../state/behind';
import { changedText } from '../state/differences';
import { claimsBehind, entityRestsCall } from '../state/entityRests';
import type { Lens } from '../state/lens';
import { BehindCall } from './Behind';
import { evidenceOf } from './ClaimCard';
import { DifferenceList } from './DifferenceList';
import { Problem, Skeleton } from './states';
import { ClaimTicks } from './WhatRests';

const claimsShown = 20;

interface EntityRestsProps {
  id: string;
  edges: readonly Edge[];
  lens: Lens;
}

/** The claims behind the edges of a thing to untick, and what then changes; nothing is saved. */
export function EntityRests({ id, edges, lens }: EntityRestsProps) {
  const [off, setOff] = useState<readonly string[]>([]);
  const ids = claimsBehind(edges);
  const claims = useInsights(ids.slice(0, claimsShown)).flatMap(({ data }) =>
    data ? [evidenceOf(data)] : [],
  );
  const call = entityRestsCall(id, lens, off);
  const { data, error, refetch } = useCall<WhatRests>(call, true);
  return (
    <>
      <p>
        Untick a claim to see what falls with it. Nothing is saved.
        {ids.length > claimsShown && ` The ${claimsShown} claims with most behind them.`}
      </p>
      <ClaimTicks claims={claims} off={off} onChange={setOff} />
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {off.length > 0 && !data && !error && <Skeleton lines={3} label="Looking what changes" />}
      {off.length > 0 && data && (
        <>
          <p role="status">
            <strong>{changedText(data.total, data.counts)}</strong>
          </p>
          <DifferenceList differences={data.differences} />
          {call && <BehindCall call={call} note={eachSideNote} />}
        </>
      )}
    </>
  );
}

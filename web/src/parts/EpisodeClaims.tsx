import { Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCall } from '../api/pathQueries';
import type { Source, SourceClaims } from '../api/types';
import { linkedBy } from '../state/listed';
import { clock, momentAddress } from '../state/moment';
import { plural } from '../state/sentence';
import { playable, sourceClaimsCall, timeLine, type TimedClaim } from '../state/timeLine';
import { ClaimCard } from './ClaimCard';
import { ExploreThese } from './ExploreThese';
import { Player, type Wish } from './Player';
import { Problem, Skeleton } from './states';
import { TimeBar } from './TimeBar';

const atFirst = 30;

/** What is claimed in an episode or document, along its time, each claim to be heard where the recording can be played. */
export function EpisodeClaims({ source }: { source: Source }) {
  const { data, error, refetch } = useCall<SourceClaims>(sourceClaimsCall(source.id));
  const claims = useMemo(() => data?.claims ?? [], [data]);
  const line = useMemo(() => timeLine(claims, source.duration), [claims, source.duration]);
  const [chosen, setChosen] = useState<string>();
  const [wish, setWish] = useState<Wish>();
  const [all, setAll] = useState(false);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} label="Loading what is claimed" />;
  if (claims.length === 0) return <p className="unknown">No claim from this source is in the library yet.</p>;
  const recording = playable(source.enclosure, window.location.origin);
  const listen = (start: number) => setWish({ start, count: (wish?.count ?? 0) + 1 });
  const choose = (id: string) => {
    setAll(true);
    setChosen(id);
    requestAnimationFrame(() => document.getElementById(`claim-${id}`)?.focus());
  };
  const shown = all ? claims : claims.slice(0, atFirst);
  return (
    <>
      {line.marks.length > 0 && <TimeBar line={line} chosen={chosen} onChoose={choose} />}
      {recording && !wish && (
        <p>
          <button type="button" onClick={() => listen(0)}>
            <Play size={16} aria-hidden="true" /> Play the recording
          </button>{' '}
          <span className="fine">from {new URL(recording).hostname}; nothing is loaded before.</span>
        </p>
      )}
      {recording && wish && <Player enclosure={recording} wish={wish} />}
      <ol className="plain timed-claims">
        {shown.map((claim) => (
          <Timed
            key={claim.id}
            claim={claim}
            source={source}
            chosen={claim.id === chosen}
            onListen={recording ? listen : undefined}
          />
        ))}
      </ol>
      {shown.length < claims.length && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {plural(claims.length, 'claim')}
        </button>
      )}
      <ExploreThese ids={linkedBy(claims)} />
      {data.total > claims.length && (
        <p className="fine">
          The first {claims.length.toLocaleString('en')} of {data.total.toLocaleString('en')} are read.
        </p>
      )}
    </>
  );
}

interface TimedProps {
  claim: TimedClaim;
  source: Source;
  chosen: boolean;
  onListen: ((start: number) => void) | undefined;
}

function Timed({ claim, source, chosen, onListen }: TimedProps) {
  const { start } = claim;
  const there = momentAddress(source.url, start);
  return (
    <li id={`claim-${claim.id}`} tabIndex={-1} className={chosen ? 'timed chosen' : 'timed'}>
      <p className="timed-at">
        {start === undefined ? <span className="fine">no time</span> : <span>{clock(start)}</span>}
        {start !== undefined && onListen && (
          <button type="button" className="quiet" onClick={() => onListen(start)}>
            <Play size={14} aria-hidden="true" /> Play <span className="unseen">from {clock(start)}</span>
          </button>
        )}
        {start !== undefined && !onListen && there && (
          <a className="fine" href={there} rel="noreferrer external">
            at its address
          </a>
        )}
      </p>
      <ClaimCard claim={{ ...claim, kind: 'insight', text: claim.text ?? claim.id }} />
    </li>
  );
}

import { useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '../api/pathQueries';
import type { Loops, Reach } from '../api/types';
import { loopsCall, loopText, reachCall, type Direction } from '../state/influence';
import { entityViewPlace } from '../state/entityView';
import { heldBy, type Lens } from '../state/lens';
import { passedBy } from '../state/listed';
import { entityPlace } from '../state/places';
import { cutText, dampedText } from '../state/searched';
import { plural } from '../state/sentence';
import { Behind } from './Behind';
import { ExploreThese } from './ExploreThese';
import { HeldBy } from './HeldBy';
import { ReadPath } from './ReadPath';
import { SignMark } from './signs';
import { Fold } from './Fold';
import { Problem, Skeleton } from './states';

interface InfluenceProps {
  id: string;
  label: string;
  lens: Lens;
}

/** What a thing influences, or what influences it, within some steps, nearest first. */
export function Influence({ id, label, lens, direction }: InfluenceProps & { direction: Direction }) {
  const [maxHops, setMaxHops] = useState(3);
  const call = reachCall({ entity: id, direction, maxHops, lens });
  const { data, error, refetch, isPlaceholderData } = useCall<Reach>(call, true);
  const which = direction === 'downstream' ? `that ${label} influences` : `that may change ${label}`;
  return (
    <>
      <label className="within">
        Within{' '}
        <select value={maxHops} onChange={(event) => setMaxHops(Number(event.target.value))}>
          {[1, 2, 3, 4, 5].map((hops) => (
            <option key={hops} value={hops}>
              {plural(hops, 'step')}
            </option>
          ))}
        </select>
      </label>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} label="Following influence" />}
      {data && (
        <div aria-busy={isPlaceholderData}>
          <p role="status" className="fine">
            {plural(data.total, 'thing')} {which}
            {data.total > data.reached.length && `; the nearest ${data.reached.length}`}
            {data.searched.truncated && '; the search stopped at its limit'}. {dampedText(data.searched)}
          </p>
          <HeldBy holders={data.heldBy} place={(holder) => entityViewPlace(id, heldBy(lens, holder))} />
          <ol className="plain reached">
            {data.reached.map(({ entity, sign, hops, path }) => (
              <li key={entity.id}>
                <p>
                  <SignMark sign={sign} /> <Link href={entityPlace(entity.id)}>{entity.label}</Link>{' '}
                  <span className="count">{plural(hops, 'step')}</span>
                </p>
                <Fold title="By way of">{() => <ReadPath path={path} lens={lens} />}</Fold>
              </li>
            ))}
          </ol>
          <ExploreThese ids={[id, ...data.reached.map(({ entity }) => entity.id)]} lens={lens} />
          <Behind query={data.behind} />
        </div>
      )}
    </>
  );
}

/** Feedback loops through a thing: reinforcing, balancing or ambiguous. */
export function FeedbackLoops({ id, label, lens }: InfluenceProps) {
  const { data, error, refetch } = useCall<Loops>(loopsCall(id, lens));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} label="Looking for loops" />;
  if (data.loops.length === 0)
    return (
      <>
        <p className="unknown">
          No chain of claims of up to {plural(data.searched.maxHops, 'step')} leads from {label} back to it.
        </p>
        <HeldBy holders={data.heldBy} place={(holder) => entityViewPlace(id, heldBy(lens, holder))} />
        <Behind query={data.behind} />
      </>
    );
  return (
    <>
      <p className="fine">
        {(data.searched.truncated || data.searched.further) &&
          `The first ${data.loops.length}; there are more. `}
        {cutText(data.searched)}
      </p>
      <ol className="plain loops">
        {data.loops.map(({ kind, path, text }) => (
          <li key={text}>
            <p>
              <span className={`mark ${kind}`}>{loopText(kind)}</span>
            </p>
            <ReadPath path={path} lens={lens} />
          </li>
        ))}
      </ol>
      <ExploreThese ids={passedBy(data.loops.map(({ path }) => path))} lens={lens} />
      <Behind query={data.behind} />
    </>
  );
}

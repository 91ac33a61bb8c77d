import { X } from 'lucide-react';
import { Link } from 'wouter';
import { useFollowRefusal, useReading } from '../api/reader';
import type { ReaderFollow } from '../api/types';
import { kindLabels, weightLabels, weights } from '../state/reader';
import { FollowField } from './FollowField';
import { TakenBack } from './states';

/** What a reader follows, each with how much of it is wanted. */
export function Followed({ follows }: { follows: readonly ReaderFollow[] }) {
  const { follow, unfollow } = useReading();
  const refused = useFollowRefusal();
  return (
    <section>
      <h2>What you follow</h2>
      <div className="path-ends">
        <FollowField onFollow={(named) => follow.mutate({ follow: named })} />
      </div>
      {refused && <TakenBack error={refused} />}
      {follows.length === 0 && (
        <p className="empty">
          Nothing yet. Name something above, or press “Follow” at a thing, a topic, a podcast, a search, a
          path or a connection.
        </p>
      )}
      <ul className="plain follows">
        {follows.map((one) => (
          <li key={one.follow}>
            <span>
              <Link href={one.page}>{one.label}</Link>{' '}
              <small>
                {kindLabels[one.kind]}
                {one.state === 'merged' && ', merged: what stands for it is followed'}
                {one.state === 'gone' && ', no longer published: nothing comes of it'}
              </small>
            </span>
            <select
              aria-label={`How much of ${one.label}`}
              value={one.weight}
              onChange={(event) =>
                follow.mutate({ follow: one.follow, weight: event.target.value as ReaderFollow['weight'] })
              }
            >
              {weights.map((weight) => (
                <option key={weight} value={weight}>
                  {weightLabels[weight]}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="icon"
              aria-label={`Stop following ${one.label}`}
              onClick={() => unfollow.mutate(one.follow)}
            >
              <X aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

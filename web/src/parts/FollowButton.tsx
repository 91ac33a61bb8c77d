import { Bell, BellRing } from 'lucide-react';
import { Link } from 'wouter';
import { useIsReader, useReader, useReading } from '../api/reader';
import { briefPlace } from '../state/brief';
import { bringsClaims, readingPlace } from '../state/reader';
import { TakenBack } from './states';

interface FollowButtonProps {
  /** Its written form, such as `compute` or `path:compute:alliance`. */
  follow: string;
  /** What it is called, behind the word "Follow". */
  label: string;
}

/** Follows something, or no longer, with one click; leads those who are not known to where following begins. */
export function FollowButton({ follow, label }: FollowButtonProps) {
  const isReader = useIsReader();
  const { data: reader } = useReader(isReader);
  const reading = useReading();
  if (!isReader || !reader) {
    const place = bringsClaims(follow)
      ? briefPlace({ follows: [follow], span: 'week' })
      : readingPlace(follow);
    return <Link href={place}>Follow {label}</Link>;
  }
  const followed = reader.follows.some((one) => one.follow === follow);
  const failed = reading.follow.error ?? reading.unfollow.error;
  return (
    <>
      <button
        type="button"
        aria-pressed={followed}
        onClick={() =>
          followed ? reading.unfollow.mutate(follow) : reading.follow.mutate({ follow, label })
        }
      >
        {followed ? <BellRing aria-hidden size={16} /> : <Bell aria-hidden size={16} />}{' '}
        {followed ? 'Following' : 'Follow'} {label}
      </button>
      {failed && <TakenBack error={failed} />}
    </>
  );
}

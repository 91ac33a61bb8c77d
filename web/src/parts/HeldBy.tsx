import { Link } from 'wouter';
import type { HolderCount } from '../api/types';
import { plural } from '../state/sentence';

interface HeldByProps {
  holders: readonly HolderCount[] | undefined;
  /** The same page as seen by one of them. */
  place: (holder: string) => string;
}

/** Where a lens shows nothing: who does hold claims here. */
export function HeldBy({ holders, place }: HeldByProps) {
  if (holders === undefined) return null;
  if (holders.length === 0) return <p>Nobody is known to hold a claim here.</p>;
  return (
    <>
      <p>Who does hold claims here</p>
      <ul className="held-by">
        {holders.map(({ id, label, claims }) => (
          <li key={id}>
            <Link href={place(id)}>{label}</Link> <span className="count">{plural(claims, 'claim')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

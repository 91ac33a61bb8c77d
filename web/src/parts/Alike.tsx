import { Link } from 'wouter';
import { shorten } from '../state/claim';
import { insightPlace } from '../state/places';

interface AlikeProps {
  claims: readonly { id: string; text: string; likeness: number }[];
}

/** Published claims that say nearly the same, so that nobody adds a claim twice. */
export function Alike({ claims }: AlikeProps) {
  if (claims.length === 0) return null;
  return (
    <section className="alike" aria-label="Claims that say nearly the same">
      <h3>Already said, or nearly</h3>
      <ul className="plain">
        {claims.map(({ id, text, likeness }) => (
          <li key={id}>
            <Link href={insightPlace(id)}>{shorten(text, 160)}</Link>{' '}
            <span className="count">{Math.round(likeness * 100)} % alike</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

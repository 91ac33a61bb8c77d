import { Link } from 'wouter';
import { waysToAsk } from '../state/places';

/** The other questions that claims answer, about one thing where it is named. */
export function WaysToAsk({ entity }: { entity?: string }) {
  return (
    <ul className="plain ways">
      {waysToAsk(entity).map(({ label, place }) => (
        <li key={place}>
          <Link href={place}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}

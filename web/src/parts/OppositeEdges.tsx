import { Link } from 'wouter';
import type { LensComparison } from '../api/types';
import { standingText } from '../state/differences';
import { entityPlace } from '../state/places';
import { Claims } from './EdgeRow';
import { Fold } from './Fold';

/** Edges that two lenses show with opposite signs, the claims of each under it. */
export function OppositeEdges({ edges }: { edges: LensComparison['opposite'] }) {
  if (edges.length === 0) return null;
  return (
    <section>
      <h2>Opposite in A and B</h2>
      <ul className="plain">
        {edges.map(({ subject, relation, object, a, b }) => (
          <li key={`${subject.id} ${relation.id} ${object.id}`} className="edge-item">
            <p>
              <Link href={entityPlace(subject.id)}>{subject.label}</Link>{' '}
              <span className="step-relation">{relation.label}</span>{' '}
              <Link href={entityPlace(object.id)}>{object.label}</Link>
            </p>
            <Fold title={`A: ${standingText(a)}`}>{() => <Claims ids={a.evidence} />}</Fold>
            <Fold title={`B: ${standingText(b)}`}>{() => <Claims ids={b.evidence} />}</Fold>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Link } from 'wouter';
import type { Edge } from '../api/types';
import { entityPlace } from '../state/places';
import { EdgeEvidence } from './EdgeRow';
import { Fold } from './Fold';
import { ContestedMark, SignMark, Support } from './signs';

/** One edge with both ends, and the claims behind it folded away. */
export function EdgeItem({ edge }: { edge: Edge }) {
  return (
    <li className="edge-item">
      <p>
        <Link href={entityPlace(edge.subject.id)}>{edge.subject.label}</Link> <SignMark sign={edge.sign} />{' '}
        <span className="step-relation">{edge.relation.label}</span>{' '}
        <Link href={entityPlace(edge.object.id)}>{edge.object.label}</Link>{' '}
        {edge.contested && <ContestedMark contestedBy={edge.contestedBy} />}
      </p>
      <Fold title={<Support edge={edge} />}>{() => <EdgeEvidence edge={edge} />}</Fold>
    </li>
  );
}

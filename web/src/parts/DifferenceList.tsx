import { Link } from 'wouter';
import type { Difference } from '../api/types';
import { differenceLabel, standingText } from '../state/differences';
import { entityPlace } from '../state/places';
import { ClaimCard } from './ClaimCard';
import { Fold } from './Fold';

interface DifferenceListProps {
  differences: readonly Difference[];
  /** Whether the claims that did it are shown; left out where the reader chose them. */
  causes?: boolean;
}

/** What became of edges, one by one. */
export function DifferenceList({ differences, causes = false }: DifferenceListProps) {
  return (
    <ul className="plain difference-list">
      {differences.map((one) => (
        <li key={`${one.subject.id} ${one.relation.id} ${one.object.id}`}>
          <p>
            <Link href={entityPlace(one.subject.id)}>{one.subject.label}</Link>{' '}
            <span className="step-relation">{one.relation.label}</span>{' '}
            <Link href={entityPlace(one.object.id)}>{one.object.label}</Link>{' '}
            {one.kinds.map((kind) => (
              <span key={kind} className={`mark ${kind}`}>
                {differenceLabel(kind)}
              </span>
            ))}
          </p>
          <p className="fine">
            {standingText(one.before)} → {standingText(one.after)}
          </p>
          {causes && <Causes difference={one} />}
        </li>
      ))}
    </ul>
  );
}

function Causes({ difference: { came, went } }: { difference: Difference }) {
  const count = came.length + went.length;
  if (count === 0) return null;
  return (
    <Fold title={count === 1 ? 'The claim that did it' : `The ${count} claims that did it`}>
      {() => (
        <>
          {came.map((claim) => (
            <Cause key={`came ${claim.id}`} claim={claim} did="Came" />
          ))}
          {went.map((claim) => (
            <Cause key={`went ${claim.id}`} claim={claim} did="Went, or became another" />
          ))}
        </>
      )}
    </Fold>
  );
}

function Cause({ claim, did }: { claim: Difference['came'][number]; did: string }) {
  const why = `${did}${claim.change === undefined ? '' : `; as change ${claim.change} wrote it`}`;
  return <ClaimCard claim={claim} why={why} />;
}

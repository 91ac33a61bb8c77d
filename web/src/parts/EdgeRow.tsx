import { useState } from 'react';
import { Link } from 'wouter';
import { useInsights } from '../api/queries';
import type { Edge } from '../api/types';
import { otherEnd } from '../state/edges';
import { entityPlace } from '../state/places';
import { edgeWatch } from '../state/reader';
import { plural } from '../state/sentence';
import { ClaimCard, evidenceOf } from './ClaimCard';
import { FollowButton } from './FollowButton';
import { ContestedMark, SignMark, Support } from './signs';
import { Problem, Skeleton } from './states';

const evidenceShown = 6;

/** The claims behind an edge, those that deny it, and where its reference records stand. */
export function EdgeEvidence({ edge }: { edge: Edge }) {
  const facts = edge.facts;
  return (
    <div className="evidence">
      <Claims ids={edge.evidence} />
      {edge.deniedBy.length > 0 && (
        <>
          <h3>Denied by</h3>
          <Claims ids={edge.deniedBy} />
        </>
      )}
      {facts > 0 && (
        <p className="fine">
          {plural(facts, 'reference record')} at{' '}
          <Link href={`${entityPlace(edge.subject.id)}#facts`}>{edge.subject.label}</Link>
        </p>
      )}
    </div>
  );
}

/** Several claims by id, the first few at once. */
export function Claims({ ids }: { ids: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? ids : ids.slice(0, evidenceShown);
  const answers = useInsights(shown);
  return (
    <>
      {answers.map((answer, index) => {
        const key = shown[index] ?? String(index);
        if (answer.data) return <ClaimCard key={key} claim={evidenceOf(answer.data)} />;
        return answer.error ? <Problem key={key} error={answer.error} /> : <Skeleton key={key} lines={2} />;
      })}
      {ids.length > shown.length && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          Show {plural(ids.length - shown.length, 'more claim')}
        </button>
      )}
    </>
  );
}

/** One edge of an entity as a line that opens to its evidence. */
export function EdgeRow({ edge, around }: { edge: Edge; around: string }) {
  const [open, setOpen] = useState(false);
  const other = otherEnd(edge, around);
  return (
    <li className="edge-row">
      <div className="edge-line">
        <SignMark sign={edge.sign} />
        <Link href={entityPlace(other.id)}>{other.label}</Link>
        <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Support edge={edge} />
          <span className="unseen"> behind {other.label}</span>
        </button>
        {edge.contested && <ContestedMark contestedBy={edge.contestedBy} />}
      </div>
      {open && (
        <>
          <EdgeEvidence edge={edge} />
          <p className="buttons">
            <FollowButton follow={edgeWatch(edge)} label="this connection" />
          </p>
        </>
      )}
    </li>
  );
}

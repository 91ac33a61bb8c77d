import { Link } from 'wouter';
import type { Evidence, InsightExcerpt, Named, ShownClaim } from '../api/types';
import { claimMarks, labelOf } from '../state/claim';
import { clock } from '../state/moment';
import { entityPlace, insightPlace, sourcePlace } from '../state/places';

/** A claim as a list shows it, from a record or an excerpt of one. */
export function evidenceOf(insight: InsightExcerpt): ShownClaim {
  const { id, text, start, quote, claimType, certainty, attribution, rank, labels } = insight;
  const named = (one: string | Named | undefined) =>
    typeof one === 'string' ? { id: one, label: labelOf(labels, one) } : one;
  const { holder, speaker, source } = insight;
  const people = { holder: named(holder), speaker: named(speaker), source: named(source) };
  return { kind: 'insight', id, text, ...people, start, quote, claimType, certainty, attribution, rank };
}

function Byline({ claim }: { claim: ShownClaim }) {
  const { holder, speaker } = claim;
  const same = holder !== undefined && holder.id === speaker?.id;
  return (
    <p className="byline">
      {!holder && !speaker && <span>Nobody named</span>}
      {holder && (
        <span>
          {same ? 'Believed and said by ' : 'Believed by '}
          <Link href={entityPlace(holder.id)}>{holder.label}</Link>
        </span>
      )}
      {speaker && !same && (
        <span>
          Said by <Link href={entityPlace(speaker.id)}>{speaker.label}</Link>
        </span>
      )}
      {claim.source && (
        <span>
          <Link href={sourcePlace(claim.source.id)}>{claim.source.label}</Link>
          {typeof claim.start === 'number' && <span className="moment"> at {clock(claim.start)}</span>}
        </span>
      )}
    </p>
  );
}

/** One claim or reference record behind something: its words, who stands behind it, where it was said. */
export function ClaimCard({
  claim,
  why,
  also = [],
  compact = false,
}: {
  claim: ShownClaim;
  why?: string;
  /** Other claims that say the same. */
  also?: readonly ShownClaim[];
  compact?: boolean;
}) {
  const fact = claim.kind === 'fact';
  return (
    <article className={`claim-card${fact ? ' fact' : ''}${compact ? ' compact' : ''}`}>
      {fact && <p className="kind-line">Reference record</p>}
      <p className="claim-text">
        <Link href={fact ? entityPlace(claim.id) : insightPlace(claim.id)}>{claim.text}</Link>
      </p>
      {claim.quote && !compact && <blockquote>“{claim.quote}”</blockquote>}
      <Byline claim={claim} />
      <ClaimMarks claim={claim} />
      {also.length > 0 && <AlsoSaidBy claims={also} />}
      {why && <p className="why">{why}</p>}
    </article>
  );
}

/** Who says the same in a claim of its own, each leading to that claim. */
function AlsoSaidBy({ claims }: { claims: readonly ShownClaim[] }) {
  return (
    <p className="also">
      Also said by{' '}
      {claims.map((claim, index) => (
        <span key={claim.id}>
          {index > 0 && ', '}
          <Link href={insightPlace(claim.id)}>
            {(claim.holder ?? claim.speaker ?? claim.source)?.label ?? 'nobody named'}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** hedged, forecast, aim, inferred …: what a claim is other than a plain report. */
export function ClaimMarks({ claim }: { claim: Pick<Evidence, 'claimType' | 'certainty' | 'attribution'> }) {
  const marks = claimMarks(claim);
  if (marks.length === 0) return null;
  return (
    <ul className="marks" aria-label="Kind of claim">
      {marks.map((mark) => (
        <li key={mark.label} className="mark">
          {mark.label}
        </li>
      ))}
    </ul>
  );
}

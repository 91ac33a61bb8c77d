import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useRelations } from '../api/queries';
import type { Hop, Named, Path } from '../api/types';
import { entityPlace } from '../state/places';
import { plural, readStep, signClass } from '../state/sentence';
import { ClaimCard } from './ClaimCard';
import { Claims } from './EdgeRow';
import { Ball, Strand } from './icons';
import { ContestedMark, SignMark, Support } from './signs';
import { Term } from './Term';

interface ThreadProps {
  path: Path;
  /** `across` runs from left to right where there is room; `down` always hangs. */
  layout: 'across' | 'down';
  /** How many claims a step shows before the rest is asked for. */
  claimsShown: number;
  compact?: boolean;
}

/** A path as a thread: a knot for each entity, and at each step the claims it hangs on. */
export function Thread({ path, layout, claimsShown, compact = false }: ThreadProps) {
  const last = path.nodes[path.nodes.length - 1];
  return (
    <ol className={`thread ${layout}`}>
      {path.hops.map((hop, index) => {
        const from = path.nodes[index];
        if (!from) return null;
        return (
          <li key={`${from.id} ${index}`} className="thread-step">
            <Knot entity={from} first={index === 0} />
            <Strand sign={signClass(hop.sign)} contested={hop.contested} />
            <Step hop={hop} from={from} claimsShown={claimsShown} compact={compact}>
              {index === path.weakestHop && path.hops.length > 1 && !compact && (
                <span className="mark">
                  <Term id="weakestHop">weakest step</Term>
                </span>
              )}
            </Step>
          </li>
        );
      })}
      {last && (
        <li className="thread-end">
          <Knot entity={last} first={false} />
        </li>
      )}
    </ol>
  );
}

function Knot({ entity, first }: { entity: Named; first: boolean }) {
  return (
    <div className="knot">
      <span className="knot-mark">{first ? <Ball size={26} /> : <span className="knot-dot" />}</span>
      <Link className="knot-name" href={entityPlace(entity.id)}>
        {entity.label}
      </Link>
    </div>
  );
}

interface StepProps {
  hop: Hop;
  from: Named;
  claimsShown: number;
  compact: boolean;
  children?: ReactNode;
}

function Step({ hop, from, claimsShown, compact, children }: StepProps) {
  const [all, setAll] = useState(false);
  const reading = readStep(hop, from.id, useRelations().get(hop.relation.id)?.inverseLabel);
  const shown = all ? hop.evidence : hop.evidence.slice(0, claimsShown);
  const hidden = hop.evidence.length - shown.length;
  return (
    <div className="step">
      <p className="step-reading">
        <SignMark sign={hop.sign} /> <strong>{reading.verb}</strong>{' '}
        <span className="step-relation">({reading.relation})</span> <Support edge={hop} /> {children}
      </p>
      {hop.contested && <ContestedMark contestedBy={hop.contestedBy} />}
      {shown.map((claim) => (
        <ClaimCard key={`${claim.kind} ${claim.id}`} claim={claim} compact={compact} />
      ))}
      {hidden > 0 && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          Show {plural(hidden, 'more claim')} behind this step
        </button>
      )}
      {all && hop.evidenceTotal > hop.evidence.length && (
        <p className="fine">
          The first {hop.evidence.length} of {hop.evidenceTotal};{' '}
          <Link href={entityPlace(from.id)}>{from.label}</Link> lists all.
        </p>
      )}
      {!compact && <OtherSide hop={hop} />}
    </div>
  );
}

/** The claims that say otherwise, in the same meaning or in another. */
function OtherSide({ hop }: { hop: Hop }) {
  const [open, setOpen] = useState(false);
  const count = hop.against.length + hop.otherwise.length;
  if (count === 0) return null;
  return (
    <>
      <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {plural(count, 'claim')} {count === 1 ? 'says' : 'say'} otherwise
      </button>
      {open && hop.against.length > 0 && <Claims ids={hop.against} />}
      {open && hop.otherwise.length > 0 && (
        <>
          <p className="fine">In another meaning, place or time:</p>
          <Claims ids={hop.otherwise} />
        </>
      )}
    </>
  );
}

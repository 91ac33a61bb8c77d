import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useRelations } from '../api/queries';
import type { Hop, Named, Path } from '../api/types';
import { edgeKey } from '../state/edges';
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
  /** The step (by its edge's key) or thing that is pointed at here or elsewhere. */
  lit?: string | undefined;
  /** Told which step is pointed at or has the focus, or none. */
  onLit?: (key: string | undefined) => void;
}

/** Tells of which step the pointer or the focus is; the steps themselves stay what they are, lines of a list. */
function usePointed(onLit: ThreadProps['onLit']) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const steps = list.current;
    if (!steps || !onLit) return undefined;
    const point = ({ target }: Event) => {
      const step = target instanceof Element ? target.closest<HTMLElement>('[data-edge]') : null;
      onLit(step?.dataset['edge']);
    };
    const leave = () => onLit(undefined);
    const [begin, end] = [
      ['pointerover', 'focusin'],
      ['pointerleave', 'focusout'],
    ] as const;
    for (const name of begin) steps.addEventListener(name, point);
    for (const name of end) steps.addEventListener(name, leave);
    return () => {
      for (const name of begin) steps.removeEventListener(name, point);
      for (const name of end) steps.removeEventListener(name, leave);
    };
  }, [onLit]);
  return list;
}

/** A path as a thread: a knot for each entity, and at each step the claims it hangs on. */
export function Thread({ path, layout, claimsShown, compact = false, lit, onLit }: ThreadProps) {
  const last = path.nodes[path.nodes.length - 1];
  const list = usePointed(onLit);
  return (
    <ol ref={list} className={`thread ${layout}`}>
      {path.hops.map((hop, index) => {
        const from = path.nodes[index];
        if (!from) return null;
        const key = edgeKey(hop);
        return (
          <li
            key={`${from.id} ${index}`}
            className={lit === key ? 'thread-step lit' : 'thread-step'}
            data-edge={key}
          >
            <Knot entity={from} first={index === 0} lit={lit === from.id} />
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
          <Knot entity={last} first={false} lit={lit === last.id} />
        </li>
      )}
    </ol>
  );
}

function Knot({ entity, first, lit }: { entity: Named; first: boolean; lit: boolean }) {
  return (
    <div className={lit ? 'knot lit' : 'knot'}>
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

import { Link as Anchor } from 'wouter';
import type { Insight, Link } from '../api/types';
import { labelOf, linkText, scopeText } from '../state/claim';
import { entityPlace } from '../state/places';
import { readableSlug } from '../state/sentence';
import { SignMark } from './signs';
import { Term } from './Term';

function End({ id, framing, labels }: { id: string; framing?: string; labels: Insight['labels'] }) {
  const meaning = framing && (labels[`${id}#${framing}`] ?? readableSlug(framing));
  return (
    <>
      <Anchor href={entityPlace(id)}>{labelOf(labels, id)}</Anchor>
      {framing && (
        <Anchor className="framing" href={`${entityPlace(id)}#framing-${framing}`}>
          meaning: {meaning}
        </Anchor>
      )}
    </>
  );
}

/** What a claim links, each link as a chip with its sign, its meanings, its limits, and whether it is denied. */
export function LinkChips({ insight }: { insight: Insight }) {
  const { links = [], labels } = insight;
  return (
    <ul className="chips">
      {links.map((link) => (
        <li key={linkText(link, labels)} className={link.denied ? 'chip denied' : 'chip'}>
          <Chip link={link} insight={insight} />
        </li>
      ))}
    </ul>
  );
}

function Chip({ link, insight }: { link: Link; insight: Insight }) {
  const { labels } = insight;
  const limits = scopeText(link.scope, labels);
  return (
    <>
      <span className="chip-line">
        <End id={link.subject} framing={link.subjectFraming} labels={labels} />
        <span className="arrow">
          <SignMark sign={link.sign} /> {labelOf(labels, link.relation)} <span aria-hidden="true">→</span>
        </span>
        <End id={link.object} framing={link.objectFraming} labels={labels} />
      </span>
      {(link.denied || limits !== undefined) && (
        <span className="chip-notes">
          {link.denied && (
            <strong>
              <Term id="denied">denied</Term>: the claim says that this is not so
            </strong>
          )}
          {limits && <span>{limits}</span>}
        </span>
      )}
    </>
  );
}

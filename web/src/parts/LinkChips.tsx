import { Link as Anchor } from 'wouter';
import type { Edge, Insight, Link } from '../api/types';
import { labelOf, linkText, scopeText } from '../state/claim';
import { edgeOf } from '../state/edges';
import { entityPlace } from '../state/places';
import { readableSlug } from '../state/sentence';
import { ContestedMark, SignMark, Support } from './signs';
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

/** What a claim links, each link as a chip with its sign, meanings and limits, whether it is denied, and who else says so. */
export function LinkChips({ insight, edges = [] }: { insight: Insight; edges?: readonly Edge[] }) {
  const { links = [], labels } = insight;
  return (
    <ul className="chips">
      {links.map((link) => (
        <li key={linkText(link, labels)} className={link.denied ? 'chip denied' : 'chip'}>
          <Chip link={link} insight={insight} />
          <Standing edge={edgeOf(link, edges)} />
        </li>
      ))}
    </ul>
  );
}

/** How the connection stands that a link is part of. */
function Standing({ edge }: { edge: Edge | undefined }) {
  if (!edge) return null;
  return (
    <span className="chip-notes">
      <span>
        In the library: <Support edge={edge} />
      </span>
      {edge.contested && <ContestedMark contestedBy={edge.contestedBy} />}
    </span>
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

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useNames } from '../api/curating';
import { useRelations, useSession, useSource } from '../api/queries';
import { useTranscript } from '../api/scans';
import type { Proposal } from '../api/types';
import { includes } from '../state/account';
import { entryOf, type InsightBody } from '../state/entry';
import { readBack, saidSign } from '../state/linkLine';
import { clock } from '../state/moment';
import { quantityText } from '../state/claim';
import { entityPlace, recordPlace, sourcePlace } from '../state/places';
import {
  entitiesNamed,
  kindWords,
  passageSegments,
  proposedKind,
  proposedName,
  scannedEpisode,
  textFields,
} from '../state/review';
import { findSpoken } from '../state/scans';
import { SignMark } from './signs';
import { Spoken } from './Spoken';

/** The text that a proposal was taken from, its own words marked. */
export function Passage({ proposal }: { proposal: Proposal }) {
  const record = proposal.record as InsightBody;
  const source = useSource(typeof record.source === 'string' ? record.source : undefined).data;
  const { passage } = proposal.origin;
  const curates = includes(useSession().data?.role ?? 'anybody', 'curator');
  const transcript = useTranscript(curates ? scannedEpisode(proposal) : undefined).data;
  const words = passage ? passage.text.slice(passage.start, passage.end) : (record.quote ?? '');
  const spoken = transcript && findSpoken(transcript.segments, words, record.start);
  return (
    <section className="passage" aria-labelledby="passage-heading">
      <h3 id="passage-heading">Where it was said</h3>
      {source && (
        <p className="fine">
          <Link href={sourcePlace(source.id)}>{source.title}</Link>
          {typeof record.start === 'number' && <span className="moment"> at {clock(record.start)}</span>}
        </p>
      )}
      {spoken && <Spoken segments={transcript.segments} place={spoken} />}
      {passage && !spoken && (
        <blockquote>
          {passageSegments(passage).map(({ text, matches }, index) =>
            matches ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </blockquote>
      )}
      {passage && transcript && !spoken && (
        <p className="fine">Another transcript is kept by now, in which these words are not said.</p>
      )}
      {!passage && record.quote && <blockquote>“{record.quote}”</blockquote>}
      {!passage && !record.quote && (
        <p className="fine">No passage came with it: open the source to read for yourself.</p>
      )}
    </section>
  );
}

/** What is proposed, as it would read. */
export function ProposedRecord({ proposal }: { proposal: Proposal }) {
  const kind = proposedKind(proposal);
  const base = proposal.baseVersion !== undefined && proposal.name;
  return (
    <section className="proposed-record" aria-labelledby="proposed-heading">
      <h3 id="proposed-heading">{kindWords[kind]}</h3>
      {base && (
        <p className="fine">
          Replaces version {proposal.baseVersion} of{' '}
          <Link href={recordPlace(kind, base.slice(base.indexOf('/') + 1))}>what is published</Link>.
        </p>
      )}
      <p className="claim-text">{proposedName(proposal)}</p>
      {kind === 'insight' ? (
        <ClaimParts record={proposal.record} />
      ) : (
        <Entries entries={textFields(proposal.record).slice(1)} />
      )}
      <Problems problems={proposal.problems ?? []} />
    </section>
  );
}

function Entries({ entries }: { entries: [string, ReactNode][] }) {
  return (
    <dl className="entries">
      {entries
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="entry">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function ClaimParts({ record }: { record: InsightBody }) {
  const ids = entitiesNamed(record);
  const { name } = useNames(ids);
  const labels = Object.fromEntries(ids.map((id) => [id, name(id)]));
  const entity = (id: string | undefined) => id && <Link href={entityPlace(id)}>{name(id)}</Link>;
  return (
    <>
      <ReadBack record={record} name={name} />
      <Entries
        entries={[
          ['Said by', entity(record.speaker)],
          ['Believed by', entity(record.holder)],
          ['Kind', [record.claimType, record.certainty, record.attribution].filter(Boolean).join(', ')],
          ['Quote', record.quote],
          ['Numbers', record.quantities?.map((quantity) => quantityText(quantity, labels)).join('; ')],
          ['Topics', record.topics?.map(name).join(', ')],
          ['Mentions', record.mentions?.map(name).join(', ')],
          ['Note', record.note],
        ]}
      />
    </>
  );
}

function ReadBack({ record, name }: { record: InsightBody; name: (id: string) => string }) {
  const relations = useRelations();
  const { links, holder } = entryOf(record, name, relations);
  return (
    <ul className="plain">
      {links.map((link, index) => {
        const relation = relations.get(link.words.relation.named?.id ?? '');
        const said = readBack(link, relation, holder?.label);
        return (
          said && (
            <li key={index} className="read-back">
              <SignMark sign={saidSign(link, relation)} /> {said}
            </li>
          )
        );
      })}
    </ul>
  );
}

function Problems({ problems }: { problems: NonNullable<Proposal['problems']> }) {
  if (problems.length === 0) return null;
  return (
    <div className="form-problem">
      <p>It cannot be published as it is:</p>
      <ul>
        {problems.map(({ path, message, value }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message}
            {value && <>: {value}</>}
          </li>
        ))}
      </ul>
    </div>
  );
}

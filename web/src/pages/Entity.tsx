import { useEffect } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useConflicts, useEdges, useEntity, useRelations, useSession } from '../api/queries';
import type { Entity, Fact, Framing } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { Behind } from '../parts/Behind';
import { BothSides } from '../parts/BothSides';
import { ClaimsOf } from '../parts/ClaimsOf';
import { Disputes } from '../parts/Conflicts';
import { EmbedOffer } from '../parts/EmbedOffer';
import { EdgeRow } from '../parts/EdgeRow';
import { FollowButton } from '../parts/FollowButton';
import { Further } from '../parts/Further';
import { HeldBy } from '../parts/HeldBy';
import { LensBar } from '../parts/LensBar';
import { MiniMap } from '../parts/MiniMap';
import { OverTime } from '../parts/OverTime';
import { PersonClaims } from '../parts/PersonClaims';
import { Title, useMergedRecord, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { TakeRecords } from '../parts/TakeRecords';
import { Term, TermLabel } from '../parts/Term';
import { WaysToAsk } from '../parts/WaysToAsk';
import { includes } from '../state/account';
import { conflictsPlace } from '../state/conflicts';
import { groupEdges, type EdgeGroup } from '../state/edges';
import { entityViewPlace, readEntityLens } from '../state/entityView';
import { heldBy, lensCount, noLens, type Lens } from '../state/lens';
import { mergePlace } from '../state/merging';
import {
  entityPlace,
  explorePlace,
  framingsPlace,
  historyPlace,
  pathsPlace,
  sourcePlace,
} from '../state/places';
import { relationPlace, topicPlace } from '../state/reading';
import { plural } from '../state/sentence';
import { sideBySidePlace } from '../state/sideBySide';

/** One entity: what it is, what it may mean, what it is linked to and by how many voices, and the claims about it. */
export default function EntityPage({ id }: { id: string }) {
  const lens = readEntityLens(useAddress());
  const [, go] = useLocation();
  const { data: entity, error, refetch } = useEntity(id, lens.asOf);
  useMergedRecord('entity', id, entity?.id);
  usePageTitle(entity?.label ?? error?.message);
  useFragment(entity !== undefined);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!entity) return <Skeleton lines={9} label="Loading" />;
  return (
    <div className="record entity">
      <header>
        <p className="kind-line">
          <TermLabel id={entity.kind} otherwise={entity.kind} />
        </p>
        <Title>{entity.label}</Title>
        {entity.definition && <p className="lede">{entity.definition}</p>}
        {entity.aliases.length > 0 && <Aliases aliases={entity.aliases} />}
        <AsOf asOf={lens.asOf} today={entityViewPlace(id, { ...lens, asOf: undefined })} />
      </header>
      <div className="record-body">
        <div>
          <Meanings id={entity.id} framings={entity.framings} />
          {entity.kind === 'Person' && <PersonClaims id={entity.id} label={entity.label} />}
          <Edges entity={entity} lens={lens} onLens={(one) => go(entityViewPlace(id, one))} />
          <Sides entity={entity} lens={lens} />
          <InDispute id={entity.id} label={entity.label} />
          <OverTime id={entity.id} label={entity.label} />
          <Further entity={entity} lens={lens} />
          <section>
            <h2>Claims about {entity.label}</h2>
            {lensCount(lens) > 0 && (
              <p className="fine">Everybody’s, as of today; so is what is in dispute above.</p>
            )}
            <ClaimsOf query={{ q: '', chosen: { entity: [entity.id] } }} empty="No claim names it yet." />
          </section>
        </div>
        <aside aria-label="About it">
          <Ways entity={entity} />
          <Facts facts={entity.facts} />
          <Elsewhere entity={entity} />
          <EmbedOffer place={entityPlace(entity.id)} title={entity.label} />
          <TakeRecords
            taken={{ what: 'around', id: entity.id }}
            said={`${entity.label}, the claims and reference records that link it, and the things at their other ends.`}
          />
          <p className="fine">
            Version {entity.version}, change {entity.change}.{' '}
            <Link href={historyPlace('entity', entity.id)}>History</Link> <Mend id={entity.id} />
            <a href={`/entity/${entity.id}.ttl`}>Turtle</a>{' '}
            <a href={`/entity/${entity.id}.jsonld`}>JSON-LD</a>
          </p>
        </aside>
      </div>
    </div>
  );
}

/** Once the record is there, moves to the part that the address names, as a browser does on a plain page. */
function useFragment(ready: boolean): void {
  useEffect(() => {
    if (!ready || window.location.hash === '') return;
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView();
  }, [ready]);
}

/** Leads a curator to where the entity is merged, split or retracted. */
function Mend({ id }: { id: string }) {
  const role = useSession().data?.role ?? 'anybody';
  if (!includes(role, 'curator')) return null;
  return (
    <>
      <Link href={mergePlace({ thing: id })}>Merge or split</Link>{' '}
    </>
  );
}

function Aliases({ aliases }: { aliases: readonly string[] }) {
  const shown = aliases.slice(0, 10);
  return (
    <p className="aliases">
      Also called {shown.join(' · ')}
      {aliases.length > shown.length && ` and ${plural(aliases.length - shown.length, 'more name')}`}
    </p>
  );
}

function Meanings({ id, framings }: { id: string; framings: readonly Framing[] }) {
  if (framings.length === 0) return null;
  return (
    <section>
      <h2>
        <Term id="framing">{framings.length === 1 ? 'Meaning' : 'Meanings'}</Term>
      </h2>
      <dl className="meanings">
        {framings.map(({ id: framing, label, definition }) => (
          <div key={framing} id={`framing-${framing}`}>
            <dt>{label}</dt>
            {definition && <dd>{definition}</dd>}
          </div>
        ))}
      </dl>
      <p>
        <Link href={framingsPlace(id)}>Who means what by it, and which paths use which meaning</Link>
      </p>
    </section>
  );
}

interface EdgesProps {
  entity: Entity;
  lens: Lens;
  onLens: (lens: Lens) => void;
}

function Edges({ entity: { id, label }, lens, onLens }: EdgesProps) {
  const answer = useEdges(id, lens);
  const groups = groupEdges(answer.data?.pages.flatMap((page) => page.edges) ?? [], id);
  return (
    <section>
      <h2>
        How it is <Term id="edge">connected</Term>
      </h2>
      <LensBar lens={lens} onChange={onLens} />
      <MiniMap id={id} label={label} edges={answer.data?.pages[0]?.edges ?? []} />
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton lines={6} />}
      {answer.data && groups.length === 0 && (
        <p className="unknown">
          {lensCount(lens) > 0
            ? `Through this view nothing links ${label} to anything else.`
            : `Nothing links ${label} to anything else yet.`}
        </p>
      )}
      <HeldBy
        holders={answer.data?.pages[0]?.heldBy}
        place={(holder) => entityViewPlace(id, heldBy(lens, holder))}
      />
      <div className="edge-groups">
        {groups.map((group) => (
          <Group key={`${group.relation.id} ${group.outgoing}`} group={group} around={id} />
        ))}
      </div>
      {answer.hasNextPage && (
        <button type="button" onClick={() => void answer.fetchNextPage()}>
          Show more connections
        </button>
      )}
      <Behind query={answer.data?.pages[0]?.behind} />
    </section>
  );
}

/** What raises it beside what lowers it, as far as its connections have come. */
function Sides({ entity: { id, label }, lens }: { entity: Entity; lens: Lens }) {
  const edges = useEdges(id, lens).data?.pages.flatMap((page) => page.edges) ?? [];
  return <BothSides id={id} label={label} edges={edges} />;
}

/** What claims dispute about it; nothing while they agree. */
function InDispute({ id, label }: { id: string; label: string }) {
  const answer = useConflicts({ entity: id }, 4);
  const conflicts = answer.data?.pages.flatMap((page) => page.conflicts) ?? [];
  if (answer.error) return <Problem error={answer.error} onRetry={() => void answer.refetch()} />;
  if (conflicts.length === 0) return null;
  return (
    <section className="in-dispute">
      <h2>In dispute</h2>
      <Disputes conflicts={conflicts} level={3} />
      <p>
        <Link href={conflictsPlace({ entity: id })}>All that is in dispute about {label}</Link>
      </p>
      <Behind query={answer.data?.pages[0]?.behind} />
    </section>
  );
}

function Group({ group, around }: { group: EdgeGroup; around: string }) {
  const type = useRelations().get(group.relation.id);
  const label =
    group.outgoing || type?.symmetric
      ? group.relation.label
      : (type?.inverseLabel ?? `${group.relation.label} (from)`);
  return (
    <section className="edge-group">
      <h3 title={type?.definition}>
        <Link href={relationPlace(group.relation.id)}>{label}</Link>{' '}
        <span className="count">{plural(group.edges.length, 'connection')}</span>
      </h3>
      <ul className="plain">
        {group.edges.map((edge) => (
          <EdgeRow key={`${edge.subject.id} ${edge.object.id}`} edge={edge} around={around} />
        ))}
      </ul>
    </section>
  );
}

function Ways({ entity }: { entity: Entity }) {
  const { claims, edges, mentions } = entity.counts;
  return (
    <nav className="onward" aria-label="Onward">
      <p className="counts">
        <strong>{claims.toLocaleString('en')}</strong> {claims === 1 ? 'claim' : 'claims'} ·{' '}
        <strong>{edges.toLocaleString('en')}</strong> {edges === 1 ? 'connection' : 'connections'} ·{' '}
        <strong>{mentions.toLocaleString('en')}</strong> {mentions === 1 ? 'mention' : 'mentions'}
      </p>
      <p>
        <Link className="button" href={explorePlace([entity.id])}>
          Explore from here
        </Link>
      </p>
      <ul className="plain">
        <li>
          <Link href={pathsPlace({ from: entity.id })}>Paths from here to …</Link>
        </li>
        <li>
          <Link href={pathsPlace({ to: entity.id })}>Paths from … to here</Link>
        </li>
        <li>
          <Link href={sideBySidePlace({ entities: [entity.id], facts: true, lens: noLens })}>
            Compare it with …
          </Link>
        </li>
        {entity.kind === 'Concept' && (
          <li>
            <Link href={topicPlace(entity.id)}>What is filed under it</Link>
          </li>
        )}
        <li>
          <FollowButton follow={entity.id} label={entity.label} />
        </li>
        {entity.kind === 'Person' && (
          <li>
            <FollowButton follow={`speaker:${entity.id}`} label={`what ${entity.label} says`} />
          </li>
        )}
        {(entity.kind === 'Person' || entity.kind === 'Organization' || entity.kind === 'Nation') && (
          <li>
            <FollowButton follow={`holder:${entity.id}`} label={`what ${entity.label} believes`} />
          </li>
        )}
      </ul>
      <details className="more-ways">
        <summary>More to ask of it</summary>
        <WaysToAsk entity={entity.id} />
      </details>
    </nav>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section id="facts">
      <h2>
        <Term id="fact">Reference records</Term>
      </h2>
      <ul className="plain facts">
        {facts.map((fact) => {
          return (
            <li key={`${fact.relation.id} ${fact.object.id}`}>
              {fact.relation.label} <Link href={entityPlace(fact.object.id)}>{fact.object.label}</Link>
              {fact.from && `, from ${fact.from}`}
              {fact.until && ` until ${fact.until}`}{' '}
              <Link className="fine" href={sourcePlace(fact.source.id)}>
                {fact.source.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Elsewhere({ entity }: { entity: Entity }) {
  const codes = Object.entries(entity.codes).filter(([, code]) => code);
  const same = entity.sameAs.filter((iri) => /^https?:/.test(iri));
  if (codes.length + same.length === 0) return null;
  return (
    <section>
      <h2>Elsewhere</h2>
      <ul className="plain">
        {same.map((iri) => (
          <li key={iri}>
            <a href={iri} rel="noreferrer external">
              {iri.replace(/^https?:\/\/(www\.)?/, '')}
            </a>
          </li>
        ))}
        {codes.map(([name, code]) => (
          <li key={name}>
            {name
              .replace('iso', 'ISO ')
              .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
              .toLowerCase()
              .replace('iso', 'ISO')}
            : {code}
          </li>
        ))}
      </ul>
    </section>
  );
}

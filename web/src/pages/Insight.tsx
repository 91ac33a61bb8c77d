import type { ReactNode } from 'react';
import { Link, useSearch as useAddress } from 'wouter';
import { useClaimEdges, useInsight, useInsights, useRelated, useSource } from '../api/queries';
import type { Insight, Source } from '../api/types';
import { Behind } from '../parts/Behind';
import { Cite } from '../parts/Cite';
import { ClaimCard, evidenceOf } from '../parts/ClaimCard';
import { EmbedOffer } from '../parts/EmbedOffer';
import { LinkChips } from '../parts/LinkChips';
import { Title, useMergedRecord, usePageTitle } from '../parts/page';
import { RankClaim } from '../parts/RankClaim';
import { Problem, Skeleton } from '../parts/states';
import { Remarks } from '../parts/Remarks';
import { Term, TermLabel } from '../parts/Term';
import { attributionSentence, claimEnds, claimMarks, labelOf, quantityText, shorten } from '../state/claim';
import { dateText, momentAddress, momentText } from '../state/moment';
import { readWhole } from '../state/parameters';
import {
  entityPlace,
  explorePlace,
  historyPlace,
  insightPlace,
  pathsPlace,
  sourcePlace,
} from '../state/places';

/** One claim: who believes it, who says it, where, what it links, what it is related to, how to cite it. */
export default function InsightPage({ id }: { id: string }) {
  const version = readWhole(new URLSearchParams(useAddress()).get('version'), 1, 999_999);
  const { data: insight, error, refetch } = useInsight(id, version);
  const { data: source } = useSource(insight?.source);
  useMergedRecord('insight', id, insight?.id);
  usePageTitle(insight ? shorten(insight.text, 60) : error?.message);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!insight) return <Skeleton lines={9} label="Loading the claim" />;
  return (
    <div className="record insight">
      <header>
        <Kind insight={insight} />
        {version !== undefined && (
          <p role="note">
            This is version {version}, as it was cited.{' '}
            <Link href={insightPlace(id)}>See the current version</Link>.
          </p>
        )}
        <Title>{insight.text}</Title>
        {insight.quote && <blockquote>“{insight.quote}”</blockquote>}
      </header>
      <div className="record-body">
        <div>
          <Links insight={insight} now={version === undefined} />
          <Quantities insight={insight} />
          <Beside insight={insight} />
          <Remarks id={insight.id} />
          <RelatedClaims id={id} />
        </div>
        <aside aria-label="About this claim">
          <Provenance insight={insight} source={source} />
          <Onward insight={insight} />
          <Cite insight={insight} source={source} />
          <EmbedOffer place={insightPlace(insight.id)} title={shorten(insight.text, 60)} />
          {version === undefined && <RankClaim insight={insight} />}
          <p className="fine">
            {insight.note && <span className="note">{insight.note}</span>}
            Version {insight.version}, change {insight.change}.{' '}
            <Link href={historyPlace('insight', insight.id)}>History</Link>{' '}
            <a href={`/insight/${insight.id}.ttl`}>Turtle</a>{' '}
            <a href={`/insight/${insight.id}.jsonld`}>JSON-LD</a>
          </p>
        </aside>
      </div>
    </div>
  );
}

function Kind({ insight }: { insight: Insight }) {
  const marks = claimMarks(insight);
  return (
    <p className="kind-line">
      <Term id="insight">Claim</Term>
      {marks.map((mark) => (
        <span key={mark.label} className="mark">
          <Term id={mark.term}>{mark.label}</Term>
        </span>
      ))}
    </p>
  );
}

function Entry({ term, label, children }: { term: string; label: string; children: ReactNode }) {
  return (
    <div className="entry">
      <dt>
        <TermLabel id={term} otherwise={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Person({ id, insight }: { id: string | undefined; insight: Insight }) {
  if (!id) return <span className="unknown">not named</span>;
  return <Link href={entityPlace(id)}>{labelOf(insight.labels, id)}</Link>;
}

function Provenance({ insight, source }: { insight: Insight; source?: Source }) {
  return (
    <dl className="entries">
      <Entry term="holder" label="Believed by">
        <Person id={insight.holder} insight={insight} />
        <span className="aside-note">{attributionSentence(insight.attribution)}</span>
      </Entry>
      <Entry term="speaker" label="Said by">
        <Person id={insight.speaker} insight={insight} />
      </Entry>
      <Entry term="source" label="Source">
        <Link href={sourcePlace(insight.source)}>
          {source?.title ?? labelOf(insight.labels, insight.source)}
        </Link>
        {source?.date && <span className="aside-note">{dateText(source.date)}</span>}
        <Moment insight={insight} source={source} />
      </Entry>
      <Entry term="claimType" label="Kind of claim">
        <TermLabel id={insight.claimType} otherwise={insight.claimType} />,{' '}
        <TermLabel id={insight.certainty} otherwise={insight.certainty} />
      </Entry>
      <Entry term="grounding" label="Where in the source">
        <TermLabel id={insight.grounding} otherwise={insight.grounding} />
      </Entry>
      {(insight.topics?.length ?? 0) > 0 && (
        <Entry term="topic" label="Topics">
          <EntityLinks ids={insight.topics ?? []} insight={insight} />
        </Entry>
      )}
      {(insight.mentions?.length ?? 0) > 0 && (
        <Entry term="mentions" label="Also names">
          <EntityLinks ids={insight.mentions ?? []} insight={insight} />
        </Entry>
      )}
    </dl>
  );
}

function EntityLinks({ ids, insight }: { ids: readonly string[]; insight: Insight }) {
  return (
    <span className="link-list">
      {ids.map((id) => (
        <Link key={id} href={entityPlace(id)}>
          {labelOf(insight.labels, id)}
        </Link>
      ))}
    </span>
  );
}

function Moment({ insight, source }: { insight: Insight; source?: Source }) {
  const { start, end, startPrecision } = insight;
  const url = momentAddress(source?.enclosure, start) ?? momentAddress(source?.url, start);
  const text = typeof start === 'number' ? `at ${momentText(start, end, startPrecision)}` : undefined;
  if (!url) return text ? <span className="aside-note">{text}</span> : null;
  return (
    <a className="aside-note" href={url} rel="noreferrer external">
      {text ? `Listen ${text}` : 'Open the source'}
    </a>
  );
}

/** What the claim links; of the current version also who else says so. */
function Links({ insight, now }: { insight: Insight; now: boolean }) {
  const linked = (insight.links?.length ?? 0) > 0;
  const { data } = useClaimEdges(insight.id, linked && now);
  if (!linked) return null;
  return (
    <section>
      <h2>
        What it <Term id="link">links</Term>
      </h2>
      <LinkChips insight={insight} edges={data?.edges ?? []} />
    </section>
  );
}

function Quantities({ insight }: { insight: Insight }) {
  const quantities = insight.quantities ?? [];
  if (quantities.length === 0) return null;
  return (
    <section>
      <h2>
        <Term id="quantity">Quantities</Term>
      </h2>
      <ul className="plain">
        {quantities.map((quantity) => {
          const text = quantityText(quantity, insight.labels);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </section>
  );
}

const besideNames = [
  { name: 'supports', label: 'Supports' },
  { name: 'contradicts', label: 'Contradicts' },
  { name: 'refines', label: 'Makes more precise' },
  { name: 'cites', label: 'Takes from' },
  { name: 'rivals', label: 'Competes as an explanation with' },
] as const;

/** The claims a curator set this one beside. */
function Beside({ insight }: { insight: Insight }) {
  return besideNames.map(({ name, label }) => {
    const ids = insight[name] ?? [];
    return ids.length === 0 ? null : (
      <section key={name}>
        <h2>
          <TermLabel id={name} otherwise={label} />
        </h2>
        <ClaimList ids={ids} />
      </section>
    );
  });
}

function ClaimList({ ids }: { ids: readonly string[] }) {
  const answers = useInsights(ids);
  return answers.map((answer, index) =>
    answer.data ? (
      <ClaimCard key={ids[index]} claim={evidenceOf(answer.data)} />
    ) : (
      <Skeleton key={ids[index]} lines={2} />
    ),
  );
}

function RelatedClaims({ id }: { id: string }) {
  const { data, error, refetch } = useRelated(id);
  return (
    <section>
      <h2>Related claims</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.related.length === 0 && (
        <p className="unknown">
          No other claim shares a link or a thing with this one, or is near in meaning.
        </p>
      )}
      <div className="cards">
        {data?.related.map(({ insight, why, alsoSaidBy }) => (
          <ClaimCard
            key={insight.id}
            claim={evidenceOf(insight)}
            why={why}
            also={alsoSaidBy.map(evidenceOf)}
          />
        ))}
      </div>
      <Behind query={data?.behind} />
    </section>
  );
}

/** From the claim into the graph: paths that go on from it, paths that arrive at it, the canvas. */
function Onward({ insight }: { insight: Insight }) {
  const ends = claimEnds(insight);
  if (ends.all.length === 0) return null;
  const name = (id: string) => labelOf(insight.labels, id);
  return (
    <nav className="onward" aria-label="Onward">
      <h2>Paths from here</h2>
      <ul className="plain">
        {ends.from.map((id) => (
          <li key={id}>
            <Link href={pathsPlace({ from: id })}>from {name(id)} to …</Link>
          </li>
        ))}
      </ul>
      <h2>Paths to here</h2>
      <ul className="plain">
        {ends.to.map((id) => (
          <li key={id}>
            <Link href={pathsPlace({ to: id })}>from … to {name(id)}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link className="button" href={explorePlace(ends.all)}>
          Explore what it links
        </Link>
      </p>
    </nav>
  );
}

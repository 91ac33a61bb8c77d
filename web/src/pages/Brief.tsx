import { X } from 'lucide-react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall } from '../api/pathQueries';
import type { Brief as Answer } from '../api/types';
import { AskByMail } from '../parts/AskByMail';
import { BehindCall } from '../parts/Behind';
import { BriefItems } from '../parts/BriefItems';
import { FollowField } from '../parts/FollowField';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import {
  briefCall,
  briefFeed,
  briefPlace,
  followed,
  readBrief,
  spans,
  unfollowed,
  type BriefQuery,
  type Span,
} from '../state/brief';
import { bringsClaims, readingPlace } from '../state/reader';

const spanLabels: Record<Span, string> = {
  day: 'since yesterday',
  week: 'in seven days',
  month: 'in thirty days',
  all: 'from the beginning',
};

/** Five new claims for whoever follows what stands in the address, each with the reasons why it was chosen. */
export default function BriefPage() {
  const query = readBrief(useAddress());
  const [, go] = useLocation();
  const call = briefCall(query, new Date());
  const { data, error, isPending, refetch } = useCall<Answer>(call);
  const change = (next: BriefQuery) => go(briefPlace(next));
  usePageTitle('What is new to you');
  return (
    <div className="brief-page">
      <header>
        <Title>What is new to you</Title>
        <p className="lede">
          Five new claims about what you follow, each with its reasons. This address holds what you follow:
          keep it as a bookmark.
        </p>
      </header>
      <div className="path-ends">
        <FollowField
          onFollow={(follow) =>
            bringsClaims(follow) ? change(followed(query, follow)) : go(readingPlace(follow))
          }
        />
        <label className="field">
          <span>New</span>
          <select
            value={query.span}
            onChange={(event) => change({ ...query, span: event.target.value as Span })}
          >
            {spans.map((span) => (
              <option key={span} value={span}>
                {spanLabels[span]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {query.follows.length === 0 && (
        <p className="empty">
          Nothing is followed yet. Name something above, or begin with{' '}
          <Link href={briefPlace({ follows: ['compute', 'sovereignty'], span: 'all' })}>
            compute and AI sovereignty
          </Link>
          .
        </p>
      )}
      {call && isPending && <Skeleton lines={8} label="Choosing" />}
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Follows answer={data} onDrop={(follow) => change(unfollowed(query, follow))} />
          <Chosen answer={data} query={query} />
        </>
      )}
      {call && data && (
        <BehindCall
          call={call}
          note="A brief weighs and chooses, which no single query does; each reason has a call of its own."
        />
      )}
    </div>
  );
}

function Follows({ answer, onDrop }: { answer: Answer; onDrop: (follow: string) => void }) {
  return (
    <ul className="followed" aria-label="Followed">
      {answer.follows.map(({ follow, kind, label }) => (
        <li key={follow}>
          {kind === 'entity' ? label : `${kind}: ${label}`}
          <button type="button" aria-label={`Stop following ${label}`} onClick={() => onDrop(follow)}>
            <X aria-hidden size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ answer, query }: { answer: Answer; query: BriefQuery }) {
  const { items, says, truncated } = answer;
  return (
    <>
      <p role="status">
        {says}
        {truncated && ' There were more new claims than are looked at; the newest were.'}
      </p>
      {items.length === 0 && query.span !== 'all' && (
        <p className="empty">
          <Link href={briefPlace({ ...query, span: 'all' })}>Look from the beginning</Link>, or follow more.
        </p>
      )}
      <BriefItems items={items} />
      <p className="fine">
        <a href={briefFeed(query.follows)}>The same as a feed</a>, for a feed reader. The same{' '}
        <Link href={readingPlace()}>at your own page</Link>, at your hour.
      </p>
      <AskByMail follows={query.follows} />
    </>
  );
}

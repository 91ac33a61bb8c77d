import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useAlreadySaid, useDeciding, useProposals } from '../api/curating';
import { useSession, useSource } from '../api/queries';
import type { Proposal } from '../api/types';
import { ConfirmPublishing } from '../parts/ConfirmPublishing';
import { KeyList, useKeySwitch } from '../parts/KeyList';
import { useKeys, type Key } from '../parts/keys';
import { OpenProposal } from '../parts/OpenProposal';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { Undo } from '../parts/Undo';
import { includes } from '../state/account';
import { shorten } from '../state/claim';
import {
  nextNumber,
  originWords,
  proposalOrigins,
  proposalStates,
  proposedName,
  queueGroups,
  readReviewFilter,
  reviewPlace,
  stateWords,
  stepTo,
  type ProposalOrigin,
  type QueueGroup,
  type ReviewFilter,
} from '../state/review';
import { plural, readableSlug } from '../state/sentence';

/** The queue: what is proposed, from where, and what becomes of it. */
export default function ReviewPage() {
  usePageTitle('Review');
  return (
    <div className="review-page">
      <header>
        <Title>Review</Title>
      </header>
      <NeedsRole least="contributor" what="Proposing and reviewing">
        <Queue />
      </NeedsRole>
    </div>
  );
}

/** What was done last, with the change that takes it back. */
export interface Done {
  said: string;
  change?: number;
}

function useQueue() {
  const filter = readReviewFilter(useAddress());
  const [, go] = useLocation();
  const answer = useProposals(filter);
  const pages = answer.data?.pages ?? [];
  const groups = queueGroups(pages.flatMap((page) => page.proposals));
  const proposals = groups.flatMap((group) => group.proposals);
  const cursors = pages.map((_, index) => pages[index - 1]?.cursor ?? '');
  const numbers = proposals.map(({ number }) => number);
  const open = filter.open ?? numbers[0];
  const show = (number: number | undefined) =>
    go(reviewPlace({ ...filter, open: number }), { replace: true });
  useEffect(() => {
    // The one that is open stays so, whatever others do to the list meanwhile.
    if (open !== undefined && filter.open === undefined)
      go(reviewPlace({ ...filter, open }), { replace: true });
  });
  return { filter, answer, cursors, groups, proposals, numbers, open, show, go };
}

function Queue() {
  const { filter, answer, cursors, groups, proposals, numbers, open, show, go } = useQueue();
  const curates = includes(useSession().data?.role ?? 'anybody', 'curator');
  const said = useAlreadySaid(filter, cursors);
  const [done, setDone] = useState<Done>();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [on, setOn] = useKeySwitch();
  const choose = (number: number) =>
    setChosen(chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number]);
  const decided = (what: Done) => {
    setDone(what);
    setChosen(chosen.filter((one) => one !== open));
    if (open !== undefined) show(nextNumber(numbers, open));
  };
  useKeys(
    [
      { key: 'j', does: '', action: () => show(stepTo(numbers, open, 1)) },
      { key: 'k', does: '', action: () => show(stepTo(numbers, open, -1)) },
      { key: 'x', does: '', action: curates && open !== undefined ? () => choose(open) : undefined },
    ],
    on,
  );
  return (
    <>
      <Lede curates={curates} />
      <Narrow filter={filter} counts={answer.data?.pages[0]?.counts} go={go} />
      <p role="status" className="said">
        {done?.said}
      </p>
      {done?.change !== undefined && (
        <Undo key={done.change} n={done.change} run={done.change} several={false} />
      )}
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton lines={8} label="Loading the proposals" />}
      {answer.data && proposals.length === 0 && filter.open === undefined && <Nothing filter={filter} />}
      <Chosen
        proposals={proposals.filter(({ number }) => chosen.includes(number))}
        onDone={(what) => {
          setChosen([]);
          setDone(what);
          show(undefined);
        }}
      />
      <div className="review">
        {proposals.length > 0 && (
          <nav aria-label="Proposals" className="queue">
            {groups.map((group) => (
              <Group key={group.proposals[0]?.number} group={group}>
                {group.proposals.map((proposal) => (
                  <Row
                    key={proposal.number}
                    proposal={proposal}
                    place={reviewPlace({ ...filter, open: proposal.number })}
                    current={proposal.number === open}
                    said={said[proposal.number] ?? 0}
                    chosen={
                      curates && proposal.state === 'proposed' ? chosen.includes(proposal.number) : undefined
                    }
                    onChoose={() => choose(proposal.number)}
                  />
                ))}
              </Group>
            ))}
            {answer.hasNextPage && (
              <button type="button" onClick={() => void answer.fetchNextPage()}>
                Show more
              </button>
            )}
            <KeyList keys={reviewKeys(curates)} on={on} onSwitch={setOn} />
          </nav>
        )}
        {open !== undefined && <OpenProposal key={open} number={open} keys={on} onDone={decided} />}
      </div>
    </>
  );
}

const reviewKeys = (curates: boolean): Key[] => [
  { key: 'j', does: 'the next proposal' },
  { key: 'k', does: 'the one before' },
  ...(curates
    ? [
        { key: 'a', does: 'accept it as it is' },
        { key: 'r', does: 'reject it, with a reason' },
        { key: 'x', does: 'choose it, to publish several together' },
      ]
    : []),
  { key: 'e', does: curates ? 'edit it' : 'change it' },
  { key: 'Ctrl Enter', does: 'do what the open form asks for' },
  { key: 'Escape', does: 'leave the form' },
];

function Lede({ curates }: { curates: boolean }) {
  return (
    <p className="measured">
      {curates
        ? 'What others propose, and what was found in files and texts. Nothing of it is published until you accept it.'
        : 'What you proposed. Curators accept it, perhaps after mending it, or say why not.'}{' '}
      <Link href="/import">Import files</Link>
      {curates && (
        <>
          , <Link href="/merge">merge or split things</Link>,{' '}
          <Link href="/disputes">answer what readers dispute</Link>,{' '}
          <Link href="/scans">scan transcripts</Link>, <Link href="/subscriptions">podcast feeds</Link>
        </>
      )}
      .
    </p>
  );
}

function Nothing({ filter }: { filter: ReviewFilter }) {
  const narrowed = filter.origin !== undefined || filter.run !== undefined || filter.state !== 'proposed';
  return (
    <section className="empty">
      {narrowed ? (
        <p>
          No proposal is like this. <Link href="/review">Show everything that waits</Link>.
        </p>
      ) : (
        <>
          <p>Nothing waits for review.</p>
          <p>
            Proposals come from <Link href="/add">claims that contributors add</Link>, from{' '}
            <Link href="/import">files imported as proposals</Link>, and from{' '}
            <Link href="/scans">transcripts that are scanned</Link>.
          </p>
        </>
      )}
    </section>
  );
}

interface NarrowProps {
  filter: ReviewFilter;
  counts: Record<(typeof proposalStates)[number], number> | undefined;
  go: (place: string) => void;
}

function Narrow({ filter, counts, go }: NarrowProps) {
  const { state, origin, run } = filter;
  return (
    <form className="narrow" aria-label="Narrow">
      <label>
        Which{' '}
        <select
          value={state}
          onChange={(event) =>
            go(
              reviewPlace({ ...filter, state: event.target.value as ReviewFilter['state'], open: undefined }),
            )
          }
        >
          {proposalStates.map((one) => (
            <option key={one} value={one}>
              {stateWords[one]}
              {counts && ` (${counts[one]})`}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        Come{' '}
        <select
          value={origin ?? ''}
          onChange={(event) => {
            const chosen = (event.target.value || undefined) as ProposalOrigin | undefined;
            go(reviewPlace({ state, ...(run && { run }), ...(chosen && { origin: chosen }) }));
          }}
        >
          <option value="">from anywhere</option>
          {proposalOrigins.map((one) => (
            <option key={one} value={one}>
              {originWords[one]}
            </option>
          ))}
        </select>
      </label>{' '}
      {run !== undefined && (
        <span>
          of {origin === 'scan' ? 'scan' : 'import'} {run},{' '}
          <Link href={reviewPlace({ state })}>show all</Link>
        </span>
      )}
    </form>
  );
}

/** What was found in one episode stands under its title, best first. */
function Group({ group, children }: { group: QueueGroup; children: ReactNode }) {
  const { episode, proposals } = group;
  const source = useSource(episode).data;
  return (
    <>
      {episode !== undefined && (
        <h2 className="queue-group">
          {source?.title ?? readableSlug(episode)} <span className="fine">{proposals.length}</span>
        </h2>
      )}
      <ol>{children}</ol>
    </>
  );
}

interface RowProps {
  proposal: Proposal;
  place: string;
  current: boolean;
  /** How many published claims say the same. */
  said: number;
  /** Left out where several cannot be published together. */
  chosen: boolean | undefined;
  onChoose: () => void;
}

function Row({ proposal, place, current, said, chosen, onChoose }: RowProps) {
  const { number, by, origin, problems = [] } = proposal;
  const name = proposedName(proposal);
  return (
    <li aria-current={current || undefined}>
      {chosen !== undefined && (
        <input
          type="checkbox"
          checked={chosen}
          onChange={onChoose}
          aria-label={`Choose proposal ${number}: ${name}`}
        />
      )}
      <div>
        <Link href={place} aria-current={current ? 'true' : undefined}>
          {shorten(name, 90)}
        </Link>
        <p className="fine">
          {originWords[origin.kind]}, {by}
          {problems.length > 0 && <span className="mark shift">to be mended</span>}
          {said > 0 && <span className="mark">already said, or nearly</span>}
        </p>
      </div>
    </li>
  );
}

/** Several proposals published as one change. */
function Chosen({
  proposals,
  onDone,
}: {
  proposals: readonly Proposal[];
  onDone: (done: Done) => void;
}): ReactNode {
  const [asking, setAsking] = useState(false);
  const { publish } = useDeciding();
  const count = plural(proposals.length, 'chosen proposal');
  if (proposals.length === 0) return null;
  const published = () =>
    publish.mutate(proposals, {
      onSuccess: ({ change }) => {
        setAsking(false);
        onDone({ said: `Published ${count} with change ${change}.`, change });
      },
    });
  return (
    <p className="buttons">
      <button type="button" className="primary" onClick={() => setAsking(true)}>
        Publish {count}
      </button>
      {asking && (
        <ConfirmPublishing
          title={`Publish ${count}`}
          asked={{ proposals: proposals.map(({ number }) => number) }}
          busy={publish.isPending}
          error={publish.error}
          onPublish={published}
          onCancel={() => setAsking(false)}
        />
      )}
    </p>
  );
}

import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Link } from 'wouter';
import { useRemarking, useRemarkRefusal, useRemarks, useSession } from '../api/queries';
import type { Remark } from '../api/types';
import { dateText } from '../state/moment';
import { mayAnswer, mayWithdraw, remarkTally, unnumbered, type RemarkKind } from '../state/remarks';
import { sourcePlace } from '../state/places';
import { SignInLink } from './SignedIn';
import { Problem, Skeleton, TakenBack } from './states';

/** What readers say of a claim: how many endorse it, what they dispute and why. Nothing of it changes the claim. */
export function Remarks({ id }: { id: string }) {
  const { data, error, refetch, fetchNextPage, hasNextPage } = useRemarks(id);
  const role = useSession().data?.role ?? 'anybody';
  const refused = useRemarkRefusal(id);
  const first = data?.pages[0];
  return (
    <section className="remarks" aria-labelledby="remarks-heading">
      <h2 id="remarks-heading">What readers say</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!first && !error && <Skeleton lines={2} />}
      {first && (
        <>
          <p>{remarkTally(first)}</p>
          {refused && <TakenBack error={refused} />}
          <ul className="plain">
            {data.pages
              .flatMap((page) => page.remarks)
              .map((remark) => (
                <Said key={remark.number} remark={remark} role={role} />
              ))}
          </ul>
          {hasNextPage && (
            <button type="button" onClick={() => void fetchNextPage()}>
              Earlier remarks
            </button>
          )}
          {role === 'anybody' ? (
            <p className="fine">
              Whoever has an account here can endorse a claim, dispute it or comment on it:{' '}
              <SignInLink>sign in</SignInLink>.
            </p>
          ) : (
            <Saying insight={id} endorsement={first.endorsedBy} />
          )}
        </>
      )}
    </section>
  );
}

interface SaidProps {
  remark: Remark;
  /** That of whoever reads it. */
  role: string;
  /** What stands above it, where it does not stand beside its claim. */
  children?: ReactNode;
}

/** One remark, with what its reader may do about it. */
export function Said({ remark, role, children }: SaidProps) {
  const { insight } = remark;
  const { withdraw } = useRemarking(insight);
  return (
    <li className="remark">
      {children}
      <p className="marks">
        {remark.kind === 'dispute' && <span className="mark contested">Disputed</span>}
        <span className="fine">
          {remark.by}, {dateText(remark.at.slice(0, 10))}, of version {remark.version}
        </span>
      </p>
      <p className="says">{remark.text}</p>
      {remark.source && (
        <p className="fine">
          See <SourceLink source={remark.source} />
        </p>
      )}
      {remark.answer && (
        <p className="note">
          Answered by {remark.answer.by}: {remark.answer.text}
        </p>
      )}
      {mayAnswer(remark, role) && <Answering insight={insight} number={remark.number} />}
      {mayWithdraw(remark, role) && (
        <button type="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate(remark.number)}>
          {remark.own ? 'Withdraw' : 'Remove'}
        </button>
      )}
      {withdraw.error && <TakenBack error={withdraw.error} />}
    </li>
  );
}

function SourceLink({ source }: { source: string }) {
  return source.includes(':') ? (
    <a href={source} rel="noreferrer external nofollow">
      {source}
    </a>
  ) : (
    <Link href={sourcePlace(source)}>{source}</Link>
  );
}

function Saying({ insight, endorsement }: { insight: string; endorsement: number | undefined }) {
  const { add, endorse, withdraw } = useRemarking(insight);
  const [kind, setKind] = useState<RemarkKind>();
  return (
    <>
      <p className="remark-acts">
        {endorsement === undefined ? (
          <button type="button" onClick={() => endorse.mutate(undefined)}>
            Endorse
          </button>
        ) : (
          <button
            type="button"
            disabled={endorsement === unnumbered}
            onClick={() => withdraw.mutate(endorsement)}
          >
            Take your endorsement back
          </button>
        )}
        <button type="button" aria-expanded={kind === 'dispute'} onClick={() => setKind('dispute')}>
          Dispute
        </button>
        <button type="button" aria-expanded={kind === 'comment'} onClick={() => setKind('comment')}>
          Comment
        </button>
      </p>
      {kind && (
        <RemarkForm
          kind={kind}
          pending={add.isPending}
          onSend={(text, source) =>
            add.mutate(
              { kind, text, ...(source !== '' && { source }) },
              { onSuccess: () => setKind(undefined) },
            )
          }
        />
      )}
      {add.error && <Problem error={add.error} />}
    </>
  );
}

function RemarkForm(props: {
  kind: RemarkKind;
  pending: boolean;
  onSend: (text: string, source: string) => void;
}) {
  const { kind, pending, onSend } = props;
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    onSend(text, source.trim());
  };
  return (
    <form className="remark-form" onSubmit={send}>
      <label>
        {kind === 'dispute' ? 'Why is it wrong?' : 'Your comment'}
        <textarea required maxLength={2000} rows={3} value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      <label>
        {kind === 'dispute'
          ? 'Better with a source: an address, or the id of a source here'
          : 'Source, if any'}
        <input maxLength={2000} value={source} onChange={(e) => setSource(e.target.value)} />
      </label>
      <button type="submit" disabled={pending || text.trim() === ''}>
        {kind === 'dispute' ? 'Dispute this claim' : 'Add the comment'}
      </button>
    </form>
  );
}

function Answering({ insight, number }: { insight: string; number: number }) {
  const { answer } = useRemarking(insight);
  const [text, setText] = useState('');
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    answer.mutate({ number, text });
  };
  return (
    <form className="remark-form" onSubmit={send}>
      <label>
        Answer, which ends its waiting
        <textarea required maxLength={2000} rows={2} value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      <button type="submit" disabled={answer.isPending || text.trim() === ''}>
        Answer the dispute
      </button>
      {answer.error && <Problem error={answer.error} />}
    </form>
  );
}

import { useState, type SubmitEvent } from 'react';
import { useDeciding, useForetold, useProposal } from '../api/curating';
import { useSession } from '../api/queries';
import type { Proposal } from '../api/types';
import { includes } from '../state/account';
import { timeText } from '../state/moment';
import { fixSentence, meanwhile, originWords, proposedKind } from '../state/review';
import { Alike } from './Alike';
import { EditProposal } from './EditProposal';
import { Foretold } from './Foretold';
import { useCtrlEnter, useKeys } from './keys';
import { Passage, ProposedRecord } from './ProposedRecord';
import { Problem, Skeleton } from './states';

type Fixes = NonNullable<Proposal['alsoIn']>;

interface OpenProposalProps {
  number: number;
  /** Whether single keys do something. */
  keys: boolean;
  onDone: (done: { said: string; change?: number }) => void;
}

/** One proposal with everything needed to decide it, and the ways to decide it. */
export function OpenProposal({ number, keys, onDone }: OpenProposalProps) {
  const { data, error, refetch } = useProposal(number);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} label="Loading the proposal" />;
  return <Opened proposal={data} keys={keys} onDone={onDone} />;
}

type Mode = 'read' | 'edit' | 'reject';

function Opened({ proposal, keys, onDone }: { proposal: Proposal } & Omit<OpenProposalProps, 'number'>) {
  const [mode, setMode] = useState<Mode>('read');
  const [fixes, setFixes] = useState<Fixes>([]);
  const role = useSession().data?.role ?? 'anybody';
  const { accept, reject, revise, withdraw } = useDeciding();
  const isOpen = proposal.state === 'proposed' || proposal.state === 'draft';
  const curates = includes(role, 'curator') && isOpen;
  const busy = accept.isPending || reject.isPending || revise.isPending || withdraw.isPending;
  const refused = accept.error ?? reject.error ?? revise.error ?? withdraw.error;
  const name = `Proposal ${proposal.number}`;

  const accepted = (seen: Proposal) =>
    accept.mutate(seen, {
      onSuccess: ({ change }) => onDone({ said: `${name} is accepted, with change ${change}.`, change }),
    });
  const rejected = (reason: string) =>
    reject.mutate(
      { seen: proposal, reason },
      { onSuccess: () => onDone({ said: `${name} is rejected: ${reason}` }) },
    );
  const revised = async (record: object): Promise<Proposal> => {
    const now = await revise.mutateAsync({ seen: proposal, record });
    setFixes(now.alsoIn ?? []);
    setMode('read');
    return now;
  };
  const withdrawn = () =>
    withdraw.mutate(proposal, { onSuccess: () => onDone({ said: `${name} is taken away.` }) });
  const leave = mode === 'read' ? undefined : () => setMode('read');
  useKeys(
    [
      {
        key: 'a',
        does: '',
        action: curates && mode === 'read' && !busy ? () => accepted(proposal) : undefined,
      },
      { key: 'e', does: '', action: isOpen && mode === 'read' ? () => setMode('edit') : undefined },
      { key: 'r', does: '', action: curates && mode === 'read' ? () => setMode('reject') : undefined },
      { key: 'Escape', does: '', action: leave },
    ],
    keys,
  );
  return (
    <article className="open-proposal" aria-labelledby="open-proposal">
      <header>
        <h2 id="open-proposal">{name}</h2>
        <p className="fine">
          {originWords[proposal.origin.kind]}
          {proposal.origin.detail && ` (${proposal.origin.detail})`} by {proposal.by},{' '}
          <time dateTime={proposal.made}>{timeText(proposal.made)}</time>
        </p>
      </header>
      {refused && isOpen && <Problem error={refused} />}
      {refused && !isOpen && (
        <p className="form-problem" role="alert">
          {meanwhile(proposal)}
        </p>
      )}
      {!isOpen && <Decided proposal={proposal} />}
      <SameElsewhere fixes={fixes} run={proposal.origin.run} />
      {mode === 'edit' ? (
        <EditProposal
          proposal={proposal}
          busy={busy}
          mayAccept={curates}
          onSave={(record) => void revised(record).catch(() => undefined)}
          onAccept={(record) =>
            void revised(record)
              .then(accepted)
              .catch(() => undefined)
          }
          onLeave={() => setMode('read')}
        />
      ) : (
        <Reading proposal={proposal} isOpen={isOpen} />
      )}
      {mode === 'reject' && <Reject busy={busy} onReject={rejected} onLeave={() => setMode('read')} />}
      {mode === 'read' && isOpen && (
        <Ways
          busy={busy}
          onAccept={curates ? () => accepted(proposal) : undefined}
          onReject={curates ? () => setMode('reject') : undefined}
          onEdit={() => setMode('edit')}
          onWithdraw={curates ? undefined : withdrawn}
        />
      )}
    </article>
  );
}

interface WaysProps {
  busy: boolean;
  onAccept: (() => void) | undefined;
  onReject: (() => void) | undefined;
  onEdit: () => void;
  onWithdraw: (() => void) | undefined;
}

/** The ways to go on with a proposal; what somebody may not do is not shown. */
function Ways({ busy, onAccept, onReject, onEdit, onWithdraw }: WaysProps) {
  return (
    <p className="buttons">
      {onAccept && (
        <button type="button" className="primary" aria-disabled={busy} onClick={onAccept}>
          Accept <kbd>a</kbd>
        </button>
      )}
      {onReject && (
        <button type="button" onClick={onReject}>
          Reject <kbd>r</kbd>
        </button>
      )}
      <button type="button" onClick={onEdit}>
        Edit <kbd>e</kbd>
      </button>
      {onWithdraw && (
        <button type="button" aria-disabled={busy} onClick={onWithdraw}>
          Take it away
        </button>
      )}
    </p>
  );
}

function Reading({ proposal, isOpen }: { proposal: Proposal; isOpen: boolean }) {
  const whole = isOpen && (proposal.problems ?? []).length === 0;
  const found = useForetold(whole ? { proposals: [proposal.number] } : undefined, proposal.version);
  return (
    <>
      <div className="two-sides">
        {proposedKind(proposal) === 'insight' && <Passage proposal={proposal} />}
        <ProposedRecord proposal={proposal} />
      </div>
      <Alike claims={proposal.similar ?? []} />
      {whole && <Foretold found={found} />}
    </>
  );
}

function Decided({ proposal }: { proposal: Proposal }) {
  const { state, decision } = proposal;
  if (!decision) return null;
  return (
    <p className="note">
      {state === 'accepted' ? 'Accepted' : 'Rejected'} by {decision.by},{' '}
      <time dateTime={decision.at}>{timeText(decision.at)}</time>
      {decision.change && `, with change ${decision.change}`}
      {decision.reason && `: ${decision.reason}`}
    </p>
  );
}

interface RejectProps {
  busy: boolean;
  onReject: (reason: string) => void;
  onLeave: () => void;
}

function Reject({ busy, onReject, onLeave }: RejectProps) {
  const [reason, setReason] = useState('');
  const send = () => {
    if (!busy && reason.trim() !== '') onReject(reason.trim());
  };
  useCtrlEnter(send);
  return (
    <form
      className="entry-form"
      aria-label="Reject"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="field">
        <label htmlFor="reject-reason">Why not? Who proposed it reads this.</label>
        <textarea
          id="reject-reason"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for by its button or key
          autoFocus
          rows={2}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onLeave();
          }}
        />
      </div>
      <p className="buttons">
        <button type="submit" className="primary" aria-disabled={busy || reason.trim() === ''}>
          Reject <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={onLeave}>
          Leave it
        </button>
      </p>
    </form>
  );
}

/** Offers a correction for all other proposals that need it. */
function SameElsewhere({ fixes, run }: { fixes: Fixes; run: number | undefined }) {
  const { fix } = useDeciding();
  const [said, setSaid] = useState('');
  if (fixes.length === 0) return null;
  return (
    <section className="same-elsewhere" aria-label="The same elsewhere">
      <h3>The same elsewhere</h3>
      <ul className="plain">
        {fixes.map((one) => (
          <li key={`${one.field} ${one.from}`}>
            {fixSentence(one)}{' '}
            <button
              type="button"
              onClick={() =>
                fix.mutate(
                  { field: one.field, from: one.from, to: one.to, run },
                  { onSuccess: ({ fixed }) => setSaid(`Mended in ${fixed}.`) },
                )
              }
            >
              Mend them too
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="fine">
        {said}
      </p>
      {fix.error && <Problem error={fix.error} />}
    </section>
  );
}

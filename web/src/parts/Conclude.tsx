import { useId, useState, type SubmitEvent } from 'react';
import { useConclude } from '../api/mending';
import { useSession } from '../api/queries';
import type { Conflict } from '../api/types';
import { includes } from '../state/account';
import { conflictStatuses, statusLabel } from '../state/conflicts';
import { FormProblem } from './fields';

/** Where a curator says what is concluded about two claims; both stay as they are. */
export function Conclude({ conflict }: { conflict: Conflict }) {
  const role = useSession().data?.role ?? 'anybody';
  const claims = conflict.sides.flatMap(({ claim }) => (claim ? [claim.id] : []));
  if (!includes(role, 'curator') || claims.length !== 2) return null;
  return <Form key={conflict.judgement?.version ?? 0} conflict={conflict} claims={claims} />;
}

function Form({ conflict, claims }: { conflict: Conflict; claims: readonly string[] }) {
  const { judgement } = conflict;
  const [status, setStatus] = useState(conflict.status);
  const [note, setNote] = useState(judgement?.note ?? '');
  const conclude = useConclude(conflict, claims);
  const id = useId();
  const needsNote = status !== 'open' && note.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!conclude.isPending && !needsNote) conclude.mutate({ status, note: note.trim() });
  };
  return (
    <details className="conclude">
      <summary>{judgement ? 'Conclude anew' : 'Conclude'}</summary>
      <form className="entry-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-status`}>What is concluded</label>
          <select
            id={`${id}-status`}
            value={status}
            onChange={(event) => setStatus(event.target.value as Conflict['status'])}
          >
            {conflictStatuses.map((each) => (
              <option key={each} value={each}>
                {statusLabel(each)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-note`}>Why, for readers</label>
          <textarea
            id={`${id}-note`}
            rows={2}
            maxLength={2000}
            required={status !== 'open'}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        {conclude.error && <FormProblem>{conclude.error.message}</FormProblem>}
        <p className="buttons">
          <button type="submit" className="primary" aria-disabled={conclude.isPending || needsNote}>
            Save what is concluded
          </button>
          <span className="fine">Both claims stay as they are.</span>
        </p>
      </form>
    </details>
  );
}

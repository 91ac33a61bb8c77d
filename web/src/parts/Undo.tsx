import { useSession, useUndo } from '../api/queries';
import { includes } from '../state/account';
import { plural } from '../state/sentence';
import { Problem } from './states';

/** Takes a change back, for who may publish; a refusal names what stands on it. */
export function Undo({ n, run, several }: { n: number; run: number; several: boolean }) {
  const role = useSession().data?.role ?? 'anybody';
  const undo = useUndo();
  if (!includes(role, 'curator')) return null;
  if (undo.data) {
    return (
      <p role="status" className="fine">
        Undone with change {undo.data.change}: {plural(undo.data.records, 'record')} went back.
      </p>
    );
  }
  return (
    <div className="undo">
      <button type="button" disabled={undo.isPending} onClick={() => undo.mutate({ n, run: false })}>
        Undo change {n}
      </button>
      {several && (
        <button type="button" disabled={undo.isPending} onClick={() => undo.mutate({ n: run, run: true })}>
          Undo the whole run of change {run}
        </button>
      )}
      {undo.error && <Problem error={undo.error} />}
    </div>
  );
}

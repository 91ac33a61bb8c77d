import { useForetold, type Foretelling } from '../api/curating';
import { Foretold } from './Foretold';
import { Window } from './Window';

interface ConfirmProps {
  title: string;
  asked: Foretelling;
  busy: boolean;
  error: Error | null;
  onPublish: () => void;
  onCancel: () => void;
}

/** Shows once, before several records are published together, what that does. */
export function ConfirmPublishing({ title, asked, busy, error, onPublish, onCancel }: ConfirmProps) {
  const found = useForetold(asked);
  return (
    <Window title={title} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onPublish();
        }}
      >
        <Foretold found={found} />
        {error && <p className="form-problem">{error.message}</p>}
        <p className="fine">All of it is one change, which one click takes back.</p>
        <p className="buttons">
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the window was asked for; its answer waits under the hand */}
          <button type="submit" className="primary" aria-disabled={busy} autoFocus>
            Publish them
          </button>
          <button type="button" onClick={onCancel}>
            Not yet
          </button>
        </p>
      </form>
    </Window>
  );
}

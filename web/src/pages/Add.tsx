import { useEffect, useReducer, useRef, useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { useCheck, usePublishing, useRelations, useSession } from '../api/queries';
import type { Named } from '../api/types';
import { EntryForm } from '../parts/EntryForm';
import type { AskForNew } from '../parts/EntityField';
import { NewEntity, NewSource } from '../parts/NewRecord';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { shorten } from '../state/claim';
import { entryBody, entryProblems, type Entry, type EntryProblem } from '../state/entry';
import { begun, evening, isBegun, keepEvening, readEvening, type Evening } from '../state/evening';
import { insightPlace } from '../state/places';
import { plural } from '../state/sentence';

const shelf = 'evening';

/** Where a curator writes down what was said: one claim after another, published together. */
export default function AddPage() {
  usePageTitle('Add claims');
  const session = useSession();
  if (session.error) return <Problem level={1} error={session.error} />;
  if (!session.data) return <Skeleton lines={10} />;
  return (
    <div className="add-page">
      <Title>Add claims</Title>
      <NeedsRole least="curator" what="Adding claims">
        <Writing />
      </NeedsRole>
    </div>
  );
}

function keptEvening(): Evening {
  try {
    return readEvening(window.localStorage.getItem(shelf));
  } catch {
    return readEvening(null); // storage may be forbidden; then an evening lasts as long as its page
  }
}

/** The evening, kept in this browser with every step, so that a closed window loses nothing. */
function useEvening() {
  const [state, step] = useReducer(evening, undefined, keptEvening);
  useEffect(() => {
    try {
      window.localStorage.setItem(shelf, keepEvening(state));
    } catch {
      return; // as above
    }
  }, [state]);
  return [state, step] as const;
}

/** Does something on Ctrl+Enter, wherever the focus is; nothing while a window is open over the page. */
function useCtrlEnter(action: (() => void) | undefined): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

/** Puts the focus into the first field of a form that starts anew. */
function useFreshFocus(round: number) {
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef(round);
  useEffect(() => {
    if (seen.current !== round) form.current?.querySelector('textarea')?.focus();
    seen.current = round;
  }, [round]);
  return form;
}

interface Asked {
  kind: 'entity' | 'source';
  typed: string;
  settle: (added: Named) => void;
}

function Writing() {
  const [state, step] = useEvening();
  const [asked, setAsked] = useState<Asked>();
  const [shown, setShown] = useState(false);
  const relations = useRelations();
  const check = useCheck(isBegun(state.entry) ? entryBody(state.entry, relations) : undefined);
  const own = entryProblems(state.entry);
  const publishing = usePublishing();
  const form = useFreshFocus(state.round);
  const ask =
    (kind: Asked['kind']): AskForNew =>
    (typed, settle) =>
      setAsked({ kind, typed, settle });
  const next = () => {
    setShown(own.length > 0);
    if (own.length === 0) step({ type: 'keep' });
  };
  const publish = async () => {
    const claims = begun(state);
    const broken = claims.some((claim) => entryProblems(claim).length > 0);
    setShown(broken);
    if (broken || claims.length === 0) return;
    const made = await publishing.mutateAsync(claims.map((claim) => entryBody(claim, relations)));
    if (made.change > 0) step({ type: 'published' });
  };
  useCtrlEnter(asked ? undefined : next);
  const close = (added?: Named) => {
    if (added) asked?.settle(added);
    setAsked(undefined);
  };
  const Window = asked?.kind === 'source' ? NewSource : NewEntity;
  return (
    <div className="with-tonight">
      <form
        ref={form}
        aria-label="Claim"
        className="entry-form"
        onSubmit={(event: SubmitEvent) => event.preventDefault()}
      >
        <EntryForm
          key={state.round}
          entry={state.entry}
          problems={[...(shown ? own : []), ...serverProblems(check.data?.problems, own)]}
          onChange={(entry: Entry) => step({ type: 'edit', entry })}
          onNewEntity={ask('entity')}
          onNewSource={ask('source')}
        />
        <p className="buttons">
          <button type="button" onClick={next} aria-keyshortcuts="Control+Enter">
            Save and next <kbd>Ctrl Enter</kbd>
          </button>
          <button type="button" className="quiet" onClick={() => step({ type: 'begin' })}>
            Empty the form
          </button>
        </p>
      </form>
      <Tonight state={state} step={step} publishing={publishing} onPublish={() => void publish()} />
      {asked && (
        <Window typed={asked.typed} source={state.entry.source} onDone={close} onCancel={() => close()} />
      )}
    </div>
  );
}

/** What the server's check adds to what the form sees by itself. */
function serverProblems(found: readonly EntryProblem[] = [], own: readonly EntryProblem[]): EntryProblem[] {
  return found.filter(({ path }) => own.every((one) => !one.path.startsWith(path)));
}

interface TonightProps {
  state: Evening;
  step: (step: Parameters<typeof evening>[1]) => void;
  publishing: ReturnType<typeof usePublishing>;
  onPublish: () => void;
}

/** The claims of the evening, published as one change that one click takes back. */
function Tonight({ state, step, publishing, onPublish }: TonightProps) {
  const count = begun(state).length;
  return (
    <aside className="tonight" aria-label="Tonight">
      <h2>Tonight</h2>
      {state.tonight.length === 0 && (
        <p className="fine">Claims you save wait here until you publish them.</p>
      )}
      <ol>
        {state.tonight.map(({ key, entry }) => (
          <li key={key}>
            <button type="button" className="row" onClick={() => step({ type: 'reopen', key })}>
              {entry.text || 'Not worded yet'}
            </button>
            <button type="button" className="quiet" onClick={() => step({ type: 'drop', key })}>
              Drop<span className="unseen"> “{entry.text}”</span>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="primary" aria-disabled={count === 0} onClick={onPublish}>
        {count === 0 ? 'Publish' : `Publish ${plural(count, 'claim')}`}
      </button>
      <div role="status">
        {publishing.error && <Problem error={publishing.error} />}
        {publishing.data && publishing.data.change > 0 && (
          <Published
            change={publishing.data.change}
            claims={publishing.data.records.map(({ id }, index) => ({
              id,
              text: publishing.variables[index]?.text ?? id,
            }))}
            undo={publishing.undo}
          />
        )}
      </div>
    </aside>
  );
}

interface PublishedProps {
  change: number;
  claims: { id: string; text: string }[];
  undo: ReturnType<typeof usePublishing>['undo'];
}

function Published({ change, claims, undo }: PublishedProps) {
  if (undo.data) return <p>Taken back, with change {undo.data.change}.</p>;
  return (
    <>
      <p>Published with change {change}:</p>
      <ul>
        {claims.map(({ id, text }) => (
          <li key={id}>
            <Link href={insightPlace(id)}>{shorten(text, 90)}</Link>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => undo.mutate(change)}>
        Take {claims.length === 1 ? 'it' : 'them all'} back
      </button>
      {undo.error && <Problem error={undo.error} />}
    </>
  );
}

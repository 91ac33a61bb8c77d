import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { propose, useForetold, useSimilar } from '../api/curating';
import { useCheck, usePublishing, useRelations, useSession } from '../api/queries';
import type { Named, Proposal, RelationType } from '../api/types';
import { Alike } from '../parts/Alike';
import { ConfirmPublishing } from '../parts/ConfirmPublishing';
import { useDrafting, type Drafting } from '../parts/drafting';
import { EntryForm } from '../parts/EntryForm';
import type { AskForNew } from '../parts/EntityField';
import { Foretold } from '../parts/Foretold';
import { useCtrlEnter } from '../parts/keys';
import { NewEntity, NewSource } from '../parts/NewRecord';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { includes } from '../state/account';
import { shorten } from '../state/claim';
import { entryBody, entryProblems, type Entry, type EntryProblem, type InsightBody } from '../state/entry';
import {
  begun,
  evening,
  isBegun,
  keepEvening,
  readEvening,
  type Evening,
  type EveningStep,
} from '../state/evening';
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
      <NeedsRole least="contributor" what="Adding claims">
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

type EveningStepper = (step: EveningStep) => void;

/** Proposes the claims of an evening one by one; each that is handed in leaves the list, so that none goes twice. */
function useProposing() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ evening: { tonight, entry }, relations, step }: Proposing) => {
      const made: Proposal[] = [];
      for (const kept of tonight) {
        made.push(await propose(entryBody(kept.entry, relations)));
        step({ type: 'drop', key: kept.key });
      }
      if (isBegun(entry)) made.push(await propose(entryBody(entry, relations)));
      return made;
    },
    onSettled: () => void cache.invalidateQueries(),
  });
}

interface Proposing {
  evening: Evening;
  relations: ReadonlyMap<string, RelationType>;
  step: EveningStepper;
}

interface Asked {
  kind: 'entity' | 'source';
  typed: string;
  settle: (added: Named) => void;
}

function Writing() {
  const [state, step] = useEvening();
  const drafting = useDrafting(state, step);
  const [asked, setAsked] = useState<Asked>();
  const [shown, setShown] = useState(false);
  const relations = useRelations();
  const check = useCheck(isBegun(state.entry) ? entryBody(state.entry, relations) : undefined);
  const own = entryProblems(state.entry);
  const mayPublish = includes(useSession().data?.role ?? 'anybody', 'curator');
  const publishing = usePublishing();
  const proposing = useProposing();
  const [confirming, setConfirming] = useState(false);
  const form = useFreshFocus(state.round);
  const ask =
    (kind: Asked['kind']): AskForNew =>
    (typed, settle) =>
      setAsked({ kind, typed, settle });
  const next = () => {
    setShown(own.length > 0);
    if (own.length === 0) step({ type: 'keep' });
  };
  const bodies = begun(state).map((claim) => entryBody(claim, relations));
  const ready = () => {
    const broken = begun(state).some((claim) => entryProblems(claim).length > 0);
    // A draft from another browser may lack something: it is opened where that can be mended.
    const kept = state.tonight.find(({ entry }) => entryProblems(entry).length > 0);
    if (kept && !(isBegun(state.entry) && own.length > 0)) step({ type: 'reopen', key: kept.key });
    setShown(broken);
    return !broken && bodies.length > 0;
  };
  const publish = () =>
    publishing.mutate(bodies, {
      onSuccess: () => {
        setConfirming(false);
        step({ type: 'published' });
      },
    });
  const hand = () => {
    if (!ready()) return;
    if (mayPublish) setConfirming(true);
    else
      proposing.mutate({ evening: state, relations, step }, { onSuccess: () => step({ type: 'published' }) });
  };
  useCtrlEnter(asked || confirming ? undefined : next);
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
          <WhereKept drafting={drafting} />
        </p>
      </form>
      <aside className="tonight" aria-label="Tonight">
        <Tonight state={state} step={step} verb={mayPublish ? 'Publish' : 'Propose'} onHand={hand} />
        <div role="status">
          {mayPublish ? <WhatPublished publishing={publishing} /> : <WhatProposed proposing={proposing} />}
        </div>
        {isBegun(state.entry) && <WhileTyping entry={state.entry} whole={own.length === 0} />}
      </aside>
      {confirming && (
        <ConfirmPublishing
          title={`Publish ${plural(bodies.length, 'claim')}`}
          asked={{ records: bodies.map(withOwnId) }}
          busy={publishing.isPending}
          error={publishing.error}
          onPublish={publish}
          onCancel={() => setConfirming(false)}
        />
      )}
      {asked && (
        <Window typed={asked.typed} source={state.entry.source} onDone={close} onCancel={() => close()} />
      )}
    </div>
  );
}

/** Not announced with every save: whoever wants to know finds it beside the buttons. */
function WhereKept({ drafting: { savedAt, saving, failed } }: { drafting: Drafting }) {
  if (failed) return <span className="fine">Kept in this browser only: the server did not take it.</span>;
  if (saving) return <span className="fine">Saving …</span>;
  if (!savedAt) return null;
  const time = savedAt.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <span className="fine">
      Saved as draft <time dateTime={savedAt.toISOString()}>{time}</time>
    </span>
  );
}

/** What the server's check adds to what the form sees by itself. */
function serverProblems(found: readonly EntryProblem[] = [], own: readonly EntryProblem[]): EntryProblem[] {
  return found.filter(({ path }) => own.every((one) => !one.path.startsWith(path)));
}

/** What is foretold needs an id; that of a claim not published yet is nobody's concern. */
const withOwnId = (body: InsightBody, index: number): InsightBody => ({
  id: `being-written-${index}`,
  ...body,
});

/** Claims that say the same already, and what publishing this one would do, while it is written. */
function WhileTyping({ entry, whole }: { entry: Entry; whole: boolean }) {
  const relations = useRelations();
  const body = entryBody(entry, relations);
  const similar = useSimilar(body);
  const linked = whole && (body.links ?? []).length > 0;
  const found = useForetold(linked ? { records: [withOwnId(body, 0)] } : undefined);
  return (
    <>
      <Alike claims={similar.data?.similar ?? []} />
      {linked && !found.error && <Foretold found={found} />}
    </>
  );
}

interface TonightProps {
  state: Evening;
  step: EveningStepper;
  verb: 'Publish' | 'Propose';
  onHand: () => void;
}

/** The claims of the evening, which are published together. */
function Tonight({ state, step, verb, onHand }: TonightProps) {
  const count = begun(state).length;
  return (
    <>
      <h2>Tonight</h2>
      {state.tonight.length === 0 && (
        <p className="fine">Claims you save wait here until you {verb.toLowerCase()} them.</p>
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
      <button type="button" className="primary" aria-disabled={count === 0} onClick={onHand}>
        {count === 0 ? verb : `${verb} ${plural(count, 'claim')}`}
      </button>
    </>
  );
}

function WhatPublished({ publishing }: { publishing: ReturnType<typeof usePublishing> }) {
  const { data, error, variables = [], undo } = publishing;
  if (error) return <Problem error={error} />;
  if (!data || data.change === 0) return null;
  const claims = data.records.map(({ id }, index) => ({ id, text: variables[index]?.text ?? id }));
  return <Published change={data.change} claims={claims} undo={undo} />;
}

function WhatProposed({ proposing }: { proposing: ReturnType<typeof useProposing> }) {
  if (proposing.error) return <Problem error={proposing.error} />;
  if (!proposing.data) return null;
  return (
    <p>
      {plural(proposing.data.length, 'claim')} proposed. <Link href="/review">See what becomes of them</Link>.
    </p>
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

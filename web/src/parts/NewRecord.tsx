import { useId, useState, type SubmitEvent } from 'react';
import { write } from '../api/client';
import { propose } from '../api/curating';
import { useSession, useSuggestions } from '../api/queries';
import type { Named } from '../api/types';
import {
  entityBody,
  entityKinds,
  podcastDraft,
  sourceBody,
  sourceKinds,
  sourceProblem,
  type EntityDraft,
  type SourceDraft,
} from '../state/newRecord';
import { includes } from '../state/account';
import { EntityField } from './EntityField';
import { FormProblem } from './fields';
import { Problem } from './states';
import { Window } from './Window';

interface NewRecordProps {
  typed: string;
  /** Where the claim being written was said; a new entity comes from there too. */
  source: Named | undefined;
  onDone: (added: Named) => void;
  onCancel: () => void;
}

interface ButtonsProps {
  busy: boolean;
  mayPublish: boolean;
  onCancel: () => void;
}

function Buttons({ busy, mayPublish, onCancel }: ButtonsProps) {
  return (
    <>
      {!mayPublish && (
        <p className="fine">
          It is proposed beside your claim: until a curator accepts it, the form says that it is not
          published.
        </p>
      )}
      <p className="buttons">
        <button type="submit" className="primary" aria-disabled={busy}>
          {mayPublish ? 'Add' : 'Propose it'}
        </button>
        <button type="button" onClick={onCancel}>
          Leave it
        </button>
      </p>
    </>
  );
}

/** The id of a proposed record: that part of its name which stands behind the type. */
async function proposedId(record: object): Promise<string> {
  const { name = '' } = await propose(record);
  return name.slice(name.indexOf('/') + 1);
}

/** Publishes a record by a form in a window, or proposes it where its writer may not publish. */
function useAdding(place: string, onDone: (added: Named) => void) {
  const [problem, setProblem] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const mayPublish = includes(useSession().data?.role ?? 'anybody', 'curator');
  const add = async (body: object, label: string, settle = onDone) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const id = mayPublish
        ? (await write<{ id: string }>({ method: 'POST', path: place, body })).id
        : await proposedId(body);
      settle({ id, label });
    } catch (refused) {
      setProblem(refused as Error);
    } finally {
      setBusy(false);
    }
  };
  return { add, busy, problem, mayPublish };
}

/** A new entity: its name, kind and definition; what may be the same already is shown first. */
export function NewEntity({ typed, source, onDone, onCancel }: NewRecordProps) {
  const id = useId();
  const [draft, setDraft] = useState<EntityDraft>({ label: typed, kind: 'Concept', definition: '', source });
  const { add, busy, problem, mayPublish } = useAdding('/api/entities', onDone);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) void add(entityBody(draft), draft.label);
  };
  return (
    <Window title="Something new" onCancel={onCancel}>
      <Alike typed={draft.label} onDone={onDone} />
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-label`}>Name</label>
          <input
            id={`${id}-label`}
            required
            maxLength={200}
            value={draft.label}
            onChange={(event) => setDraft({ ...draft, label: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>Kind</label>
          <select
            id={`${id}-kind`}
            value={draft.kind}
            onChange={(event) => setDraft({ ...draft, kind: event.target.value })}
          >
            {entityKinds.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-definition`}>What it is, in one sentence</label>
          <textarea
            id={`${id}-definition`}
            rows={2}
            maxLength={1000}
            value={draft.definition}
            onChange={(event) => setDraft({ ...draft, definition: event.target.value })}
          />
        </div>
        <EntityField
          among="source"
          label="Where it comes from"
          initial={draft.source?.label ?? ''}
          placeholder="begin the title of an episode or document"
          onChoose={(one) => setDraft({ ...draft, source: one })}
        />
        {problem && <Problem error={problem} />}
        <Buttons busy={busy} mayPublish={mayPublish} onCancel={onCancel} />
      </form>
    </Window>
  );
}

/** What the library has under a like name, each one click away. */
function Alike({ typed, onDone }: { typed: string; onDone: (found: Named) => void }) {
  const { data = [] } = useSuggestions(typed);
  if (data.length === 0) return <p className="fine">Nothing in the library has a name like this.</p>;
  return (
    <p className="fine">
      Already there:{' '}
      {data.slice(0, 5).map((one) => (
        <button key={one.id} type="button" className="pill" onClick={() => onDone(one)}>
          {one.label}
          {one.matchedAlias && ` (also “${one.matchedAlias}”)`}
        </button>
      ))}
    </p>
  );
}

/** A new episode, podcast or document. */
export function NewSource({ typed, onDone, onCancel }: NewRecordProps) {
  const id = useId();
  const [draft, setDraft] = useState<SourceDraft>({ title: typed, kind: 'Episode', date: '', url: '' });
  const [shown, setShown] = useState(false);
  const { add, busy, problem, mayPublish } = useAdding('/api/sources', onDone);
  const missing = sourceProblem(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setShown(missing !== undefined);
    if (!busy && missing === undefined) void add(sourceBody(draft), draft.title);
  };
  const text = (part: 'title' | 'date' | 'url', label: string, type: string) => (
    <div className="field">
      <label htmlFor={`${id}-${part}`}>{label}</label>
      <input
        id={`${id}-${part}`}
        type={type}
        required={part === 'title'}
        maxLength={500}
        value={draft[part]}
        onChange={(event) => setDraft({ ...draft, [part]: event.target.value })}
      />
    </div>
  );
  return (
    <Window title="A new source" onCancel={onCancel}>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-kind`}>Kind</label>
          <select
            id={`${id}-kind`}
            value={draft.kind}
            onChange={(event) => setDraft({ ...draft, kind: event.target.value as SourceDraft['kind'] })}
          >
            {sourceKinds.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </div>
        {text('title', 'Title', 'text')}
        {draft.kind === 'Episode' && (
          <>
            <EntityField
              among="source"
              label="Podcast"
              placeholder="begin its title"
              onChoose={(chosen) => setDraft({ ...draft, podcast: chosen })}
              onNew={(title, settle) => void add(sourceBody(podcastDraft(title)), title, settle)}
            />
            {shown && missing && <FormProblem>{missing}</FormProblem>}
          </>
        )}
        {text('date', 'Date', 'date')}
        {text('url', 'Address on the web', 'url')}
        {problem && <Problem error={problem} />}
        <Buttons busy={busy} mayPublish={mayPublish} onCancel={onCancel} />
      </form>
    </Window>
  );
}

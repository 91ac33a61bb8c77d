import { useState, type SubmitEvent } from 'react';
import { useForetold, useNames, useSimilar } from '../api/curating';
import { useCheck, useRelations, useSource } from '../api/queries';
import type { Named, Proposal } from '../api/types';
import { entryOf, entryProblems, type Entry, type InsightBody } from '../state/entry';
import { entitiesNamed, proposedKind, textFields, withEntry } from '../state/review';
import { readableSlug } from '../state/sentence';
import { Alike } from './Alike';
import { EntryForm } from './EntryForm';
import { TextField } from './fields';
import { Foretold } from './Foretold';
import { useCtrlEnter } from './keys';
import { NewEntity, NewSource } from './NewRecord';
import { Passage } from './ProposedRecord';
import { Skeleton } from './states';

interface EditProps {
  proposal: Proposal;
  busy: boolean;
  mayAccept: boolean;
  onSave: (record: object) => void;
  onAccept: (record: object) => void;
  onLeave: () => void;
}

/** Mends what is proposed: a claim by its form, a thing or a source by its texts. */
export function EditProposal(props: EditProps) {
  return proposedKind(props.proposal) === 'insight' ? <EditClaim {...props} /> : <EditTexts {...props} />;
}

/** Ctrl+Enter does what the first button does: accepting for who may, else saving. */
function Buttons({
  busy,
  mayAccept,
  record,
  onSave,
  onAccept,
  onLeave,
}: EditProps & { record: object | undefined }) {
  const first = mayAccept ? onAccept : onSave;
  const send = (how: (record: object) => void) => {
    if (!busy && record) how(record);
  };
  useCtrlEnter(() => send(first));
  return (
    <p className="buttons">
      <button type="button" className="primary" aria-disabled={busy || !record} onClick={() => send(first)}>
        {mayAccept ? 'Accept as edited' : 'Save'} <kbd>Ctrl Enter</kbd>
      </button>
      {mayAccept && (
        <button type="button" aria-disabled={busy || !record} onClick={() => send(onSave)}>
          Save, decide later
        </button>
      )}
      <button type="button" onClick={onLeave}>
        Leave it as it was
      </button>
    </p>
  );
}

/** Waits for the names of what a claim speaks of: its fields begin with them. */
function EditClaim(props: EditProps) {
  const record = props.proposal.record as InsightBody;
  const relations = useRelations();
  const { name, isPending } = useNames(entitiesNamed(record));
  const source = useSource(record.source);
  if (relations.size === 0 || isPending || (record.source && source.isPending)) return <Skeleton lines={8} />;
  const label = (id: string) => (id === record.source ? (source.data?.title ?? readableSlug(id)) : name(id));
  return <ClaimForm {...props} initial={entryOf(record, label, relations)} />;
}

interface Asked {
  kind: 'entity' | 'source';
  typed: string;
  settle: (added: Named) => void;
}

function ClaimForm({ initial, ...props }: EditProps & { initial: Entry }) {
  const { proposal } = props;
  const [entry, setEntry] = useState(initial);
  const [asked, setAsked] = useState<Asked>();
  const relations = useRelations();
  const record = withEntry(proposal.record, entry, relations);
  const own = entryProblems(entry);
  const check = useCheck(record);
  const found = check.data?.problems ?? [];
  const whole = own.length === 0 && check.data?.code === undefined;
  const foretold = useForetold(whole ? { records: [record] } : undefined);
  const similar = useSimilar(record);
  const ask = (kind: Asked['kind']) => (typed: string, settle: Asked['settle']) =>
    setAsked({ kind, typed, settle });
  const close = (added?: Named) => {
    if (added) asked?.settle(added);
    setAsked(undefined);
  };
  const Adding = asked?.kind === 'source' ? NewSource : NewEntity;
  return (
    <>
      <Passage proposal={proposal} />
      <form
        className="entry-form"
        aria-label="Edit"
        onSubmit={(event: SubmitEvent) => event.preventDefault()}
      >
        <EntryForm
          entry={entry}
          problems={[...own, ...found]}
          onChange={setEntry}
          onNewEntity={ask('entity')}
          onNewSource={ask('source')}
        />
        <Buttons {...props} record={own.length === 0 ? record : undefined} />
      </form>
      <Alike claims={similar.data?.similar ?? []} />
      {whole && <Foretold found={foretold} />}
      {asked && <Adding typed={asked.typed} source={entry.source} onDone={close} onCancel={() => close()} />}
    </>
  );
}

function EditTexts(props: EditProps) {
  const { record } = props.proposal;
  const [edited, setEdited] = useState<Record<string, string>>({});
  return (
    <form className="entry-form" aria-label="Edit" onSubmit={(event: SubmitEvent) => event.preventDefault()}>
      {textFields(record).map(([field, value]) => (
        <TextField
          key={field}
          label={field}
          maxLength={1000}
          value={edited[field] ?? value}
          onChange={(text) => setEdited({ ...edited, [field]: text })}
        />
      ))}
      <Buttons {...props} record={{ ...record, ...edited }} />
    </form>
  );
}

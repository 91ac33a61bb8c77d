import { useId, type ReactNode } from 'react';
import type { Attribution, Certainty } from '../api/types';
import { claimTypes } from '../state/claimTypes';
import type { Entry, EntryProblem } from '../state/entry';
import { emptyLink, isSettled, withPart, type LinkDraft } from '../state/linkLine';
import { EntityField, EntityListField, type AskForNew } from './EntityField';
import { LinkLine } from './LinkLine';
import { QuantityFields } from './QuantityFields';
import { Term } from './Term';

interface EntryFormProps {
  entry: Entry;
  problems: readonly EntryProblem[];
  onChange: (entry: Entry) => void;
  onNewEntity: AskForNew;
  onNewSource: AskForNew;
}

const certainties: readonly Certainty[] = ['plain', 'hedged'];
const attributions: Record<Attribution, string> = {
  own: 'they say so themselves',
  reported: 'somebody reports that they believe it',
  inferred: 'the speaker concludes that they believe it',
};

/** The fields of a claim: what is said, who stands behind it, where it was said, what it links. */
export function EntryForm(props: EntryFormProps) {
  const { entry, problems, onChange } = props;
  const set = (part: Partial<Entry>) => onChange({ ...entry, ...part });
  const problem = (path: string) =>
    problems.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
  return (
    <>
      <TextField
        label="The claim, in your own words"
        rows={3}
        value={entry.text}
        lengthLimit={2000}
        problem={problem('text')}
        onChange={(text) => set({ text })}
      />
      <Where {...props} problem={problem} />
      <Who {...props} problem={problem} />
      <Kind entry={entry} onChange={onChange} />
      <Links {...props} />
      <QuantityFields
        quantities={entry.quantities}
        problems={problems}
        onChange={(quantities) => set({ quantities })}
        onNewEntity={props.onNewEntity}
      />
      <EntityListField label="Topics" chosen={entry.topics} onChange={(topics) => set({ topics })} />
      <TextField
        label="Quote, word for word and short"
        rows={2}
        value={entry.quote}
        lengthLimit={600}
        problem={problem('quote')}
        onChange={(quote) => set({ quote })}
      />
      <TextField
        label="Note for other curators"
        rows={2}
        value={entry.note}
        lengthLimit={2000}
        problem={problem('note')}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

interface TextFieldProps {
  label: string;
  rows: number;
  value: string;
  lengthLimit: number;
  problem: string | undefined;
  onChange: (text: string) => void;
}

function TextField({ label, rows, value, lengthLimit, problem, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        maxLength={lengthLimit}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>
    </div>
  );
}

function FieldProblem({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="field-problem" role="status">
      {children}
    </p>
  );
}

type Found = (path: string) => string | undefined;

function Where({ entry, problem, onChange, onNewSource }: EntryFormProps & { problem: Found }) {
  return (
    <fieldset className="field-row">
      <legend>
        <Term id="source">Where it was said</Term>
      </legend>
      <div>
        <EntityField
          among="source"
          label="Episode or document"
          initial={entry.source?.label ?? ''}
          placeholder="begin its title"
          onChoose={(source) => onChange(withPart(entry, 'source', source))}
          onNew={onNewSource}
        />
        <FieldProblem id="source-problem">{problem('source')}</FieldProblem>
      </div>
      <MomentField label="From" part="start" entry={entry} problem={problem('start')} onChange={onChange} />
      <MomentField label="To" part="end" entry={entry} problem={problem('end')} onChange={onChange} />
    </fieldset>
  );
}

interface MomentFieldProps {
  label: string;
  part: 'start' | 'end';
  entry: Entry;
  problem: string | undefined;
  onChange: (entry: Entry) => void;
}

function MomentField({ label, part, entry, problem, onChange }: MomentFieldProps) {
  const id = useId();
  return (
    <div className="field moment-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={entry[part]}
        placeholder="12:34"
        inputMode="numeric"
        maxLength={12}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onChange({ ...entry, [part]: event.target.value })}
      />
      <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>
    </div>
  );
}

function Who({ entry, problem, onChange, onNewEntity }: EntryFormProps & { problem: Found }) {
  const person = (part: 'holder' | 'speaker', label: string) => (
    <div>
      <EntityField
        label={label}
        initial={entry[part]?.label ?? ''}
        placeholder="unknown"
        onChoose={(one) => onChange(withPart(entry, part, one))}
        onNew={onNewEntity}
      />
      <FieldProblem id={`${part}-problem`}>{problem(part)}</FieldProblem>
    </div>
  );
  return (
    <fieldset className="field-row">
      <legend>Who stands behind it</legend>
      {person('speaker', 'Said by')}
      {person('holder', 'Believed by')}
      <Choice
        label="How one knows"
        value={entry.attribution}
        options={Object.entries(attributions)}
        onChange={(attribution) => onChange({ ...entry, attribution: attribution as Attribution })}
      />
    </fieldset>
  );
}

function Kind({ entry, onChange }: Pick<EntryFormProps, 'entry' | 'onChange'>) {
  const named = (id: string): [string, string] => [id, id];
  return (
    <fieldset className="field-row">
      <legend>
        <Term id="claimType">Kind of claim</Term>
      </legend>
      <Choice
        label="It is a"
        value={entry.claimType}
        options={claimTypes.map(named)}
        onChange={(claimType) => onChange({ ...entry, claimType: claimType as Entry['claimType'] })}
      />
      <Choice
        label="Said in a way that is"
        value={entry.certainty}
        options={certainties.map(named)}
        onChange={(certainty) => onChange({ ...entry, certainty: certainty as Certainty })}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: [string, string][];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The links of the claim; a fresh line waits behind the last settled one. */
function Links({ entry, problems, onChange, onNewEntity }: EntryFormProps) {
  const problem = (index: number) => problems.find(({ path }) => path.startsWith(`links[${index}]`))?.message;
  const set = (index: number, link: LinkDraft) => {
    const links = entry.links.map((one, at) => (at === index ? link : one));
    const last = links.at(-1);
    onChange({ ...entry, links: last && isSettled(last) ? [...links, emptyLink] : links });
  };
  return (
    <fieldset>
      <legend>
        <Term id="link">What it links</Term>
      </legend>
      {entry.links.map((link, index) => (
        <LinkLine
          key={index}
          link={link}
          number={index}
          holder={entry.holder?.label}
          problem={problem(index)}
          onChange={(next) => set(index, next)}
          onNewEntity={onNewEntity}
        />
      ))}
    </fieldset>
  );
}

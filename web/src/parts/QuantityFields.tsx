import { useId } from 'react';
import type { EntryProblem } from '../state/entry';
import {
  newQuantity,
  quantityWords,
  type FactorDraft,
  type ProductDraft,
  type QuantityDraft,
  type QuantityKind,
  type ValueDraft,
} from '../state/quantities';
import { EntityField, EntityListField, type AskForNew } from './EntityField';
import { TextField } from './fields';

interface QuantityFieldsProps {
  quantities: readonly QuantityDraft[];
  problems: readonly EntryProblem[];
  onChange: (quantities: readonly QuantityDraft[]) => void;
  onNewEntity: AskForNew;
}

/** The numbers of a claim: what is how much, what grows with what, what is reckoned from what. */
export function QuantityFields({ quantities, problems, onChange, onNewEntity }: QuantityFieldsProps) {
  const kinds = Object.entries(quantityWords) as [QuantityKind, string][];
  const set = (index: number, draft: QuantityDraft) =>
    onChange(quantities.map((one, at) => (at === index ? draft : one)));
  return (
    <fieldset>
      <legend>Numbers</legend>
      {quantities.map((draft, index) => (
        <fieldset key={index} className="quantity">
          <legend className="fine">{quantityWords[draft.kind]}</legend>
          <One draft={draft} onChange={(next) => set(index, next)} onNewEntity={onNewEntity} />
          <p className="field-problem" role="status">
            {problems.find(({ path }) => path.startsWith(`quantities[${index}]`))?.message}
          </p>
          <button
            type="button"
            className="quiet"
            onClick={() => onChange(quantities.filter((_, at) => at !== index))}
          >
            Take number {index + 1} away
          </button>
        </fieldset>
      ))}
      <AddQuantity kinds={kinds} onAdd={(kind) => onChange([...quantities, newQuantity(kind)])} />
    </fieldset>
  );
}

interface AddQuantityProps {
  kinds: [QuantityKind, string][];
  onAdd: (kind: QuantityKind) => void;
}

function AddQuantity({ kinds, onAdd }: AddQuantityProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Add a number</label>
      <select id={id} value="" onChange={(event) => onAdd(event.target.value as QuantityKind)}>
        <option value="" disabled>
          choose what it tells
        </option>
        {kinds.map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface OneProps<T extends QuantityDraft> {
  draft: T;
  onChange: (draft: QuantityDraft) => void;
  onNewEntity: AskForNew;
}

function One({ draft, ...rest }: OneProps<QuantityDraft>) {
  switch (draft.kind) {
    case 'value':
      return <ValueFields draft={draft} {...rest} />;
    case 'factor':
      return <FactorFields draft={draft} {...rest} />;
    case 'product':
      return <ProductFields draft={draft} {...rest} />;
  }
}

function ValueFields({ draft, onChange, onNewEntity }: OneProps<ValueDraft>) {
  const text = (part: 'value' | 'unit' | 'when', label: string, placeholder: string) => (
    <TextField
      label={label}
      placeholder={placeholder}
      maxLength={100}
      value={draft[part]}
      onChange={(typed) => onChange({ ...draft, [part]: typed })}
    />
  );
  return (
    <div className="field-row">
      <EntityField
        label="Of what"
        initial={draft.of?.label ?? ''}
        onChoose={(of) => onChange({ ...draft, of })}
        onNew={onNewEntity}
      />
      {text('value', 'How much', '26')}
      {text('unit', 'Unit', 'billion dollars')}
      {text('when', 'When', '2025')}
    </div>
  );
}

function FactorFields({ draft, onChange, onNewEntity }: OneProps<FactorDraft>) {
  const by = (part: 'causeBy' | 'effectBy', label: string, placeholder: string) => (
    <TextField
      label={label}
      placeholder={placeholder}
      inputMode="decimal"
      maxLength={20}
      value={draft[part]}
      onChange={(typed) => onChange({ ...draft, [part]: typed })}
    />
  );
  return (
    <div className="field-row">
      <EntityField
        label="When this grows"
        initial={draft.cause?.label ?? ''}
        onChoose={(cause) => onChange({ ...draft, cause })}
        onNew={onNewEntity}
      />
      {by('causeBy', 'so many times', '100')}
      <EntityField
        label="this grows"
        initial={draft.effect?.label ?? ''}
        onChoose={(effect) => onChange({ ...draft, effect })}
        onNew={onNewEntity}
      />
      {by('effectBy', 'this many times', '3')}
    </div>
  );
}

function ProductFields({ draft, onChange, onNewEntity }: OneProps<ProductDraft>) {
  return (
    <div className="field-row">
      <EntityField
        label="What is reckoned"
        initial={draft.result?.label ?? ''}
        onChoose={(result) => onChange({ ...draft, result })}
        onNew={onNewEntity}
      />
      <EntityListField
        label="By multiplying these"
        chosen={draft.factors}
        onChange={(factors) => onChange({ ...draft, factors })}
      />
    </div>
  );
}

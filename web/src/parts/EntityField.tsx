import { useCombobox } from 'downshift';
import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { Among } from '../api/queries';
import type { Named } from '../api/types';
import { useFitting } from './fitting';

type Offered = Named & { matchedAlias?: string; isNew?: boolean };

/** Asks for something new of this name; `settle` is called when it is there. */
export type AskForNew = (typed: string, settle: (added: Named) => void) => void;

interface EntityFieldProps {
  label: string;
  /** The name shown at first: that of the entity already chosen. */
  initial?: string;
  placeholder?: string;
  /** What is completed: entities, where nothing else is said. */
  among?: Among;
  /** Forgets what was typed once an entity is chosen, ready for the next one. */
  clearsOnChoice?: boolean;
  onChoose: (entity: Named | undefined) => void;
  /** Asked when what was typed is to become something new; left out where nothing can be added. */
  onNew?: AskForNew | undefined;
}

/** A field that completes the names of entities, their aliases too, or the titles of sources. */
export function EntityField({
  label,
  initial = '',
  placeholder,
  among = 'entity',
  clearsOnChoice = false,
  onChoose,
  onNew,
}: EntityFieldProps) {
  const [typed, setTyped] = useState(initial);
  const { found, isAnswered, error } = useFitting(typed, among);
  const added: Offered[] = onNew && isAnswered ? [{ id: '', label: typed.trim(), isNew: true }] : [];
  const items: Offered[] = typed.trim() === '' ? [] : [...found, ...added];
  const choose = (item: Offered) => {
    if (item.isNew) {
      onNew?.(item.label, choose);
      return;
    }
    onChoose(item);
    setTyped(clearsOnChoice ? '' : item.label);
  };
  const combobox = useCombobox<Offered>({
    items,
    inputValue: typed,
    defaultHighlightedIndex: 0,
    itemToString: (item) => item?.label ?? '',
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) choose(selectedItem);
    },
    stateReducer: (_, { changes, type }) =>
      clearsOnChoice && type !== useCombobox.stateChangeTypes.InputChange && changes.selectedItem
        ? { ...changes, inputValue: '' }
        : changes,
  });
  // Typing and choosing count at once: downshift tells of both in an effect, and loses a choice that Tab follows closely.
  const chooseByEnter = (event: KeyboardEvent) => {
    const highlighted = items[combobox.highlightedIndex];
    if (event.key === 'Enter' && combobox.isOpen && highlighted) choose(highlighted);
  };
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value);
    if (event.target.value === '') onChoose(undefined);
  };
  const open = combobox.isOpen && typed.trim() !== '';
  return (
    <div className="entity-field">
      <label {...combobox.getLabelProps()}>{label}</label>
      <input
        {...combobox.getInputProps({
          onChange: type,
          onKeyDown: chooseByEnter,
          placeholder,
          maxLength: 300,
          spellCheck: false,
        })}
      />
      <ul {...combobox.getMenuProps()} className={open ? 'menu open' : 'menu'}>
        {open &&
          items.map((item, index) => (
            <li
              key={item.isNew ? 'new' : item.id}
              className={combobox.highlightedIndex === index ? 'highlighted' : undefined}
              {...combobox.getItemProps({ item, index, onClick: () => choose(item) })}
            >
              {item.isNew ? `Add “${item.label}” as something new …` : item.label}
              {item.matchedAlias && <span className="alias"> also called “{item.matchedAlias}”</span>}
              {item.kind && <span className="kind">{item.kind}</span>}
            </li>
          ))}
        {open && items.length === 0 && isAnswered && (
          <li className="none">Nothing in the library begins like this.</li>
        )}
        {open && error && <li className="none">{error.message}</li>}
      </ul>
    </div>
  );
}

interface EntityListFieldProps extends Omit<EntityFieldProps, 'initial' | 'clearsOnChoice' | 'onChoose'> {
  chosen: readonly Named[];
  onChange: (chosen: Named[]) => void;
}

/** Several entities: a field that adds, and a button to take each away. */
export function EntityListField({ chosen, onChange, label, placeholder }: EntityListFieldProps) {
  return (
    <div className="entity-list-field">
      <EntityField
        label={label}
        placeholder={placeholder}
        clearsOnChoice
        onChoose={(entity) => {
          if (entity && chosen.every(({ id }) => id !== entity.id)) onChange([...chosen, entity]);
        }}
      />
      {chosen.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          className="pill"
          onClick={() => onChange(chosen.filter((one) => one.id !== id))}
        >
          {name} <span aria-hidden="true">×</span>
          <span className="unseen">, remove</span>
        </button>
      ))}
    </div>
  );
}

import { useCombobox } from 'downshift';
import { useState, type KeyboardEvent } from 'react';
import { useRelations } from '../api/queries';
import type { Named, RelationType } from '../api/types';
import {
  aliasLike,
  chosen,
  partAt,
  readBack,
  relationsLike,
  retyped,
  saidSign,
  type LinkDraft,
  type LinkPart,
} from '../state/linkLine';
import type { AskForNew } from './EntityField';
import { useFitting } from './fitting';
import { LinkFine } from './LinkFine';
import { SignMark } from './signs';

interface Offer extends Named {
  alias?: string | undefined;
  /** Whether choosing it means to add an entity that is not in the library yet. */
  isNew?: boolean;
}

interface LinkLineProps {
  link: LinkDraft;
  number: number;
  /** Who the claim is believed by, for reading the link back. */
  holder: string | undefined;
  problem: string | undefined;
  onChange: (link: LinkDraft) => void;
  /** Asked when a name is to become an entity of its own. */
  onNewEntity: AskForNew;
}

const relationsShown = 8;

function relationOffers(typed: string, relations: Iterable<RelationType>): Offer[] {
  return relationsLike(typed, relations)
    .slice(0, relationsShown)
    .map((one) => ({ id: one.id, label: one.label, kind: one.relationClass, alias: aliasLike(typed, one) }));
}

/** What can stand in the part that is being typed. */
function useOffers(part: LinkPart, typed: string, settled: boolean): Offer[] {
  const relations = useRelations();
  const { found, isAnswered } = useFitting(part === 'relation' || settled ? '' : typed);
  if (settled) return [];
  if (part === 'relation') return relationOffers(typed, relations.values());
  if (typed.trim() === '') return [];
  const offers = found.map((one): Offer => ({ ...one, alias: one.matchedAlias }));
  return isAnswered ? [...offers, { id: '', label: typed.trim(), isNew: true }] : offers;
}

/** One link as a line of words, `subject > relation > object`, completed part by part and read back underneath. */
export function LinkLine({ link, number, holder, problem, onChange, onNewEntity }: LinkLineProps) {
  const [part, setPart] = useState<LinkPart>('subject');
  const { text } = link;
  const word = link.words[part];
  const items = useOffers(part, word.typed, word.named !== undefined);

  const settle = (at: LinkPart, named: Named) => {
    const next = chosen(link, at, named);
    onChange(next);
    if (at !== 'object') setPart(at === 'subject' ? 'relation' : 'object');
  };
  const choose = (offer: Offer) => {
    const at = part;
    if (offer.isNew) onNewEntity(offer.label, (entity) => settle(at, entity));
    else settle(at, { id: offer.id, label: offer.label, ...(offer.kind && { kind: offer.kind }) });
  };
  const combobox = useCombobox<Offer>({
    items,
    inputValue: text,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: () => text,
    stateReducer: (_, { changes }) => ({ ...changes, inputValue: text }),
  });
  const type = (typed: string, caret: number) => {
    onChange(retyped(link, typed));
    setPart(partAt(typed, caret));
  };
  /** Typing `>` behind a word that fits takes the first offer, so that a line goes down without leaving the keys. */
  const takeByArrow = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== '>' || part === 'object' || (word.named && !text.trimEnd().endsWith('>'))) return;
    event.preventDefault();
    const offer = items[Math.max(combobox.highlightedIndex, 0)];
    if (offer && word.typed !== '') choose(offer);
  };
  // A choice counts at once: downshift tells of it in an effect, and loses what is typed closely behind it.
  const takeByEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    const offer = items[combobox.highlightedIndex];
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && combobox.isOpen && offer) choose(offer);
  };
  const open = combobox.isOpen && items.length > 0;
  const id = `links-${number}`;
  return (
    <div className="link-line entity-field">
      <label {...combobox.getLabelProps()}>Link {number + 1}</label>
      <input
        {...combobox.getInputProps({
          onChange: (event) => type(event.currentTarget.value, event.currentTarget.selectionStart ?? 0),
          onSelect: (event) => setPart(partAt(text, event.currentTarget.selectionStart ?? text.length)),
          onKeyDown: (event) => {
            takeByArrow(event);
            takeByEnter(event);
          },
          placeholder: 'compute > enables > sovereignty',
          maxLength: 600,
          spellCheck: false,
          'aria-invalid': problem !== undefined,
          'aria-describedby': `${id}-said`,
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
              {item.alias && <span className="alias"> also called “{item.alias}”</span>}
              {item.kind && <span className="kind">{item.kind}</span>}
            </li>
          ))}
      </ul>
      <div id={`${id}-said`}>
        {problem && <p className="field-problem">{problem}</p>}
        <Said link={link} holder={holder} />
      </div>
      <LinkFine link={link} number={number} onChange={onChange} />
    </div>
  );
}

function Said({ link, holder }: { link: LinkDraft; holder: string | undefined }) {
  const relation = useRelations().get(link.words.relation.named?.id ?? '');
  const said = readBack(link, relation, holder);
  if (!said) return null;
  return (
    <p className="read-back">
      <SignMark sign={saidSign(link, relation)} /> {said}
    </p>
  );
}

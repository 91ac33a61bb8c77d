import { useId } from 'react';
import { useRelations } from '../api/queries';
import { conditionCount, entityKinds, type PathQuery } from '../state/pathQuery';
import { EntityListField } from './EntityField';
import { Term } from './Term';

interface PathConditionsProps {
  draft: PathQuery;
  onChange: (part: Partial<PathQuery>) => void;
  listed: (ids: readonly string[]) => { id: string; label: string }[];
}

/** Everything a path question can ask beyond its ends. */
export function PathConditions({ draft, onChange, listed }: PathConditionsProps) {
  const set = conditionCount(draft);
  return (
    <details className="conditions" open={set > 0}>
      <summary>More conditions{set > 0 ? ` (${set} set)` : ''}</summary>
      <div className="condition-grid">
        <Ticks draft={draft} onChange={onChange} />
        <Choices draft={draft} onChange={onChange} />
        <EntityListField
          label="Not by way of"
          chosen={listed(draft.avoid)}
          onChange={(avoid) => onChange({ avoid: avoid.map(({ id }) => id) })}
        />
        <Several
          title="Only these relations"
          term="relation"
          chosen={draft.relation}
          options={[...useRelations().values()].map(({ id, label }) => ({ id, label }))}
          onChange={(relation) => onChange({ relation })}
        />
        <Several
          title="Only over these kinds of thing"
          chosen={draft.kind}
          options={entityKinds.map((id) => ({ id, label: id }))}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
    </details>
  );
}

type PartProps = Pick<PathConditionsProps, 'draft' | 'onChange'>;

function Ticks({ draft, onChange }: PartProps) {
  return (
    <fieldset>
      <legend>Ways that count</legend>
      <label>
        <input
          type="checkbox"
          checked={draft.framing === 'consistent'}
          onChange={(event) => onChange({ framing: event.target.checked ? 'consistent' : undefined })}
        />
        <span>
          Keep to one <Term id="framing">meaning</Term> of each word
        </span>
      </label>
      <label>
        <input
          type="checkbox"
          checked={draft.facts === 'true'}
          onChange={(event) => onChange({ facts: event.target.checked ? 'true' : undefined })}
        />
        <span>
          Also by <Term id="fact">reference records</Term>, such as memberships
        </span>
      </label>
      <label>
        <input
          type="checkbox"
          checked={draft.direction === 'any'}
          onChange={(event) => onChange({ direction: event.target.checked ? 'any' : undefined })}
        />
        <span>In any direction, also against the influence</span>
      </label>
    </fieldset>
  );
}

function Choices({ draft, onChange }: PartProps) {
  const id = useId();
  const number = (text: string) => (text === '' ? undefined : Number(text));
  const signs: Record<string, PathQuery['sign']> = { '+': '+', '-': '-' };
  return (
    <div className="choices">
      <label htmlFor={`${id}-sign`}>Result</label>
      <select
        id={`${id}-sign`}
        value={draft.sign ?? ''}
        onChange={(event) => onChange({ sign: signs[event.target.value] })}
      >
        <option value="">any</option>
        <option value="+">▲ raises</option>
        <option value="-">▼ lowers</option>
      </select>
      <label htmlFor={`${id}-hops`}>At most</label>
      <select
        id={`${id}-hops`}
        value={draft.maxHops ?? ''}
        onChange={(event) => onChange({ maxHops: number(event.target.value) })}
      >
        <option value="">6 steps</option>
        {[1, 2, 3, 4, 5, 7, 8].map((hops) => (
          <option key={hops} value={hops}>
            {hops === 1 ? '1 step' : `${hops} steps`}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-k`}>Show</label>
      <select
        id={`${id}-k`}
        value={draft.k ?? ''}
        onChange={(event) => onChange({ k: number(event.target.value) })}
      >
        <option value="">5 paths</option>
        {[1, 3, 10, 20].map((k) => (
          <option key={k} value={k}>
            {k === 1 ? '1 path' : `${k} paths`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SeveralProps {
  title: string;
  term?: string;
  chosen: readonly string[];
  options: { id: string; label: string }[];
  onChange: (ids: string[]) => void;
}

function Several({ title, term, chosen, options, onChange }: SeveralProps) {
  return (
    <fieldset className="several">
      <legend>{term ? <Term id={term}>{title}</Term> : title}</legend>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={() =>
              onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

import { useState, type SubmitEvent } from 'react';
import { useNames } from '../api/pathQueries';
import { claimTypes } from '../state/claimTypes';
import { lensCount, lensText, noLens, readMomentOf, type Lens } from '../state/lens';
import { EntityField } from './EntityField';
import { Term } from './Term';

interface LensBarProps {
  lens: Lens;
  onChange: (lens: Lens) => void;
  /** Left out where the page asks for voices elsewhere. */
  voices?: boolean;
}

/** Whose claims count on this page, in one line; opened, everything that can be set. What is set counts at once. */
export function LensBar({ lens, onChange, voices = true }: LensBarProps) {
  const name = useNames([lens.holder, lens.speaker], lens.source);
  const set = lensCount(lens);
  return (
    <details className={set > 0 ? 'lens set' : 'lens'}>
      <summary>
        As seen by <span className="lens-says">{lensText(lens, name)}</span>
      </summary>
      <div className="lens-fields">
        <LensFields lens={lens} onChange={onChange} name={name} voices={voices} />
        <MomentField key={lens.asOf} lens={lens} onChange={onChange} />
        {set > 0 && (
          <p>
            <button type="button" className="quiet" onClick={() => onChange(noLens)}>
              As everybody sees it today
            </button>
          </p>
        )}
      </div>
    </details>
  );
}

interface LensFieldsProps extends LensBarProps {
  name: (id: string | undefined) => string;
  /** Put before the name of each group, where a page has two lenses. */
  side?: string;
}

/** The fields of one lens, without its moment. */
export function LensFields({ lens, onChange, name, voices = true, side = '' }: LensFieldsProps) {
  const change = (part: Partial<Lens>) => onChange({ ...lens, ...part });
  const field = (label: string) => (side === '' ? label : `${label} (${side})`);
  return (
    <>
      <div className="field-row">
        <EntityField
          key={`holder ${name(lens.holder)}`}
          label={field('Believed by')}
          initial={name(lens.holder)}
          onChoose={(one) => change({ holder: one?.id })}
        />
        <EntityField
          key={`speaker ${name(lens.speaker)}`}
          label={field('Said by')}
          initial={name(lens.speaker)}
          onChoose={(one) => change({ speaker: one?.id })}
        />
        <EntityField
          key={`source ${name(lens.source)}`}
          label={field('In the source')}
          among="source"
          initial={name(lens.source)}
          onChoose={(one) => change({ source: one?.id })}
        />
      </div>
      <div className="field-row">
        <DayField
          label={field('Said on or after')}
          day={lens.dateFrom}
          onChange={(dateFrom) => change({ dateFrom })}
        />
        <DayField
          label={field('Said on or before')}
          day={lens.dateTo}
          onChange={(dateTo) => change({ dateTo })}
        />
        {voices && (
          <VoicesField
            label={field('Each step has')}
            lens={lens}
            onChange={(minVoices) => change({ minVoices })}
          />
        )}
      </div>
      <fieldset className="ticks">
        <legend>
          <Term id="claimType">{field('Only these kinds of claim')}</Term>
        </legend>
        {claimTypes.map((type) => (
          <label key={type}>
            <input
              type="checkbox"
              checked={lens.claimType.includes(type)}
              onChange={() => change({ claimType: toggled(lens.claimType, type) })}
            />
            <span>{type}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((each) => each !== one) : [...list, one];

interface DayFieldProps {
  label: string;
  day: string | undefined;
  onChange: (day: string | undefined) => void;
}

function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="date"
        defaultValue={day ?? ''}
        key={day}
        onBlur={(event) => {
          const chosen = event.target.value || undefined;
          if (chosen !== day) onChange(chosen);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
}

interface VoicesFieldProps {
  label: string;
  lens: Lens;
  onChange: (minVoices: number | undefined) => void;
}

function VoicesField({ label, lens, onChange }: VoicesFieldProps) {
  const choices = [...new Set([2, 3, 5, lens.minVoices ?? 2])].sort((a, b) => a - b);
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={lens.minVoices ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
      >
        <option value="">any voice</option>
        {choices.map((voices) => (
          <option key={voices} value={voices}>
            {voices === 1 ? 'one voice or more' : `${voices} voices or more`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** As of when: a change number or a day, taken on submit because half a number is another state. */
function MomentField({ lens, onChange }: Pick<LensBarProps, 'lens' | 'onChange'>) {
  const [typed, setTyped] = useState(lens.asOf ?? '');
  const asOf = typed.trim() === '' ? undefined : readMomentOf(typed.trim());
  const wrong = typed.trim() !== '' && asOf === undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!wrong) onChange({ ...lens, asOf });
  };
  return (
    <form className="moment-form" onSubmit={submit} aria-label="As of when">
      <label className="field">
        <span>As of a change, or the end of a day</span>
        <input
          value={typed}
          placeholder="today; or 12; or 2026-03-01"
          maxLength={12}
          aria-invalid={wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit">Show that state</button>
      {wrong && (
        <p className="field-problem" role="alert">
          Write a change number such as 12, or a day such as 2026-03-01.
        </p>
      )}
    </form>
  );
}

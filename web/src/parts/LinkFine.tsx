import { useEntity, useRelations } from '../api/queries';
import type { Named } from '../api/types';
import { withPart, type LinkDraft } from '../state/linkLine';

interface LinkFineProps {
  link: LinkDraft;
  number: number;
  onChange: (link: LinkDraft) => void;
}

/** Denial, sign, meanings and limits of a settled link. */
export function LinkFine({ link, number, onChange }: LinkFineProps) {
  const { subject, relation, object } = link.words;
  const type = useRelations().get(relation.named?.id ?? '');
  if (!subject.named || !object.named || !type) return null;
  return (
    <details className="link-fine">
      <summary>Meaning, limits, denial</summary>
      <label>
        <input
          type="checkbox"
          checked={link.denied}
          onChange={(event) => onChange({ ...link, denied: event.target.checked })}
        />
        <span>The claim denies it</span>
      </label>
      {type.defaultSign !== '0' && (
        <label>
          <input
            type="checkbox"
            checked={link.sign === '0'}
            onChange={(event) => onChange(withPart(link, 'sign', event.target.checked ? '0' : undefined))}
          />
          <span>No direction is given</span>
        </label>
      )}
      <FramingChoice
        entity={subject.named}
        chosen={link.subjectFraming}
        id={`framing-${number}-subject`}
        onChoose={(framing) => onChange(withPart(link, 'subjectFraming', framing))}
      />
      <FramingChoice
        entity={object.named}
        chosen={link.objectFraming}
        id={`framing-${number}-object`}
        onChoose={(framing) => onChange(withPart(link, 'objectFraming', framing))}
      />
      <ScopeFields link={link} number={number} onChange={onChange} />
    </details>
  );
}

function ScopeFields({ link, number, onChange }: LinkFineProps) {
  const field = (part: 'period' | 'condition', label: string, placeholder: string) => (
    <>
      <label htmlFor={`${part}-${number}`}>{label}</label>
      <input
        id={`${part}-${number}`}
        value={link.scope[part] ?? ''}
        placeholder={placeholder}
        maxLength={300}
        onChange={(event) =>
          onChange({ ...link, scope: withPart(link.scope, part, event.target.value || undefined) })
        }
      />
    </>
  );
  return (
    <div className="pair">
      {field('period', 'When', '2024, or 2020/2025')}
      {field('condition', 'Only if', 'if models become free')}
    </div>
  );
}

interface FramingChoiceProps {
  entity: Named;
  chosen: string | undefined;
  id: string;
  onChoose: (framing: string | undefined) => void;
}

/** In which meaning the claim uses a word; only for words that have several. */
function FramingChoice({ entity, chosen: value, id, onChoose }: FramingChoiceProps) {
  const framings = useEntity(entity.id).data?.framings ?? [];
  if (framings.length === 0) return null;
  return (
    <div className="pair">
      <label htmlFor={id}>Meaning of “{entity.label}”</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">not said</option>
        {framings.map((framing) => (
          <option key={framing.id} value={framing.id}>
            {framing.label}
          </option>
        ))}
      </select>
    </div>
  );
}

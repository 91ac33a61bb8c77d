import type { FieldChange } from '../api/types';

/** What differs between two versions, field by field: what went, struck out, and what came. */
export function Differences({ differences }: { differences: readonly FieldChange[] }) {
  return (
    <dl className="differences">
      {differences.map(({ field, removed, added }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {removed.map((value, index) => (
              <del key={index}>{shown(value)}</del>
            ))}
            {added.map((value, index) => (
              <ins key={index}>{shown(value)}</ins>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as a person reads it: a text as it is, a link as a sentence, anything else by its parts. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = value as Record<string, unknown>;
  if (typeof parts['relation'] === 'string' && typeof parts['object'] === 'string') return link(parts);
  return Object.entries(parts)
    .map(([name, part]) => `${name} ${shown(part)}`)
    .join(', ');
}

function link(parts: Record<string, unknown>): string {
  const denied = parts['denied'] === true ? 'not: ' : '';
  const said = ['subject', 'relation', 'object']
    .filter((name) => parts[name])
    .map((name) => shown(parts[name]));
  const rest = Object.entries(parts).filter(
    ([name]) => !['subject', 'relation', 'object', 'denied', 'sign'].includes(name),
  );
  const more = rest.map(([name, part]) => `${name} ${shown(part)}`).join(', ');
  return denied + said.join(' ') + (more ? ` (${more})` : '');
}

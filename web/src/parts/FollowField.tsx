import { useId, useState, type SubmitEvent } from 'react';
import { useRelations } from '../api/queries';
import { followKinds, followOf, kindLabels, type FollowKind } from '../state/reader';
import { EntityField } from './EntityField';
import { TextField } from './fields';

interface FollowFieldProps {
  /** Given the written form of what is to be followed, such as `holder:white-house`. */
  onFollow: (follow: string) => void;
}

/** Names something to follow: what kind of thing it is, and which. */
export function FollowField({ onFollow }: FollowFieldProps) {
  const [kind, setKind] = useState<FollowKind>('entity');
  const id = useId();
  const choose = (named: string) => onFollow(followOf(kind, named));
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Follow</label>
        <select id={id} value={kind} onChange={(event) => setKind(event.target.value as FollowKind)}>
          {followKinds.map((one) => (
            <option key={one} value={one}>
              {kindLabels[one]}
            </option>
          ))}
        </select>
      </div>
      {kind === 'relation' && <RelationField onChoose={choose} />}
      {kind === 'search' && <SearchField onChoose={choose} />}
      {kind !== 'relation' && kind !== 'search' && (
        <EntityField
          key={kind}
          label={kindLabels[kind]}
          placeholder={kind === 'podcast' ? 'its title' : 'compute'}
          among={kind === 'podcast' ? 'podcast' : 'entity'}
          clearsOnChoice
          onChoose={(one) => one && choose(one.id)}
        />
      )}
    </>
  );
}

function RelationField({ onChoose }: { onChoose: (id: string) => void }) {
  const relations = useRelations();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{kindLabels.relation}</label>
      <select id={id} value="" onChange={(event) => onChoose(event.target.value)}>
        <option value="" disabled>
          Choose one
        </option>
        {[...relations.values()].map((relation) => (
          <option key={relation.id} value={relation.id}>
            {relation.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function SearchField({ onChoose }: { onChoose: (text: string) => void }) {
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onChoose(text.trim());
    setText('');
  };
  return (
    <form className="row-form" aria-label="Follow a search" onSubmit={submit}>
      <TextField label="What is searched for" required maxLength={200} value={text} onChange={setText} />
      <button type="submit" disabled={text.trim() === ''}>
        Follow
      </button>
    </form>
  );
}

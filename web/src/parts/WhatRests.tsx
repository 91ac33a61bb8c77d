import { useCall } from '../api/pathQueries';
import type { Path, WhatRests as Answer } from '../api/types';
import { eachSideNote } from '../state/behind';
import { changedText } from '../state/differences';
import { claimsOf, fateText } from '../state/onePath';
import { plural } from '../state/sentence';
import { BehindCall } from './Behind';
import { DifferenceList } from './DifferenceList';
import { PathSentence } from './PathSentence';
import { Problem, Skeleton } from './states';

interface WhatRestsProps {
  path: Path;
  off: readonly string[];
  onChange: (off: string[]) => void;
  call: string | undefined;
}

/** The claims of a path to untick, and what then changes; nothing is saved. */
export function WhatRests({ path, off, onChange, call }: WhatRestsProps) {
  const { data, error, refetch, isPlaceholderData } = useCall<Answer>(call, true);
  return (
    <section className="rests" aria-label="What rests on these claims">
      <p>Untick a claim to see what falls with it. Nothing is saved.</p>
      <ClaimTicks claims={claimsOf(path)} off={off} onChange={onChange} />
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {off.length > 0 && !data && !error && <Skeleton lines={4} label="Looking what changes" />}
      {off.length > 0 && data && (
        <div aria-busy={isPlaceholderData}>
          <p role="status">
            <strong>{fateText(path, data)}</strong> {changedText(data.total, data.counts)}
          </p>
          <DifferenceList differences={data.differences} />
          <OtherPaths answer={data} />
          {call && <BehindCall call={call} note={eachSideNote} />}
        </div>
      )}
    </section>
  );
}

interface ClaimTicksProps {
  claims: readonly { id: string; text?: string; holder?: { label: string }; source?: { label: string } }[];
  off: readonly string[];
  onChange: (off: string[]) => void;
}

/** Claims, each with a tick that says whether it counts. */
export function ClaimTicks({ claims, off, onChange }: ClaimTicksProps) {
  return (
    <ul className="plain claim-ticks">
      {claims.map(({ id, text, holder, source }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              checked={!off.includes(id)}
              onChange={() => onChange(off.includes(id) ? off.filter((one) => one !== id) : [...off, id])}
            />
            <span>
              {text ?? id}{' '}
              <span className="fine">
                {holder?.label ?? 'nobody named'}
                {source && `, ${source.label}`}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Which of the best paths go, come, or are told otherwise. */
function OtherPaths({ answer }: { answer: Answer }) {
  const { paths } = answer;
  if (!paths) return null;
  const told = paths.gone.length + paths.changed.length + paths.new.length;
  if (told === 0)
    return <p className="fine">The {paths.best} best paths between these ends stay as they are.</p>;
  return (
    <>
      <h3>Among the {plural(paths.best, 'best path')} of this question</h3>
      <ul className="plain rests-paths">
        {paths.gone.map((path) => (
          <li key={`gone ${path.text}`}>
            <span className="mark gone">gone</span> <PathSentence path={path} />
          </li>
        ))}
        {paths.changed.map(({ before, after }) => (
          <li key={`changed ${before.text} ${after.text}`}>
            <span className="mark">{before.sign === after.sign ? 'told otherwise' : 'turned'}</span>{' '}
            <PathSentence path={after} />
          </li>
        ))}
        {paths.new.map((path) => (
          <li key={`new ${path.text}`}>
            <span className="mark">comes up</span> <PathSentence path={path} />
          </li>
        ))}
      </ul>
    </>
  );
}

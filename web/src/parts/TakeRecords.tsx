import { useState } from 'react';
import { exportCall, formatsOf, type Taken } from '../state/exporting';
import { Fold } from './Fold';

interface TakeRecordsProps {
  taken: Taken;
  /** What the file holds, as a sentence. */
  said: string;
  title?: string;
}

/** Records as a file in each format. */
export function TakeRecords({ taken, said, title = 'Take this away' }: TakeRecordsProps) {
  return <Fold title={title}>{() => <Formats taken={taken} said={said} />}</Fold>;
}

/** Plain links: the browser saves while the server sends, however long a file is, and an address can be copied. */
function Formats({ taken, said }: Omit<TakeRecordsProps, 'title'>) {
  const [references, setReferences] = useState(false);
  return (
    <>
      <p className="fine">{said}</p>
      <ul className="plain take-formats">
        {formatsOf(taken).map(({ format, label, of }) => (
          <li key={format}>
            <a href={exportCall(taken, format, references)}>{label}</a> <span className="fine">{of}</span>
          </li>
        ))}
      </ul>
      {taken.what !== 'all' && (
        <label className="fine">
          <input
            type="checkbox"
            checked={references}
            onChange={({ target }) => setReferences(target.checked)}
          />{' '}
          with all that they refer to, so that the file can be imported by itself
        </label>
      )}
    </>
  );
}

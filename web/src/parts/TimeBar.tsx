import { useRef, useState } from 'react';
import { shorten } from '../state/claim';
import { clock } from '../state/moment';
import { plural } from '../state/sentence';
import { markByKey, type TimeLine } from '../state/timeLine';

interface TimeBarProps {
  line: TimeLine;
  /** The claim that is marked out. */
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** The time of a recording as a bar with a mark for each claim; one Tab leads in, arrow keys go from mark to mark. */
export function TimeBar({ line, chosen, onChoose }: TimeBarProps) {
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLOListElement>(null);
  const focus = Math.min(at, line.marks.length - 1);
  const move = (event: React.KeyboardEvent) => {
    const next = markByKey(event.key, focus, line.marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    bar.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    <figure className="time-bar">
      {/* The links inside are what is operated; the list only listens to the arrow keys that bubble up from them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        ref={bar}
        onKeyDown={move}
        aria-label="Claims along the time"
        style={{ '--rows': line.rows } as React.CSSProperties}
      >
        {line.marks.map(({ claim, start, at: share, row }, index) => (
          <li key={claim.id} style={{ left: `${share.toFixed(2)}%`, '--row': row } as React.CSSProperties}>
            <a
              href={`#claim-${claim.id}`}
              tabIndex={index === focus ? 0 : -1}
              aria-current={claim.id === chosen ? 'true' : undefined}
              title={`${clock(start)} ${shorten(claim.text ?? claim.id, 120)}`}
              onFocus={() => setAt(index)}
              onClick={(event) => {
                event.preventDefault();
                onChoose(claim.id);
              }}
            >
              <span className="unseen">
                {clock(start)}: {claim.text ?? claim.id}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <figcaption>
        <span>0:00</span>
        <span>
          {plural(line.marks.length, 'claim')} with a time
          {line.untimed > 0 && `, ${line.untimed.toLocaleString('en')} without`}
        </span>
        <span>
          {line.known ? clock(line.seconds) : `${clock(line.seconds)}, where the length is not known`}
        </span>
      </figcaption>
    </figure>
  );
}

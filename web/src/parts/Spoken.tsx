import { useEffect, useRef } from 'react';
import type { Transcript } from '../api/types';
import { clock } from '../state/moment';
import type { SpokenPlace } from '../state/scans';

interface SpokenProps {
  segments: Transcript['segments'];
  place: SpokenPlace;
}

/** A whole transcript to be scrolled through, opened where the marked words are said. */
export function Spoken({ segments, place }: SpokenProps) {
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only the box is scrolled: the page stays where it is.
    if (box.current && mark.current)
      box.current.scrollTop = mark.current.offsetTop - box.current.clientHeight / 3;
  }, [segments, place.segment, place.start]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div ref={box} className="spoken" role="region" aria-label="What was said" tabIndex={0}>
      {segments.map(({ speaker, start, text }, index) => (
        <p key={index}>
          {(speaker ?? start) !== undefined && (
            <span className="fine">
              {[speaker, start === undefined ? undefined : clock(start)].filter(Boolean).join(', ')}
            </span>
          )}
          {index === place.segment ? (
            <>
              {text.slice(0, place.start)}
              <mark ref={mark}>{text.slice(place.start, place.end)}</mark>
              {text.slice(place.end)}
            </>
          ) : (
            text
          )}
        </p>
      ))}
    </div>
  );
}

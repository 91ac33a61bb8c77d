import { useEffect, useRef, useState } from 'react';
import { clock, momentAddress } from '../state/moment';

/** A wish to hear the recording from a second on; each wish is a new one, even for the same second. */
export interface Wish {
  start: number;
  count: number;
}

/** Plays a recording from the second asked for. Nothing of it is loaded before somebody asked. */
export function Player({ enclosure, wish }: { enclosure: string; wish: Wish }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const player = audio.current;
    if (!player) return;
    const begin = () => {
      player.currentTime = wish.start;
    };
    if (player.readyState >= HTMLMediaElement.HAVE_METADATA) begin();
    else player.addEventListener('loadedmetadata', begin, { once: true });
    // A browser may want another press; its own controls are there for that.
    player.play().catch(() => undefined);
    return () => player.removeEventListener('loadedmetadata', begin);
  }, [wish]);
  return (
    <div className="player">
      {/* The claims below say what is said, with quotes; no recording of the library comes with captions. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        controls
        preload="none"
        src={enclosure}
        onError={() => setFailed(true)}
        aria-label="Recording"
      />
      <p className="fine" role="status">
        {failed ? (
          <>
            The recording cannot be played here.{' '}
            <a href={momentAddress(enclosure, wish.start)} rel="noreferrer external">
              Open it where it is published
            </a>
          </>
        ) : (
          `Playing from ${clock(wish.start)}, from ${new URL(enclosure).hostname}.`
        )}
      </p>
    </div>
  );
}

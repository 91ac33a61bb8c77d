/** The mark of Clew and the few drawings that are its own: those of the frame too, so that no icon set comes with the shell. */
import type { ReactNode } from 'react';

/** The ball of thread; decoration beside a name, so hidden from screen readers. */
export function Ball({ size = 28 }: { size?: number }) {
  return (
    <svg className="ball" width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <circle cx="14" cy="14" r="10.5" />
      <path d="M5 10c6 5 13 6 19 3M4 16c6 5 13 6 20 2M9 5c3 7 3 12 0 18M16 4c4 7 4 13 1 20" />
      <path d="M17 24c4 4 8 1 13 4" />
    </svg>
  );
}

/** A drawing in the colour of the text, beside words that say the same. */
function Drawn({ children }: { children: ReactNode }) {
  return (
    <svg
      width={18}
      height={18}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const MagnifyingGlass = () => (
  <Drawn>
    <circle cx="11" cy="11" r="7.5" />
    <path d="m20.5 20.5-4-4" />
  </Drawn>
);

/** Half day, half night. */
export const SunAndMoon = () => (
  <Drawn>
    <circle cx="12" cy="12" r="5" />
    <path d="M12 7a5 5 0 0 1 0 10z" fill="currentColor" />
    <path d="M12 1.5v2M12 20.5v2M1.5 12h2M20.5 12h2M4.6 4.6 6 6M18 18l1.4 1.4M4.6 19.4 6 18M18 6l1.4-1.4" />
  </Drawn>
);

/** An arrow out of a door. */
export const WayOut = () => (
  <Drawn>
    <path d="M9 3H4.5v18H9M15.5 7.5 20 12l-4.5 4.5M20 12H9.5" />
  </Drawn>
);

interface StrandProps {
  sign: 'raises' | 'lowers' | 'unsigned';
  contested: boolean;
}

const across = ['M0 12 C 14 1, 36 1, 50 12 S 86 23, 100 12', 'M0 12 C 14 23, 36 23, 50 12 S 86 1, 100 12'];
const down = ['M12 0 C 1 14, 1 36, 12 50 S 23 86, 12 100', 'M12 0 C 23 14, 23 36, 12 50 S 1 86, 12 100'];

/** The piece of thread between two knots: whole, dashed or dotted by sign; two strands where it is contested. */
export function Strand({ sign, contested }: StrandProps) {
  const drawn = (orientation: 'across' | 'down', paths: string[]) => (
    <svg
      className={`strand strand-${orientation}`}
      viewBox={orientation === 'across' ? '0 0 100 24' : '0 0 24 100'}
      preserveAspectRatio="none"
      fill="none"
      aria-hidden="true"
    >
      {contested && <path className="fibre against" d={paths[1]} />}
      <path className={`fibre ${sign}`} d={paths[0]} />
    </svg>
  );
  return (
    <>
      {drawn('across', across)}
      {drawn('down', down)}
    </>
  );
}

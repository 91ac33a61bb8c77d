import { useState, type ReactNode } from 'react';

interface FirstProps<T> {
  items: readonly T[];
  /** What they are, in the plural. */
  of: string;
  /** How many are shown at first, and more each time. */
  step?: number;
  children: (items: readonly T[]) => ReactNode;
}

/** The first of many, and a button for more: thousands of lines at once would hold up the page. */
export function First<T>({ items, of, step = 100, children }: FirstProps<T>) {
  const [most, setMost] = useState(step);
  const left = items.length - most;
  return (
    <>
      {children(left > 0 ? items.slice(0, most) : items)}
      {left > 0 && (
        <button type="button" className="quiet" onClick={() => setMost(most + step)}>
          Show {Math.min(step, left)} more of {items.length} {of}
        </button>
      )}
    </>
  );
}

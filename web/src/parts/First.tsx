import { startTransition, useEffect, useState, type ReactNode } from 'react';

interface FirstProps<T> {
  items: readonly T[];
  /** What they are, in the plural. */
  of: string;
  /** How many are shown at first, and more each time. */
  step?: number;
  /** How many come at once, the others a moment later; all that are wanted where it is as many. */
  portion?: number;
  children: (items: readonly T[]) => ReactNode;
}

/** The first of many, and a button for more: thousands of lines at once would hold up the page. */
export function First<T>({ items, of, step = 100, portion = 25, children }: FirstProps<T>) {
  const [most, setMost] = useState(step);
  const wanted = Math.min(most, items.length);
  const made = usePortions(wanted, portion);
  const left = items.length - wanted;
  return (
    <>
      {children(made < items.length ? items.slice(0, made) : items)}
      {left > 0 && made === wanted && (
        <button type="button" className="quiet" onClick={() => setMost(most + step)}>
          Show {Math.min(step, left)} more of {items.length} {of}
        </button>
      )}
    </>
  );
}

/** How many of `wanted` are made by now: a portion, and further ones once the page has answered in between. */
function usePortions(wanted: number, portion: number): number {
  const [made, setMade] = useState(portion);
  useEffect(() => {
    if (made >= wanted) return;
    const timer = setTimeout(() => startTransition(() => setMade(made + portion)));
    return () => clearTimeout(timer);
  }, [made, wanted, portion]);
  return Math.min(made, wanted);
}

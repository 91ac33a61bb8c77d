import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { RecordType } from '../api/types';
import { recordPlace } from '../state/places';

/** The path whose heading had the focus last; the very first page keeps the browser's own focus. */
let greetedPath: string | undefined;

/** Names the window, and moves the focus to the page's heading when somebody came from another page. */
export function usePageTitle(title: string | undefined): void {
  const [path] = useLocation();
  useEffect(() => {
    document.title = title ? `${title} · Clew` : 'Clew';
    if (title === undefined || greetedPath === path) return;
    const arrived = greetedPath !== undefined;
    greetedPath = path;
    if (arrived) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [path, title]);
}

/** Starts each new page at its top; going back keeps the place, as browsers do. */
export function useTopOfPage(): void {
  useEffect(() => {
    let path = window.location.pathname;
    const moved = (event: Event) => {
      if (event.type !== 'popstate' && window.location.pathname !== path) window.scrollTo(0, 0);
      path = window.location.pathname;
    };
    const kinds = ['pushState', 'replaceState', 'popstate'];
    kinds.forEach((kind) => window.addEventListener(kind, moved));
    return () => kinds.forEach((kind) => window.removeEventListener(kind, moved));
  }, []);
}

/** The heading of a page; it can take the focus, so that a screen reader starts there. */
export function Title({ children }: { children: ReactNode }) {
  return <h1 tabIndex={-1}>{children}</h1>;
}

/** Moves on to the record that the one asked for was merged into. */
export function useMergedRecord(type: RecordType, asked: string, answered: string | undefined): void {
  const [, go] = useLocation();
  useEffect(() => {
    if (answered !== undefined && answered !== asked) go(recordPlace(type, answered), { replace: true });
  }, [type, asked, answered, go]);
}

/** The colours of the token file as a canvas needs them: resolved for the theme in force. */

import { kindGroups, type KindGroup } from '../state/kinds';
import type { Inks } from '../state/svg';

export type { Inks };

/** Reads the tokens by letting the browser resolve them on an element. */
export function readInks(container: HTMLElement): Inks {
  const probe = container.appendChild(document.createElement('span'));
  // Where less motion is asked for, every change of colour is a short transition, and would be read at its beginning.
  probe.style.setProperty('transition', 'none', 'important');
  const resolved = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const inks = {
    ink: resolved('--ink'),
    soft: resolved('--ink-soft'),
    paper: resolved('--sheet'),
    node: resolved('--line-strong'),
    kinds: Object.fromEntries(kindGroups.map((group) => [group, resolved(`--kind-${group}`)])) as Record<
      KindGroup,
      string
    >,
    thread: resolved('--thread'),
    raises: resolved('--raises'),
    lowers: resolved('--lowers'),
    unsigned: resolved('--unsigned'),
    contested: resolved('--contested'),
    font: getComputedStyle(probe).fontFamily,
  };
  probe.remove();
  return inks;
}

/** Calls `changed` when the theme changes, by the system or by hand; answers how to stop. */
export function watchInks(changed: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  dark.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    dark.removeEventListener('change', changed);
  };
}

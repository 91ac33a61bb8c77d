import { useEffect } from 'react';

/** A key that does something on its own, while nobody types. */
export interface Key {
  key: string;
  does: string;
  action?: (() => void) | undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

const windowIsOpen = () => document.querySelector('dialog[open]') !== null;

/** Listens to single keys; not while somebody types, a window is open over the page, or they are switched off. */
export function useKeys(keys: readonly Key[], on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || windowIsOpen()) return;
      const wanted = keys.find(({ key }) => key === event.key);
      if (!wanted?.action) return;
      event.preventDefault();
      wanted.action();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

/** Does something on Ctrl+Enter, wherever the focus is; nothing while a window is open over the page. */
export function useCtrlEnter(action: (() => void) | undefined): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

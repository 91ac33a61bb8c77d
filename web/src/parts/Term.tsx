import { useId, useState, type ReactNode } from 'react';
import { termKey, useTerms } from '../api/queries';

/** Moves an explanation back inside the window where it would stick out at a side. */
function keepInside(tip: HTMLElement | null): void {
  if (!tip) return;
  tip.style.setProperty('--shift', '0px');
  const { left, right } = tip.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const shift = right > width - 8 ? width - 8 - right : left < 8 ? 8 - left : 0;
  tip.style.setProperty('--shift', `${shift}px`);
}

/** A word of the glossary: its definition appears on hover and on focus, and is read with it. */
export function Term({ id, children }: { id: string; children: ReactNode }) {
  const term = useTerms().get(termKey(id));
  const tipId = useId();
  const [dismissed, setDismissed] = useState(false);
  if (!term) return <>{children}</>;
  const show = (event: { currentTarget: HTMLElement }) => {
    setDismissed(false);
    keepInside(event.currentTarget.parentElement?.querySelector<HTMLElement>('.tip') ?? null);
  };
  return (
    <span className={dismissed ? 'term-box dismissed' : 'term-box'}>
      <button
        type="button"
        className="term"
        aria-describedby={tipId}
        onMouseEnter={show}
        onFocus={show}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDismissed(true);
        }}
      >
        {children}
      </button>
      <span role="tooltip" id={tipId} className="tip">
        {term.definition}
      </span>
    </span>
  );
}

/** A word of the glossary under the name that readers see; `otherwise` stands until the glossary has come. */
export function TermLabel({ id, otherwise }: { id: string; otherwise: string }) {
  const term = useTerms().get(termKey(id));
  return <Term id={id}>{term?.readerLabel ?? otherwise}</Term>;
}

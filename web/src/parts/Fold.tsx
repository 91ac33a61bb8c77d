import { useState, type ReactNode } from 'react';

interface FoldProps {
  title: ReactNode;
  /** Asked for only once it is open, so that a page costs what it shows. */
  children: () => ReactNode;
  /** Names the part in the address behind the hash, where it can be linked to: such a link opens it. */
  id?: string;
}

const named = (id: string | undefined) => id !== undefined && window.location.hash === `#${id}`;

/** Keeps the address in step with which named part is open, without a step in the history. */
function remember(id: string, open: boolean): void {
  const { pathname, search } = window.location;
  if (open !== named(id)) window.history.replaceState(null, '', pathname + search + (open ? `#${id}` : ''));
}

/** A part of a page that is made when it is opened. */
export function Fold({ title, children, id }: FoldProps) {
  const [atFirst] = useState(() => named(id));
  const [wanted, setWanted] = useState(atFirst);
  return (
    <details
      className="fold"
      id={id}
      open={atFirst}
      onToggle={({ currentTarget: { open } }) => {
        if (open) setWanted(true);
        if (id !== undefined && (open || named(id))) remember(id, open);
      }}
    >
      <summary>{title}</summary>
      {wanted && <div className="fold-body">{children()}</div>}
    </details>
  );
}

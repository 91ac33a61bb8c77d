import { useEffect, useId, useRef, type ReactNode } from 'react';

interface WindowProps {
  title: string;
  onCancel: () => void;
  children: ReactNode;
}

/** A window over the page, which goes when it is done or Escape is pressed. */
export function Window({ title, onCancel, children }: WindowProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onCancel} className="new-record">
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

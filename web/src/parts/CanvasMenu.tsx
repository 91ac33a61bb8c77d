import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Point } from '../state/layout';
import type { NodeAction } from './explorerActions';

interface CanvasMenuProps {
  name: string;
  at: Point;
  actions: readonly NodeAction[];
  onClose: () => void;
}

/** What can be done with an entity, where the pointer is; each of it is a button beside the picture too. */
export function CanvasMenu({ name, at, actions, onClose }: CanvasMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    buttons[(now + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      ref={menu}
      className="canvas-menu"
      role="menu"
      tabIndex={-1}
      aria-label={name}
      style={{
        left: `max(0px, min(${at.x}px, 100% - 18rem))`,
        top: at.y,
        maxHeight: `max(9rem, 100% - ${at.y}px - 0.5rem)`,
      }}
      onKeyDown={pressed}
    >
      <p role="presentation">{name}</p>
      {actions
        .filter(({ disabled }) => !disabled)
        .map(({ name: action, run }) => (
          <button
            key={action}
            type="button"
            role="menuitem"
            onClick={() => {
              run();
              onClose();
            }}
          >
            {action}
          </button>
        ))}
    </div>
  );
}

import { useState, type Dispatch, type SetStateAction } from 'react';
import { useKeys, type Key } from './keys';

/** Whether single keys do something, as this browser keeps it. */
export function useKeySwitch(): [boolean, Dispatch<SetStateAction<boolean>>] {
  const [on, setOn] = useState(() => {
    try {
      return window.localStorage.getItem('keys') !== 'off';
    } catch {
      return true; // storage may be forbidden; then the choice lasts for this page
    }
  });
  return [on, setOn];
}

interface KeyListProps {
  keys: readonly Key[];
  on: boolean;
  onSwitch: (on: boolean) => void;
}

/** Which keys there are, shown on `?`; whoever presses them by accident can switch them off. */
export function KeyList({ keys, on, onSwitch }: KeyListProps) {
  const [open, setOpen] = useState(false);
  useKeys([{ key: '?', does: 'show the keys', action: () => setOpen(!open) }], on);
  const switched = (next: boolean) => {
    onSwitch(next);
    try {
      window.localStorage.setItem('keys', next ? 'on' : 'off');
    } catch {
      return; // as above
    }
  };
  return (
    <details className="key-list" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Keys <kbd>?</kbd>
      </summary>
      <dl>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check-line">
        <input type="checkbox" checked={on} onChange={(event) => switched(event.target.checked)} />
        <span>Single keys work on this page</span>
      </label>
    </details>
  );
}

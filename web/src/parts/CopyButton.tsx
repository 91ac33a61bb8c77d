import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

/** A button that copies `text`, and says that it did. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState<'' | 'copied' | 'not allowed; select the text instead'>('');
  useEffect(() => {
    if (said === '') return;
    const timer = window.setTimeout(() => setSaid(''), 3000);
    return () => window.clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('not allowed; select the text instead'),
    );
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      {said === 'copied' ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}{' '}
      Copy {what}
      <span role="status">{said && ` (${said})`}</span>
    </button>
  );
}

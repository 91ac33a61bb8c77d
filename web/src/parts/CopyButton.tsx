import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

type Said = '' | 'copied' | 'not allowed; select the text instead';

/** The clipboard is not there on plain http, and may be forbidden. */
async function copied(text: string | (() => Promise<string>)): Promise<Said> {
  try {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
    return 'copied';
  } catch {
    return 'not allowed; select the text instead';
  }
}

/** A button that copies `text`, or what comes of it, and says that it did. */
export function CopyButton({ text, what }: { text: string | (() => Promise<string>); what: string }) {
  const [said, setSaid] = useState<Said>('');
  useEffect(() => {
    if (said === '') return;
    const timer = window.setTimeout(() => setSaid(''), 3000);
    return () => window.clearTimeout(timer);
  }, [said]);
  return (
    <button type="button" className="quiet" onClick={() => void copied(text).then(setSaid)}>
      {said === 'copied' ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}{' '}
      Copy {what}
      <span role="status">{said && ` (${said})`}</span>
    </button>
  );
}

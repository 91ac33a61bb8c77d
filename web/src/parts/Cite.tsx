import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Insight, Source } from '../api/types';
import { citationBibtex, citationText } from '../state/citation';

/** A button that copies `text`, and says that it did. */
function CopyButton({ text, what }: { text: string; what: string }) {
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

/** How to cite a claim, pinned to the version that is shown. */
export function Cite({ insight, source }: { insight: Insight; source?: Source }) {
  const readOn = new Date().toISOString().slice(0, 10);
  const text = citationText({ insight, source, readOn });
  const bibtex = citationBibtex({ insight, source, readOn });
  return (
    <details className="cite">
      <summary>Cite this claim</summary>
      <p className="cite-text">{text}</p>
      <CopyButton text={text} what="text" />
      <pre>
        <code>{bibtex}</code>
      </pre>
      <CopyButton text={bibtex} what="BibTeX" />
    </details>
  );
}

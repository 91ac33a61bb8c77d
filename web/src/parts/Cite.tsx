import type { Insight, Source } from '../api/types';
import { citationBibtex, citationText } from '../state/citation';
import { CopyButton } from './CopyButton';

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

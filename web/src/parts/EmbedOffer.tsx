import { panelPlace, panelSnippet } from '../state/reading';
import { CopyButton } from './CopyButton';

/** A panel of a page for another site, to copy and paste. */
export function EmbedOffer({ place, title }: { place: string; title: string }) {
  const snippet = panelSnippet(window.location.origin, place, title);
  return (
    <details className="embed-offer">
      <summary>Show it on another site</summary>
      <pre>
        <code>{snippet}</code>
      </pre>
      <p>
        <CopyButton text={snippet} what="the snippet" />{' '}
        <a className="fine" href={panelPlace(place)}>
          See the panel
        </a>
      </p>
    </details>
  );
}

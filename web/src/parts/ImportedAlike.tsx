import { useState } from 'react';
import { Link } from 'wouter';
import { useImportedAlike } from '../api/importing';
import { shorten } from '../state/claim';
import { alikeSentence } from '../state/imports';
import { insightPlace } from '../state/places';
import { Problem } from './states';

/** The claims of an import that others say too, looked for on request, some at a time. */
export function ImportedAlike({ number, file }: { number: number; file: string }) {
  const [asked, setAsked] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useImportedAlike(number, asked);
  const pages = data?.pages ?? [];
  const alike = pages.flatMap((page) => page.alike);
  const looked = pages.reduce((sum, page) => sum + page.looked, 0);
  const more = asked && hasNextPage;
  return (
    <section aria-label={`Claims of ${file} that others say too`}>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {data && <p role="status">{alikeSentence(alike.length, looked, hasNextPage)}</p>}
      <ul className="plain">
        {alike.map(({ id, text, similar }) => (
          <li key={id}>
            <Link href={insightPlace(id)}>{shorten(text, 160)}</Link>
            <ul className="plain fine">
              {similar.map((one) => (
                <li key={one.id}>
                  <Link href={insightPlace(one.id)}>{shorten(one.text, 160)}</Link>{' '}
                  <span className="count">{Math.round(one.likeness * 100)} % alike</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {(!asked || more) && (
        <button
          type="button"
          aria-disabled={isFetching}
          onClick={() => (more ? void fetchNextPage() : setAsked(true))}
        >
          {more ? 'Look at more claims' : 'Look for claims that others say too'}
          <span className="unseen"> in {file}</span>
        </button>
      )}
    </section>
  );
}

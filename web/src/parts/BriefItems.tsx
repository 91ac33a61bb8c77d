import type { BriefItem } from '../api/types';
import { plural } from '../state/sentence';
import { ClaimCard, evidenceOf } from './ClaimCard';

/** The claims of a brief, each with the reasons why it was chosen. */
export function BriefItems({ items }: { items: readonly BriefItem[] }) {
  return (
    <ol className="plain brief">
      {items.map((item) => (
        <li key={item.insight.id}>
          <Item item={item} />
        </li>
      ))}
    </ol>
  );
}

function Item({ item }: { item: BriefItem }) {
  const { insight, because, score, counterView, alsoSaidBy } = item;
  return (
    <>
      {counterView && <p className="kind-line">Counter-view</p>}
      <ClaimCard claim={evidenceOf(insight)} also={alsoSaidBy.map((one) => evidenceOf(one))} />
      <details>
        <summary>
          Because: {because[0]?.text}
          {because.length > 1 && ` and ${plural(because.length - 1, 'more reason')}`}
        </summary>
        <ul className="reasons">
          {because.map(({ text, points, check }, index) => (
            <li key={index}>
              {text}{' '}
              <small>
                {plural(points, 'point')}, <a href={check}>see for yourself</a>
              </small>
            </li>
          ))}
        </ul>
        <p className="fine">{plural(score, 'point')} together.</p>
      </details>
    </>
  );
}

import { aroundLimit } from '../api/picture';
import { expansionLimit } from '../state/exploration';
import { plural } from '../state/sentence';
import { expansionsOf, type Expansion } from '../state/shownGraph';
import type { ExplorerProps } from './Picked';

/** The neighbours of a thing by relation: how many there are, how many are here, and a button for more of each. */
export function Expansions({ id, state, around, shown, act }: ExplorerProps & { id: string }) {
  const groups = expansionsOf(id, around, state.nodes);
  if (groups.length === 0) return null;
  const left = shown.hidden[id] ?? 0;
  return (
    <details className="expansions" open>
      <summary>
        Neighbours by relation{' '}
        <span className="fine">{left === 0 ? 'all here' : `${left.toLocaleString('en')} not here yet`}</span>
      </summary>
      <ul className="plain">
        {groups.map((group) => (
          <li key={`${group.relation.id} ${group.outgoing}`}>
            <Line group={group} onMore={(ids) => act({ type: 'add', ids })} />
          </li>
        ))}
      </ul>
      {around.length >= aroundLimit && (
        <p className="fine">Counted among its {aroundLimit} connections with most behind them.</p>
      )}
    </details>
  );
}

function Line({ group, onMore }: { group: Expansion; onMore: (ids: string[]) => void }) {
  const { relation, outgoing, total, hidden } = group;
  const next = hidden.slice(0, expansionLimit);
  const rest = hidden.length - next.length;
  const name = outgoing ? `${relation.label} …` : `… ${relation.label} it`;
  return (
    <>
      <span>{name}</span>{' '}
      <span className="count">
        {hidden.length === 0 ? plural(total, 'neighbour') : `${total - hidden.length} of ${total} here`}
      </span>
      {next.length > 0 && (
        <button type="button" className="quiet" onClick={() => onMore(next)}>
          Show {next.length} more{rest > 0 && ` of ${hidden.length}`}
          <span className="unseen">: {name}</span>
        </button>
      )}
    </>
  );
}

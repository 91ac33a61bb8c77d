import { useState } from 'react';
import { edgeKey, sortEdges, type EdgeOrder } from '../state/edges';
import { backingOf, contestedText, signGlyph, signWord, voiceText } from '../state/sentence';
import { First } from './First';
import type { ExplorerProps } from './Picked';

/** The same entities and edges as the picture, as tables: complete by keyboard and for a screen reader. */
export function ExplorerList(props: ExplorerProps) {
  return (
    <div className="explorer-list">
      <Connections {...props} />
      <Things {...props} />
    </div>
  );
}

const edgeColumns: readonly { order: EdgeOrder; head: string }[] = [
  { order: 'name', head: 'Connection' },
  { order: 'voices', head: 'Voices' },
  { order: 'dispute', head: 'In dispute' },
];

function Connections({ state, shown, act }: ExplorerProps) {
  const [order, setOrder] = useState<EdgeOrder>();
  return (
    <>
      <h2>Connections</h2>
      {shown.edges.length === 0 && (
        <p className="unknown">Nothing connects these things yet. Expand one to bring in its neighbours.</p>
      )}
      <First items={sortEdges(shown.edges, order)} of="connections">
        {(edges) =>
          edges.length > 0 && (
            <table className="list-edges" aria-label="Connections">
              <thead>
                <tr>
                  {edgeColumns.map(({ order: by, head }) => (
                    <th key={by} scope="col" aria-sort={order === by ? sortDirection[by] : undefined}>
                      <button
                        type="button"
                        className="quiet"
                        aria-pressed={order === by}
                        onClick={() => setOrder(order === by ? undefined : by)}
                      >
                        {head}
                        {order === by && <span aria-hidden="true">{by === 'name' ? ' ↑' : ' ↓'}</span>}
                        <span className="unseen">, order by it</span>
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {edges.map((edge) => {
                  const key = edgeKey(edge);
                  const picked = state.picked === key;
                  return (
                    <tr key={key}>
                      <th scope="row">
                        <button
                          type="button"
                          className="row"
                          aria-pressed={picked}
                          onClick={() => act({ type: 'pick', key: picked ? undefined : key })}
                        >
                          <span>
                            {edge.subject.label} <span aria-hidden="true">{signGlyph(edge.sign)}</span>{' '}
                            {edge.relation.label} {edge.object.label}
                            <span className="unseen">, {signWord(edge.sign)}</span>
                          </span>
                        </button>
                      </th>
                      <td>{voiceText(backingOf(edge))}</td>
                      <td>{edge.contested && `⚑ ${contestedText(edge.contestedBy)}`}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </First>
    </>
  );
}

const sortDirection = { name: 'ascending', voices: 'descending', dispute: 'descending' } as const;

function Things({ state, shown, act, expand }: ExplorerProps) {
  const select = (id: string, chosen: boolean) =>
    act({
      type: 'select',
      ids: chosen ? [...state.selected, id] : state.selected.filter((one) => one !== id),
    });
  return (
    <>
      <h2>Things</h2>
      <First items={shown.nodes} of="things">
        {(nodes) => (
          <table className="list-nodes" aria-label="Things">
            <thead>
              <tr>
                <th scope="col">Thing</th>
                <th scope="col">Kind</th>
                <th scope="col">What to do</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map(({ id, label, kind }) => (
                <tr key={id}>
                  <th scope="row">
                    <span className="list-thing">
                      <input
                        type="checkbox"
                        aria-label={`Select ${label}`}
                        checked={state.selected.includes(id)}
                        onChange={({ target }) => select(id, target.checked)}
                      />
                      <button
                        type="button"
                        className="row"
                        aria-pressed={state.picked === id}
                        onClick={() => act({ type: 'pick', key: state.picked === id ? undefined : id })}
                      >
                        {label}
                      </button>
                    </span>
                  </th>
                  <td>{kind}</td>
                  <td>
                    <button
                      type="button"
                      className="quiet"
                      disabled={!shown.hidden[id]}
                      onClick={() => expand(id)}
                    >
                      Expand<span className="unseen"> {label}</span> (+{shown.hidden[id] ?? 0})
                    </button>
                    <button
                      type="button"
                      className="quiet"
                      onClick={() => act({ type: 'remove', ids: [id] })}
                    >
                      Hide<span className="unseen"> {label}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </First>
    </>
  );
}

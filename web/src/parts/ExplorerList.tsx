import { edgeKey } from '../state/edges';
import { backingOf, contestedText, signGlyph, signWord, voiceText } from '../state/sentence';
import { First } from './First';
import type { ExplorerProps } from './Picked';

/** The same entities and edges as the picture, as tables: complete by keyboard and for a screen reader. */
export function ExplorerList({ state, shown, act, expand }: ExplorerProps) {
  return (
    <div className="explorer-list">
      <h2>Connections</h2>
      {shown.edges.length === 0 && (
        <p className="unknown">Nothing connects these things yet. Expand one to bring in its neighbours.</p>
      )}
      <First items={shown.edges} of="connections">
        {(edges) => (
          <ul className="plain list-edges">
            {edges.map((edge) => {
              const key = edgeKey(edge);
              return (
                <li key={key}>
                  <button
                    type="button"
                    className="row"
                    aria-pressed={state.picked === key}
                    onClick={() => act({ type: 'pick', key: state.picked === key ? undefined : key })}
                  >
                    <span>
                      {edge.subject.label} <span aria-hidden="true">{signGlyph(edge.sign)}</span>{' '}
                      {edge.relation.label} {edge.object.label}
                    </span>
                    <span className="fine">
                      <span className="unseen">{signWord(edge.sign)}, </span>
                      {voiceText(backingOf(edge))}
                      {edge.contested && `, ⚑ ${contestedText(edge.contestedBy)}`}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </First>
      <h2>Things</h2>
      <First items={shown.nodes} of="things">
        {(nodes) => (
          <ul className="plain list-nodes">
            {nodes.map(({ id, label, kind }) => (
              <li key={id}>
                <input
                  type="checkbox"
                  aria-label={`Select ${label}`}
                  checked={state.selected.includes(id)}
                  onChange={(event) =>
                    act({
                      type: 'select',
                      ids: event.target.checked
                        ? [...state.selected, id]
                        : state.selected.filter((one) => one !== id),
                    })
                  }
                />
                <button
                  type="button"
                  className="row"
                  aria-pressed={state.picked === id}
                  onClick={() => act({ type: 'pick', key: state.picked === id ? undefined : id })}
                >
                  <span>{label}</span>
                  {kind && <span className="fine">{kind}</span>}
                </button>
                <button
                  type="button"
                  className="quiet"
                  disabled={!shown.hidden[id]}
                  onClick={() => expand(id)}
                >
                  Expand<span className="unseen"> {label}</span> (+{shown.hidden[id] ?? 0})
                </button>
                <button type="button" className="quiet" onClick={() => act({ type: 'remove', ids: [id] })}>
                  Hide<span className="unseen"> {label}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </First>
    </div>
  );
}

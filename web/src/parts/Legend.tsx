import { kindMark } from '../state/kinds';
import type { LegendEntry } from '../state/shownGraph';
import type { ExplorerProps } from './Picked';

/** The kinds and relations of the picture with how many there are: what is unticked is not drawn. */
export function Legend({ state, shown, act }: ExplorerProps) {
  const filtered = state.off.length + state.offKinds.length + state.minVoices > 0;
  if (!filtered && shown.relations.length + shown.kinds.length === 0) return null;
  return (
    <div className="legend">
      <Entries
        title="Relations shown"
        entries={shown.relations}
        toggle={(id) => act({ type: 'toggleRelation', id })}
        only={(id, all) => act({ type: 'onlyRelation', id, all })}
      />
      <Entries
        title="Kinds shown"
        entries={shown.kinds}
        toggle={(id) => act({ type: 'toggleKind', id })}
        only={(id, all) => act({ type: 'onlyKind', id, all })}
      />
      <label className="voices">
        <span>Voices, at least</span>
        <select
          value={state.minVoices}
          onChange={(event) => act({ type: 'minVoices', minVoices: Number(event.target.value) })}
        >
          {[0, 1, 2, 3, 5].map((voices) => (
            <option key={voices} value={voices}>
              {voices === 0 ? 'any' : voices}
            </option>
          ))}
        </select>
      </label>
      {filtered && (
        <button type="button" className="quiet" onClick={() => act({ type: 'showAll' })}>
          Show everything again
        </button>
      )}
      <p className="fine key">
        <span className="sign raises">▲</span> raises <span className="sign lowers">▼</span> lowers{' '}
        <span className="sign unsigned">?</span> connected <span className="sign contested">⚑</span>{' '}
        contested, two strands; ×3 three relations side by side; +3 three neighbours hidden
      </p>
    </div>
  );
}

interface EntriesProps {
  title: string;
  entries: readonly LegendEntry[];
  toggle: (id: string) => void;
  only: (id: string, all: readonly string[]) => void;
}

function Entries({ title, entries, toggle, only }: EntriesProps) {
  if (entries.length === 0) return null;
  const all = entries.map(({ id }) => id);
  // A change of a box comes with the click that made it; told apart in the click, both would be done.
  const changed = (event: Event, id: string) =>
    event instanceof MouseEvent && event.altKey ? only(id, all) : toggle(id);
  return (
    <fieldset>
      <legend>{title}</legend>
      {entries.map(({ id, label, count, off }) => (
        <div key={id} className="legend-line">
          <label>
            <input type="checkbox" checked={!off} onChange={({ nativeEvent }) => changed(nativeEvent, id)} />
            <KindBadge kind={id} />
            <span>{label}</span>
            <span className="count">{count}</span>
          </label>
          {entries.length > 1 && (
            <button
              type="button"
              className="quiet only"
              title="Alt and click on the box"
              onClick={() => only(id, all)}
            >
              only<span className="unseen"> {label}</span>
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** The letter and colour by which the picture tells a kind; nothing for a relation. */
function KindBadge({ kind }: { kind: string }) {
  const mark = kindMark(kind);
  return (
    mark && (
      <i className={`kind-badge ${mark.group}`} aria-hidden="true">
        {mark.letter}
      </i>
    )
  );
}

import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { outlineOf, outlineStep, type OutlineKey, type OutlineLine } from '../state/outline';
import { backingOf, contestedText, signGlyph, signWord, voiceText } from '../state/sentence';
import { First } from './First';
import type { ExplorerProps } from './Picked';

const keys: readonly string[] = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End'];
const isOutlineKey = (key: string): key is OutlineKey => keys.includes(key);

/** The picture as a tree: things, their relations, and where these lead; walked by arrow keys. */
export function Outline({ state, shown, act }: ExplorerProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const lines = useMemo(
    () => outlineOf(shown.nodes, shown.edges, (id) => open.has(id)),
    [shown.nodes, shown.edges, open],
  );
  const focused = lines.some(({ id }) => id === at) ? at : lines[0]?.id;
  const toggle = (id: string, isOpen: boolean) =>
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((one) => one !== id)));
  const pick = ({ pick: key, opens, id }: OutlineLine) => {
    if (key !== undefined) act({ type: 'pick', key: state.picked === key ? undefined : key });
    else if (opens) toggle(id, !open.has(id));
  };
  const select = (id: string) =>
    act({
      type: 'select',
      ids: state.selected.includes(id) ? state.selected.filter((one) => one !== id) : [...state.selected, id],
    });
  const go = (id: string) => {
    setAt(id);
    tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    const line = lines.find(({ id }) => id === focused);
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') pick(line);
    else if (event.key === ' ' && line.level === 1) select(line.id);
    else if (isOutlineKey(event.key)) {
      const { to, open: change } = outlineStep(event.key, lines, line.id, (id) => open.has(id));
      if (change) toggle(change.id, change.open);
      if (to !== undefined) go(to);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="fine">
        Arrow keys walk: right opens, left closes. Enter picks a thing or connection, Space selects a thing.
      </p>
      <First items={lines} of="lines" step={200} portion={200}>
        {(some) => (
          <div
            ref={tree}
            className="outline"
            role="tree"
            aria-label="Things and where they lead"
            aria-multiselectable="true"
          >
            {some.map((line) => (
              // Focus moves within the tree by its own keys; a tree item is what has it.
              <div
                key={line.id}
                role="treeitem"
                data-line={line.id}
                aria-level={line.level}
                aria-expanded={line.opens ? open.has(line.id) : undefined}
                aria-selected={isMarked(line, state)}
                tabIndex={line.id === focused ? 0 : -1}
                style={{ marginInlineStart: `${(line.level - 1) * 1.5}rem` }}
                onKeyDown={pressed}
                onClick={() => {
                  go(line.id);
                  pick(line);
                  if (line.opens && line.level === 1) toggle(line.id, !open.has(line.id));
                }}
              >
                <Line line={line} isOpen={open.has(line.id)} hidden={shown.hidden[line.id] ?? 0} />
              </div>
            ))}
          </div>
        )}
      </First>
    </>
  );
}

const isMarked = ({ pick, level }: OutlineLine, { picked, selected }: ExplorerProps['state']): boolean =>
  pick !== undefined && (picked === pick || (level === 1 && selected.includes(pick)));

function Line({ line, isOpen, hidden }: { line: OutlineLine; isOpen: boolean; hidden: number }) {
  const { edge, text, opens } = line;
  return (
    <span className="outline-line">
      {opens && <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>}
      {edge && <span aria-hidden="true">{signGlyph(edge.sign)}</span>}
      <span>{text}</span>
      {edge && (
        <span className="fine">
          <span className="unseen">{signWord(edge.sign)}, </span>
          {voiceText(backingOf(edge))}
          {edge.contested && `, ⚑ ${contestedText(edge.contestedBy)}`}
        </span>
      )}
      {hidden > 0 && <span className="fine">+{hidden} hidden</span>}
    </span>
  );
}

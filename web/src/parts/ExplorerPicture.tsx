import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { GraphView } from '../canvas/GraphView';
import { drawnExploration, emphasisOf } from '../state/drawing';
import type { Point } from '../state/layout';
import { pickedEdge, shownNeighbours } from '../state/shownGraph';
import { isArrowKey, standingText, stepTowards } from '../state/walk';
import { CanvasMenu } from './CanvasMenu';
import { edgeActions, expandActions, nodeActions, type NodeAction } from './explorerActions';
import { ExplorerList } from './ExplorerList';
import type { ExplorerProps } from './Picked';
import { Skeleton } from './states';

interface ExplorerPictureProps {
  props: ExplorerProps;
  loading: boolean;
  /** What is waited for where the last picture is not the answer to what is asked now. */
  awaited: string | undefined;
  summary: string;
  /** Told how to ask where everything stands. */
  onPlaces: (places: () => () => Record<string, Point>) => void;
}

/** The exploration as a picture: by mouse, by touch, and by keys that tell where one stands. */
export function ExplorerPicture({ props, loading, awaited, summary, onPlaces }: ExplorerPictureProps) {
  const { state, shown, act, expand } = props;
  const { thread, arrangement, picked: key, selected, pins } = state;
  // Reckoned by a task of its own, after the page has shown what was asked for.
  const toDraw = useDeferredValue(shown);
  const drawn = useMemo(
    () => drawnExploration({ thread, arrangement }, toDraw),
    [thread, arrangement, toDraw],
  );
  const emphasis = useMemo(() => emphasisOf({ picked: key, selected, pins }), [key, selected, pins]);
  const places = useRef<() => Record<string, Point>>(null);
  const [menu, setMenu] = useState<{ key: string; at: Point }>();
  const close = useCallback(() => setMenu(undefined), []);
  useEffect(() => onPlaces(() => () => places.current?.() ?? {}), [onPlaces]);
  const picked = shown.nodes.find(({ id }) => id === state.picked);
  const asked = menu && menuOf(menu.key, props);
  const toggle = (id: string) =>
    act({
      type: 'select',
      ids: state.selected.includes(id) ? state.selected.filter((one) => one !== id) : [...state.selected, id],
    });
  return (
    <div className="stage">
      <GraphView
        graph={loading || toDraw !== shown ? undefined : drawn}
        emphasis={emphasis}
        awaited={awaited}
        label={`${summary} drawn. Arrow keys walk from thing to thing. “Show as list” gives the same as a list.`}
        on={{
          pick: (key, together) => (together && key ? toggle(key) : act({ type: 'pick', key })),
          expand,
          pin: (id, place) => act({ type: 'pin', places: { [id]: place } }),
          select: (ids) => act({ type: 'select', ids: [...state.selected, ...ids] }),
          menu: (key, at) => {
            act({ type: 'pick', key });
            setMenu({ key, at });
          },
        }}
        onKey={(key, standing) => {
          if (isArrowKey(key)) {
            const next = stepTowards(key, state.picked, standing);
            if (next) act({ type: 'pick', key: next });
            return true;
          }
          return onPicked(key, picked?.id, { toggle, props });
        }}
        places={places}
        otherwise={awaited ? <Skeleton label={awaited} /> : <ExplorerList {...props} />}
      />
      <p className="unseen" aria-live="polite">
        {picked && standingText(picked, shown.edges, shown.hidden[picked.id] ?? 0)}
      </p>
      {menu && asked && <CanvasMenu name={asked.name} at={menu.at} actions={asked.actions} onClose={close} />}
    </div>
  );
}

/** What the menu of an entity or a connection is called, and what it offers; none once that is shown no more. */
function menuOf(key: string, props: ExplorerProps): { name: string; actions: NodeAction[] } | undefined {
  const { nodes, edges } = props.shown;
  const edge = pickedEdge(key, edges);
  if (edge)
    return {
      name: `${edge.subject.label} ${edge.relation.label} ${edge.object.label}`,
      actions: edgeActions(edge, props),
    };
  const node = nodes.find(({ id }) => id === key);
  return (
    node && {
      name: node.label,
      actions: [...nodeActions(node.id, props), ...expandActions(node.id, props).slice(0, 6)],
    }
  );
}

interface Doing {
  toggle: (id: string) => void;
  props: ExplorerProps;
}

/** What a key does with the entity that is picked; whether it does anything. */
function onPicked(key: string, id: string | undefined, { toggle, props }: Doing): boolean {
  const { act, state, shown, expand } = props;
  if (id === undefined) return false;
  const done: Record<string, (() => void) | undefined> = {
    Enter: () => expand(id),
    e: () =>
      document
        .querySelector<HTMLElement>('.expansions[open] button, .expansions:not([open]) summary')
        ?.focus(),
    ' ': () => toggle(id),
    n: () => act({ type: 'select', ids: [...state.selected, id, ...shownNeighbours(id, shown.edges)] }),
    Delete: () => act({ type: 'remove', ids: [id] }),
    Escape: () => act({ type: 'pick', key: undefined }),
  };
  const action = done[key];
  action?.();
  return action !== undefined;
}

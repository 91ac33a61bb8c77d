import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useAround, useNextNeighbours, usePicture } from '../api/picture';
import {
  explorationPlace,
  explore,
  readExploration,
  type Exploration,
  type ExplorationAction,
} from '../state/exploration';
import { shownGraph } from '../state/shownGraph';
import { followed, redoPlace, trailFrom, undoPlace } from '../state/trail';
import { useLongAddress } from './longAddress';
import type { ExplorerProps } from './Picked';

const currentAddress = (): string => window.location.search || `?${window.location.hash.slice(1)}`;

/** The exploration that the address carries, and the steps that led to it. */
export function useExploration() {
  const address = useLongAddress();
  const [, go] = useLocation();
  const state = useMemo(() => readExploration(address), [address]);
  const here = useMemo(() => explorationPlace({ ...state, picked: undefined }), [state]);
  const [trail, setTrail] = useState(() => trailFrom(here));
  const now = followed(trail, here);
  if (now !== trail) setTrail(now);
  const act = useCallback(
    (action: ExplorationAction) => {
      // Read anew: what is done may have waited for an answer, and the state has gone on.
      const before = readExploration(currentAddress());
      const next = explorationPlace(explore(before, action));
      // What is picked is looked at, not done: it makes no step to take back.
      if (next !== explorationPlace(before)) go(next, { replace: action.type === 'pick' });
    },
    [go],
  );
  const goTo = (place: string | undefined) => (place === undefined ? undefined : () => go(place));
  const [undo, redo] = [goTo(undoPlace(now)), goTo(redoPlace(now))];
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      if (!back && key !== 'y' && !(key === 'z' && event.shiftKey)) return;
      event.preventDefault();
      const step = back ? undo : redo;
      if (step) step();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [undo, redo]);
  return { state, act, undo, redo };
}

/** What the library tells of an exploration, and what can be done with it. */
export function useExplored(state: Exploration, act: ExplorerProps['act']) {
  const { nodes, off, offKinds, minVoices, lens } = state;
  const { picture, heldBy, loading, outdated, error, refetch } = usePicture(nodes, lens);
  const shown = useMemo(
    () => shownGraph({ nodes, off, offKinds, minVoices }, picture),
    [nodes, off, offKinds, minVoices, picture],
  );
  const isEntity = state.picked !== undefined && !state.picked.includes('~');
  const around = useAround(isEntity ? state.picked : undefined, lens);
  const next = useNextNeighbours(lens);
  const [refused, setRefused] = useState<Error>();
  const expand = (id: string) => {
    setRefused(undefined);
    next(id, nodes).then(
      (ids) => {
        act({ type: 'add', ids });
        // Its panel opens with what is left, by relation.
        act({ type: 'pick', key: id });
      },
      (cause: unknown) => setRefused(cause instanceof Error ? cause : new Error(String(cause))),
    );
  };
  const props: ExplorerProps = { state, shown, around, act, expand };
  const left = picture.total - picture.edges.length;
  const retry = () => void refetch();
  return { props, holders: heldBy, loading, outdated, error: error ?? refused, retry, left };
}

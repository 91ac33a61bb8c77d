import type { Edge } from '../api/types';
import type { ExplorerProps } from './Picked';
import { expansionsOf, shownNeighbours, withNeighbours } from '../state/shownGraph';
import { expansionLimit, quickLimit } from '../state/exploration';
import { plural } from '../state/sentence';

/** Something that can be done with an entity: a button beside the picture, and an entry of its menu. */
export interface NodeAction {
  name: string;
  run: () => void;
  disabled?: boolean;
}

/** What can be done with one entity. */
export function nodeActions(id: string, { state, shown, act, expand }: ExplorerProps): NodeAction[] {
  const hidden = shown.hidden[id] ?? 0;
  const neighbours = shownNeighbours(id, shown.edges);
  const isSelected = state.selected.includes(id);
  return [
    {
      name:
        hidden === 0
          ? 'All neighbours are here'
          : `Expand: ${Math.min(quickLimit, hidden)} of ${plural(hidden, 'hidden neighbour')}`,
      run: () => expand(id),
      disabled: hidden === 0,
    },
    { name: 'Hide', run: () => act({ type: 'remove', ids: [id] }) },
    { name: 'Hide all but its neighbours', run: () => act({ type: 'keepOnly', ids: [id, ...neighbours] }) },
    {
      name: isSelected ? 'Take out of the selection' : 'Select',
      run: () =>
        act({
          type: 'select',
          ids: isSelected ? state.selected.filter((one) => one !== id) : [...state.selected, id],
        }),
    },
    {
      name: 'Select it and its neighbours',
      run: () => act({ type: 'select', ids: [...state.selected, id, ...neighbours] }),
      disabled: neighbours.length === 0,
    },
  ];
}

/** What can be done with one connection. */
export function edgeActions(
  { subject, relation, object }: Edge,
  { state, shown, act }: ExplorerProps,
): NodeAction[] {
  const ends = [subject.id, object.id];
  const all = shown.relations.map(({ id }) => id);
  return [
    { name: 'Select both ends', run: () => act({ type: 'select', ids: [...state.selected, ...ends] }) },
    {
      name: `Hide all but ${subject.label} and ${object.label}`,
      run: () => act({ type: 'keepOnly', ids: ends }),
    },
    { name: `Hide ${subject.label}`, run: () => act({ type: 'remove', ids: [subject.id] }) },
    { name: `Hide ${object.label}`, run: () => act({ type: 'remove', ids: [object.id] }) },
    {
      name: `Show only connections that say “${relation.label}”`,
      run: () => act({ type: 'onlyRelation', id: relation.id, all }),
      disabled: all.length < 2,
    },
    {
      name: `Leave out what says “${relation.label}”`,
      run: () => act({ type: 'toggleRelation', id: relation.id }),
    },
  ];
}

/** What each relation of an entity would bring in, with how much of it there is. */
export function expandActions(id: string, { state, around, act }: ExplorerProps): NodeAction[] {
  const left = expansionsOf(id, around, state.nodes).filter(({ hidden }) => hidden.length > 0);
  return left.map(({ relation, outgoing, hidden }) => {
    const next = hidden.slice(0, expansionLimit);
    const more = hidden.length > next.length ? `, ${next.length} at a time` : '';
    return {
      name: `${outgoing ? '' : '… '}${relation.label}${outgoing ? ' …' : ''}: ${hidden.length}${more}`,
      run: () => act({ type: 'add', ids: next }),
    };
  });
}

/** What can be done with all that is selected. */
export function selectionActions({ state, shown, act }: ExplorerProps): NodeAction[] {
  const ids = state.selected;
  return [
    {
      name: 'Select neighbours too',
      run: () => act({ type: 'select', ids: withNeighbours(ids, shown.edges) }),
    },
    { name: 'Hide', run: () => act({ type: 'remove', ids }) },
    { name: 'Hide others', run: () => act({ type: 'keepOnly', ids }) },
    { name: 'Select nothing', run: () => act({ type: 'select', ids: [] }) },
  ];
}

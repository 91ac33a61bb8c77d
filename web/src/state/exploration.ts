/** What the explorer shows, as plain data that its address carries; the edges themselves come from the API. */
import type { Point } from './layout';
import { lensParameters, noLens, readLens, type Lens } from './lens';
import { address, openable, readChoice, readList, readWhole } from './parameters';

export const arrangements = ['force', 'layers', 'circle'] as const;
export type Arrangement = (typeof arrangements)[number];

/** As a picture, as tables, or as a tree: the same things and edges each time. */
export const views = ['canvas', 'list', 'outline'] as const;

export interface Exploration {
  /** Entity ids in the order they came in. */
  nodes: readonly string[];
  /** Relation ids that are switched off. */
  off: readonly string[];
  /** Kinds that are switched off. */
  offKinds: readonly string[];
  /** An entity's id, or an edge's key. */
  picked?: string;
  /** Entities taken together, to do something with all of them. */
  selected: readonly string[];
  view: (typeof views)[number];
  arrangement: Arrangement;
  /** Where entities were put by hand; elsewhere the arrangement decides. */
  pins: Readonly<Record<string, Point>>;
  /** Entities of a path, in order, drawn as a thread. */
  thread: readonly string[];
  minVoices: number;
  /** Whose claims count; the least number of voices is a filter of its own here. */
  lens: Lens;
}

/** More entities than this make no picture; the server is asked for no more at once. */
export const nodeLimit = 2_000;
/** More edges than this are not drawn: those with most voices are. */
export const edgeLimit = 5_000;
/** How many neighbours a quick expansion brings in, those with most behind them first: few enough to see what came. */
export const quickLimit = 5;
/** How many one relation brings in at a time. */
export const expansionLimit = 12;

export const emptyExploration: Exploration = {
  nodes: [],
  off: [],
  offKinds: [],
  selected: [],
  view: 'canvas',
  arrangement: 'force',
  pins: {},
  thread: [],
  minVoices: 0,
  lens: noLens,
};

/** The last picture's entities: the same text gives the same list. */
let lastNodes: { thread: readonly string[]; others: readonly string[]; nodes: readonly string[] } | undefined;

function nodesOf(thread: readonly string[], others: readonly string[]): readonly string[] {
  if (lastNodes?.thread !== thread || lastNodes.others !== others) {
    const nodes = [...new Set([...thread, ...others])].slice(0, nodeLimit);
    lastNodes = { thread, others, nodes };
  }
  return lastNodes.nodes;
}

/** Pins that were read last, likewise. */
let lastPins: { value: string; nodes: readonly string[]; pins: Record<string, Point> } | undefined;

function pinsOf(value: string | null, nodes: readonly string[]): Record<string, Point> {
  if (lastPins?.value !== (value ?? '') || lastPins.nodes !== nodes)
    lastPins = { value: value ?? '', nodes, pins: readPins(value, nodes) };
  return lastPins.pins;
}

/** Pins stand in the order of the entities, `x:y` each or nothing, so that a long exploration keeps a short address. */
function readPins(value: string | null, nodes: readonly string[]): Record<string, Point> {
  const parts = (value ?? '').split(',');
  return Object.fromEntries(
    nodes.flatMap((id, index) => {
      const match = /^(-?\d{1,4}(?:\.\d)?):(-?\d{1,4}(?:\.\d)?)$/.exec(parts[index] ?? '');
      return match ? [[id, { x: Number(match[1]), y: Number(match[2]) }]] : [];
    }),
  );
}

const tenth = (value: number): number => Math.round(Math.max(-9999, Math.min(9999, value)) * 10) / 10;

function writePins(pins: Exploration['pins'], nodes: readonly string[]): string {
  const written = nodes.map((id) => (pins[id] ? `${tenth(pins[id].x)}:${tenth(pins[id].y)}` : ''));
  return written.join(',').replace(/,+$/, '');
}

export function readExploration(search: string): Exploration {
  const parameters = new URLSearchParams(search);
  const thread = readList(parameters.get('thread'));
  const nodes = nodesOf(thread, readList(parameters.get('nodes')));
  const held = new Set(nodes);
  return {
    nodes,
    off: readList(parameters.get('off')),
    offKinds: readList(parameters.get('offKinds')),
    picked: parameters.get('pick') ?? undefined,
    selected: readList(parameters.get('selected')).filter((id) => held.has(id)),
    view: readChoice(parameters.get('view'), views) ?? 'canvas',
    arrangement: readChoice(parameters.get('arrangement'), arrangements) ?? 'force',
    pins: pinsOf(parameters.get('at'), nodes),
    thread,
    minVoices: readWhole(parameters.get('minVoices'), 1, 100) ?? 0,
    lens: { ...readLens(parameters), minVoices: undefined },
  };
}

export function explorationPlace(state: Exploration): string {
  const onThread = new Set(state.thread);
  const others = state.nodes.filter((id) => !onThread.has(id));
  const place = address('/explore', {
    nodes: others,
    thread: state.thread,
    off: state.off,
    offKinds: state.offKinds,
    ...lensParameters(state.lens),
    minVoices: state.minVoices > 0 ? state.minVoices : undefined,
    arrangement: state.arrangement === 'force' ? undefined : state.arrangement,
    at: writePins(state.pins, [...state.thread, ...others]),
    view: state.view === 'canvas' ? undefined : state.view,
    selected: state.selected,
    pick: state.picked,
  });
  return openable(place);
}

export type ExplorationAction =
  | { type: 'add'; ids: readonly string[] }
  | { type: 'remove'; ids: readonly string[] }
  | { type: 'keepOnly'; ids: readonly string[] }
  | { type: 'toggleRelation' | 'toggleKind'; id: string }
  | { type: 'onlyRelation' | 'onlyKind'; id: string; all: readonly string[] }
  | { type: 'showAll' }
  | { type: 'pick'; key: string | undefined }
  | { type: 'select'; ids: readonly string[] }
  | { type: 'pin'; places: Readonly<Record<string, Point>> }
  | { type: 'unpin' }
  | { type: 'arrange'; arrangement: Arrangement }
  | { type: 'view'; view: Exploration['view'] }
  | { type: 'minVoices'; minVoices: number }
  | { type: 'lens'; lens: Lens }
  | { type: 'clear' };

/** The state with only those of its entities that `kept` says. */
function reduced(state: Exploration, kept: (id: string) => boolean): Exploration {
  const ends = state.picked?.split('~') ?? [];
  const lost =
    ends.includes('') || (ends.length === 3 ? [ends[0], ends[2]] : ends).some((id = '') => !kept(id));
  return {
    ...state,
    nodes: state.nodes.filter(kept),
    thread: state.thread.every(kept) ? state.thread : [],
    selected: state.selected.filter(kept),
    pins: Object.fromEntries(Object.entries(state.pins).filter(([id]) => kept(id))),
    picked: lost ? undefined : state.picked,
  };
}

const toggled = (list: readonly string[], id: string): readonly string[] =>
  list.includes(id) ? list.filter((one) => one !== id) : [...list, id];

/** Everything but `id` off; and everything on again where that is so already. */
function isolated(off: readonly string[], id: string, all: readonly string[]): readonly string[] {
  const others = all.filter((one) => one !== id);
  return !off.includes(id) && others.every((one) => off.includes(one)) ? [] : others;
}

/** What changes which filters are set. */
function filter(state: Exploration, action: ExplorationAction): Exploration {
  switch (action.type) {
    case 'toggleRelation':
      return { ...state, off: toggled(state.off, action.id) };
    case 'toggleKind':
      return { ...state, offKinds: toggled(state.offKinds, action.id) };
    case 'onlyRelation':
      return { ...state, off: isolated(state.off, action.id, action.all) };
    case 'onlyKind':
      return { ...state, offKinds: isolated(state.offKinds, action.id, action.all) };
    case 'showAll':
      return { ...state, off: [], offKinds: [], minVoices: 0 };
    case 'minVoices':
      return { ...state, minVoices: action.minVoices };
    case 'lens':
      return { ...state, lens: action.lens };
    default:
      return state;
  }
}

const selectedOf = (nodes: readonly string[], ids: ReadonlySet<string>): readonly string[] =>
  nodes.filter((id) => ids.has(id));

/** The next state; states are never changed in place. */
export function explore(state: Exploration, action: ExplorationAction): Exploration {
  switch (action.type) {
    case 'add':
      return { ...state, nodes: [...new Set([...state.nodes, ...action.ids])].slice(0, nodeLimit) };
    case 'remove': {
      const gone = new Set(action.ids);
      return reduced(state, (id) => !gone.has(id));
    }
    case 'keepOnly': {
      const kept = new Set(action.ids);
      return reduced(state, (id) => kept.has(id));
    }
    case 'pick':
      return { ...state, picked: action.key };
    case 'select':
      return { ...state, selected: selectedOf(state.nodes, new Set(action.ids)) };
    case 'pin':
      return { ...state, pins: { ...state.pins, ...action.places } };
    case 'unpin':
      return { ...state, pins: {} };
    case 'arrange':
      return { ...state, arrangement: action.arrangement };
    case 'view':
      return { ...state, view: action.view };
    case 'clear':
      return { ...emptyExploration, view: state.view };
    default:
      return filter(state, action);
  }
}

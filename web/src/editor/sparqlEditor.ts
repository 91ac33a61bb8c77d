/**
 * The one module that knows CodeMirror: an editor for SPARQL behind a few calls. It stands in a shadow root, where its styles
 * are sheets of the document rather than style elements, which the content security policy refuses.
 */
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { linter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  keymap,
  lineNumbers,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { sparql } from 'codemirror-lang-sparql';
import { declarations, missingPrefixes, type Prefixes } from '../state/sparqlText';
import { completions, type Words } from './completions';

export interface EditorStart {
  query: string;
  label: string;
  prefixes: Prefixes;
  /** What can be completed by now. */
  words: () => Words;
  changed: (query: string) => void;
  run: () => void;
}

export interface Editor {
  /** Replaces the whole text. */
  show: (query: string) => void;
  /** Marks the place of an error and moves there; without a place, takes the marks away. */
  mark: (at: number | undefined, message: string) => void;
  focus: () => void;
  close: () => void;
}

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: 'var(--text-small)' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)', minHeight: '12rem' },
  '.cm-scroller': { maxHeight: '60vh', overflow: 'auto' },
  '&.cm-focused': { outline: '2px solid var(--thread)', outlineOffset: '-2px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--thread-soft)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-gutters': { backgroundColor: 'var(--well)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-matchingBracket': { backgroundColor: 'var(--well)', outline: '1px solid var(--line-strong)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-small)',
    maxWidth: 'min(34rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--thread)',
    color: 'var(--on-thread)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail': {
    color: 'var(--on-thread)',
  },
  '.cm-completionDetail': { color: 'var(--ink-soft)', fontStyle: 'normal', fontFamily: 'var(--sans)' },
  '.cm-completionInfo': { fontFamily: 'var(--sans)', padding: 'var(--space-2)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--thread)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--lowers)' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--thread)' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)', borderLeft: '4px solid var(--thread)' },
});

const inks = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--thread)', fontWeight: '600' },
  { tag: tags.variableName, color: 'var(--contested)' },
  { tag: [tags.string, tags.annotation], color: 'var(--raises)' },
  { tag: [tags.integer, tags.float, tags.bool], color: 'var(--lowers)' },
  { tag: [tags.url, tags.namespace, tags.typeName], color: 'var(--ink)' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
]);

/** Where the text stops being a query, as far as the grammar of the editor tells; the server has the last word. */
function doubts(view: EditorView): Diagnostic[] {
  const found: Diagnostic[] = [];
  syntaxTree(view.state).iterate({
    enter: ({ type, from, to }) => {
      if (!type.isError || found.length > 0) return;
      found.push({ from, to, severity: 'warning', message: 'This may not be SPARQL yet: look here.' });
    },
  });
  return found;
}

/** Declares known prefixes as soon as they are used; what is undone stays undone until the next word. */
function declaring(known: Prefixes) {
  return (update: ViewUpdate) => {
    const { view } = update;
    const typed = update.transactions.some((each) => each.docChanged && each.isUserEvent('input'));
    if (!typed) return;
    const missing = missingPrefixes(update.state.doc.toString(), known);
    if (missing.length === 0) return;
    const insert = declarations(missing, known);
    queueMicrotask(() => view.dispatch({ changes: { from: 0, insert } }));
  };
}

/** Puts an editor into `host`. */
export function mountEditor(host: HTMLElement, start: EditorStart): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren();
  const run = () => {
    start.run();
    return true;
  };
  const declare = declaring(start.prefixes);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: start.query,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        sparql(),
        syntaxHighlighting(inks),
        autocompletion({ override: [completions(start.words)], icons: false }),
        linter(doubts, { delay: 600 }),
        keymap.of([
          { key: 'Tab', run: acceptCompletion },
          ...closeBracketsKeymap,
          ...historyKeymap,
          ...lintKeymap,
          ...defaultKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': start.label }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          start.changed(update.state.doc.toString());
          declare(update);
        }),
        look,
      ],
    }),
  });
  return {
    show: (query) => {
      if (view.state.doc.toString() === query) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: query } });
    },
    mark: (at, message) => {
      const marks: Diagnostic[] =
        at === undefined
          ? []
          : [{ from: at, to: wordEnd(view.state.doc.toString(), at), severity: 'error', message }];
      view.dispatch(setDiagnostics(view.state, marks));
      if (at === undefined) return;
      view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** The end of the word at an offset; at least one character is marked where there is one. */
function wordEnd(text: string, at: number): number {
  const word = /^[\w:?$-]+/.exec(text.slice(at))?.[0].length ?? 1;
  return Math.min(text.length, at + word);
}

import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { Words } from '../editor/completions';
import type { Editor } from '../editor/sparqlEditor';
import type { Prefixes } from '../state/sparqlText';

export interface EditorCalls {
  /** Puts another query in the place of the one that is there. */
  show: (query: string) => void;
  mark: (at: number | undefined, message: string) => void;
}

interface SparqlEditorProps {
  /** What it begins with; from then on the editor itself knows, and tells. */
  query: string;
  prefixes: Prefixes;
  words: Words;
  onChange: (query: string) => void;
  onRun: () => void;
  ref: Ref<EditorCalls>;
}

const label = 'SPARQL query';

/** The editor, loaded when the page is there; until then, and where it cannot be loaded, a plain field. */
export function SparqlEditor({ query, prefixes, words, onChange, onRun, ref }: SparqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const [loaded, setLoaded] = useState(false);
  const latest = useRef({ query, words, onChange, onRun });
  useEffect(() => {
    latest.current = { query, words, onChange, onRun };
  });
  useImperativeHandle(
    ref,
    () => ({
      show: (text) => editor.current?.show(text),
      mark: (at, message) => editor.current?.mark(at, message),
    }),
    [],
  );
  useEffect(() => {
    let gone = false;
    void import('../editor/sparqlEditor').then(({ mountEditor }) => {
      if (gone || !host.current) return;
      editor.current = mountEditor(host.current, {
        query: latest.current.query,
        label,
        prefixes,
        words: () => latest.current.words,
        changed: (text) => latest.current.onChange(text),
        run: () => latest.current.onRun(),
      });
      setLoaded(true);
    });
    return () => {
      gone = true;
      editor.current?.close();
      editor.current = undefined;
    };
  }, [prefixes]);
  return (
    <div className="sparql-editor">
      <div ref={host} hidden={!loaded} />
      {!loaded && (
        <textarea
          aria-label={label}
          rows={14}
          spellCheck={false}
          value={query}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

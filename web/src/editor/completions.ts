/** What the editor of queries offers to complete: words of SPARQL, our terms and relations, things, variables. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { variablesOf } from '../state/sparqlText';

/** A term with what it means. */
export interface KnownTerm {
  name: string;
  label: string;
  about: string;
}

export interface Words {
  terms: readonly KnownTerm[];
  prefixes: readonly string[];
  /** Things whose names begin so. */
  things: (begin: string) => Promise<{ id: string; label: string }[]>;
}

const sparqlWords =
  'SELECT DISTINCT WHERE ASK CONSTRUCT DESCRIBE FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND AS VALUES EXISTS NOT IN ' +
  'GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET PREFIX BASE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES ' +
  'DATATYPE BOUND IRI IF COALESCE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER CONCAT STRLEN SUBSTR UCASE LCASE REPLACE ' +
  'REGEX YEAR MONTH DAY NOW ABS CEIL FLOOR ROUND ISIRI ISLITERAL ISNUMERIC SAMETERM UNDEF';

const keywords: Completion[] = sparqlWords.split(' ').map((label) => ({ label, type: 'keyword' }));

const fromTerms = (terms: readonly KnownTerm[]): Completion[] =>
  terms.map(({ name, label, about }) => ({ label: name, detail: label, info: about, type: 'property' }));

async function things(words: Words, begin: string): Promise<Completion[]> {
  if (begin.length < 2) return [];
  const found = await words.things(begin.replaceAll('-', ' '));
  return found.map(({ id, label }) => ({
    label: `entity:${id}`,
    displayLabel: label,
    detail: `entity:${id}`,
    type: 'constant',
    boost: -1,
  }));
}

/** The source of completions; entities are asked of the server, everything else is at hand. */
export function completions(known: () => Words) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const words = known();
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) {
      const options = variablesOf(context.state.doc.toString())
        .filter((name) => name !== variable.text)
        .map((label) => ({ label, type: 'variable' }));
      return { from: variable.from, options, validFor: /^[?$]\w*$/ };
    }
    const thing = context.matchBefore(/entity:[\w-]*/);
    if (thing) {
      const options = await things(words, thing.text.slice('entity:'.length));
      return { from: thing.from, options, filter: false };
    }
    const word = context.matchBefore(/[A-Za-z][\w-]*(:[\w-]*)?/);
    if (!word && !context.explicit) return null;
    const begin = word?.text ?? '';
    const terms = fromTerms(words.terms);
    const prefixes: Completion[] = words.prefixes.map((name) => ({ label: `${name}:`, type: 'namespace' }));
    const named = begin.includes(':') ? [] : await things(words, begin);
    return {
      from: word?.from ?? context.pos,
      options: begin.includes(':') ? terms : [...keywords, ...prefixes, ...terms, ...named],
      validFor: begin.includes(':') ? /^[\w-]+:[\w-]*$/ : undefined,
    };
  };
}

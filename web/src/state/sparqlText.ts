/** What can be told of the text of a query without running it. */

export type Prefixes = Readonly<Record<string, string>>;

const noCode = /#[^\n]*|"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|<[^<>"{}|^`\\\s]*>/g;

/** The query with comments, texts and addresses blanked out; every other character keeps its place. */
export function codeOnly(query: string): string {
  return query.replaceAll(noCode, (found) => found.replaceAll(/[^\n]/g, ' '));
}

const declaration = /\bPREFIX\s+([A-Za-z][\w.-]*)?\s*:/gi;
const prefixedName = /(?<![\w?$:.%-])([A-Za-z][\w-]*):(?!\/\/)/g;

/** The known prefixes that a query uses and does not declare, in the order of their use. */
export function missingPrefixes(query: string, known: Prefixes): string[] {
  const code = codeOnly(query);
  const declared = new Set([...code.matchAll(declaration)].map((match) => match[1]));
  const used = [...code.replaceAll(declaration, '').matchAll(prefixedName)].map((match) => match[1] ?? '');
  return [...new Set(used)].filter((name) => name in known && !declared.has(name));
}

/** The lines that declare these prefixes. */
export function declarations(names: readonly string[], known: Prefixes): string {
  return names.map((name) => `PREFIX ${name}: <${known[name] ?? ''}>\n`).join('');
}

/** The query with a line for each known prefix that it uses and lacks. */
export function withPrefixes(query: string, known: Prefixes): string {
  return declarations(missingPrefixes(query, known), known) + query;
}

/** The query without the lines that {@link withPrefixes} would add again. */
export function withoutPrefixes(query: string, known: Prefixes): string {
  return query.replaceAll(/^PREFIX ([A-Za-z][\w.-]*): <([^>\n]*)>\n/gm, (line, name: string, iri: string) =>
    known[name] === iri ? '' : line,
  );
}

/** Whether an answer is rows, a truth value, or triples. */
export function formOf(query: string): 'select' | 'ask' | 'graph' {
  const word = /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(codeOnly(query))?.[1]?.toUpperCase();
  if (word === 'ASK') return 'ask';
  return word === 'CONSTRUCT' || word === 'DESCRIBE' ? 'graph' : 'select';
}

/** What a refusal says, without the list of everything that a parser would have taken instead. */
export const briefly = (refusal: string): string => refusal.replace(/\s*Was expecting[^]*$/, '');

/**
 * The last place that a refusal names as "line 3, column 5", as an offset into the query: the parser names what it met
 * after what it last understood. Undefined where it names none.
 */
export function placeIn(query: string, named: string): number | undefined {
  const match = [...named.matchAll(/line (\d+), column (\d+)/g)].at(-1);
  if (!match) return undefined;
  const lines = query.split('\n');
  const line = Math.min(Math.max(Number(match[1]), 1), lines.length);
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const column = Math.min(Math.max(Number(match[2]) - 1, 0), (lines[line - 1] ?? '').length);
  return before + column;
}

/** The variables that a query names, each once. */
export function variablesOf(query: string): string[] {
  return [...new Set([...codeOnly(query).matchAll(/[?$](\w+)/g)].map((match) => `?${match[1] ?? ''}`))];
}

/** A query taken elsewhere: links that reopen it, and programs that run it. */
import { address } from './parameters';
import { withoutPrefixes, withPrefixes, type Prefixes } from './sparqlText';

export const views = ['table', 'graph', 'chart'] as const;
export type View = (typeof views)[number];

export interface Kept {
  query: string;
  view?: View;
}

/** The page with this query; the same address answers programs that ask for results. */
export const sparqlPlace = ({ query, view }: Kept): string =>
  address('/sparql', { query, view: view === 'table' ? undefined : view });

/** The page with an example. */
export const examplePlace = (id: string, view?: View): string => address('/sparql', { example: id, view });

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** Packs a query for an address; prefixes that are added by themselves are left out. */
export async function pack(query: string, known: Prefixes): Promise<string> {
  const bytes = new TextEncoder().encode(withoutPrefixes(query, known));
  return toBase64(await through(bytes, new CompressionStream('deflate-raw')));
}

/** The query that {@link pack} packed. Rejects what it did not. */
export async function unpack(packed: string, known: Prefixes): Promise<string> {
  const bytes = await through(fromBase64(packed), new DecompressionStream('deflate-raw'));
  return withPrefixes(new TextDecoder('utf-8', { fatal: true }).decode(bytes), known);
}

export const languages = ['curl', 'Python', 'R', 'JavaScript', 'Java'] as const;
export type Language = (typeof languages)[number];

const shell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A program that runs a query here and prints what it finds. */
export function program(language: Language, endpoint: string, query: string, triples: boolean): string {
  const accept = triples ? 'text/turtle' : 'text/csv';
  const text = JSON.stringify(query);
  switch (language) {
    case 'curl':
      return `curl ${shell(endpoint)} -H 'Accept: ${accept}' --data-urlencode ${shell(`query=${query}`)}\n`;
    case 'Python':
      return `import urllib.parse, urllib.request

query = ${text}
url = ${JSON.stringify(endpoint)} + "?" + urllib.parse.urlencode({"query": query})
request = urllib.request.Request(url, headers={"Accept": "${accept}"})
print(urllib.request.urlopen(request).read().decode())
`;
    case 'R':
      return `query <- ${text}
url <- paste0(${JSON.stringify(endpoint)}, "?query=", URLEncode(query, reserved = TRUE))
file <- tempfile()
download.file(url, file, headers = c(Accept = "${accept}"), quiet = TRUE)
${triples ? 'cat(readLines(file), sep = "\\n")' : 'print(read.csv(file))'}
`;
    case 'JavaScript':
      return `const query = ${text};
const url = ${JSON.stringify(endpoint)} + "?" + new URLSearchParams({ query });
const answer = await fetch(url, { headers: { Accept: "${accept}" } });
console.log(await answer.text());
`;
    case 'Java':
      return `import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

void main() throws Exception {
    var query = ${text};
    var url = ${JSON.stringify(endpoint)} + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    var request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "${accept}").build();
    System.out.println(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
}
`;
  }
}

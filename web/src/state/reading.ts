/** What reading pages say about people, topics, relations and panels, as plain data that addresses carry. */
import type { Edge, Position, RelationType } from '../api/types';
import { address } from './parameters';
import { entityPlace, insightPlace } from './places';
import { searchPlace } from './searchQuery';

/** The page of what is filed under a concept. */
export const topicPlace = (id: string): string => `/topics/${encodeURIComponent(id)}`;

/** The page of a relation. */
export const relationPlace = (id: string): string => `/relations/${encodeURIComponent(id)}`;

type DatedClaim = Position['claims'][number];

/** How a person and a claim of theirs go together. */
export const parts = {
  both: 'believed and said',
  believed: 'believed, as others say',
  said: 'said, about what others believe',
} as const;
export type Part = keyof typeof parts;

/** Which part somebody has in a claim; undefined where they have none. */
export function partOf(claim: DatedClaim, person: string): Part | undefined {
  const [believes, says] = [claim.holder?.id === person, claim.speaker?.id === person];
  if (believes && says) return 'both';
  return believes ? 'believed' : says ? 'said' : undefined;
}

/** A person's claims by part, each claim once, oldest first. */
export function claimsByPart(groups: readonly Position[], person: string): Record<Part, DatedClaim[]> {
  const once = new Map(groups.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim]));
  const sorted = [...once.values()].sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'));
  const of = (part: Part) => sorted.filter((claim) => partOf(claim, person) === part);
  return { both: of('both'), believed: of('believed'), said: of('said') };
}

/** A person's page with one topic and one part chosen. */
export const personPlace = (id: string, chosen: { about?: string; part?: Part }): string =>
  address(entityPlace(id), { about: chosen.about, as: chosen.part });

export function readPerson(search: string): { about?: string; part?: Part } {
  const parameters = new URLSearchParams(search);
  const about = parameters.get('about') ?? undefined;
  const part = (Object.keys(parts) as Part[]).find((each) => each === parameters.get('as'));
  return { ...(about && { about }), ...(part && { part }) };
}

/** The effect of an edge: what becomes more or less. */
const effectOf = (edge: Edge, relations: ReadonlyMap<string, RelationType>): string =>
  relations.get(edge.relation.id)?.runsBackward ? edge.subject.id : edge.object.id;

/** What raises and what lowers a thing, most voices first. */
export function bothSides(
  edges: readonly Edge[],
  id: string,
  relations: ReadonlyMap<string, RelationType>,
): { raising: Edge[]; lowering: Edge[] } {
  const onto = edges
    .filter((edge) => effectOf(edge, relations) === id && edge.evidence.length > 0)
    .sort((a, b) => b.voicesFor - a.voicesFor);
  return {
    raising: onto.filter(({ sign }) => sign === '+'),
    lowering: onto.filter(({ sign }) => sign === '-'),
  };
}

/** Where the claims behind an edge stand: the claim itself where there is one, a search for all of them else, facts with the thing. */
export function evidencePlace(edge: Edge): string {
  const [first, second] = edge.evidence;
  if (first === undefined) return `${entityPlace(edge.subject.id)}#facts`;
  if (second === undefined) return insightPlace(first);
  return searchPlace({
    q: '',
    chosen: { type: ['insight'], entity: [edge.subject.id, edge.object.id], relation: [edge.relation.id] },
  });
}

/** The claims filed under a topic. */
export function topicRows(base: string, id: string): string {
  return `PREFIX clew: <https://w3id.org/clew/ontology#>
SELECT ?insight ?text WHERE {
  ?insight clew:topic <${base}entity/${encodeURIComponent(id)}> ; clew:text ?text .
}`;
}

/** The edges of a relation with most voices, from the derived graph. */
export function relationRows(id: string, most: number): string {
  return `PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX clew: <https://w3id.org/clew/ontology#>
SELECT ?subject ?subjectName ?object ?objectName ?for ?against WHERE {
  ?edge rdf:subject ?subject ; rdf:predicate <https://w3id.org/clew/relation/${encodeURIComponent(id)}> ; rdf:object ?object ;
    clew:voicesFor ?for ; clew:voicesAgainst ?against .
  ?subject rdfs:label ?subjectName . ?object rdfs:label ?objectName .
}
ORDER BY DESC(?for) ?subject ?object
LIMIT ${most}`;
}

/** The slug at the end of a record's address. */
export const slugOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);

/** The panel that other sites may show, for a page of ours that has one. */
export function panelPlace(place: string): string {
  return place.startsWith('/paths') ? `/embed/path${place.slice('/paths'.length)}` : `/embed${place}`;
}

/** What a site pastes to show a panel; the address stands in a quoted attribute. */
export function panelSnippet(origin: string, place: string, title: string): string {
  const quoted = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${quoted(origin + panelPlace(place))}" title="${quoted(title)}" width="100%" height="480" loading="lazy" style="border:1px solid #ccc"></iframe>`;
}

// Asks a running endpoint as its users do: node clients.mjs ENDPOINT TOKEN. Prints one line a client; exits 1 when one fails.
import assert from 'node:assert/strict';
import { QueryEngine } from '@comunica/query-sparql';
import SparqlClient from 'sparql-http-client/ParsingClient.js';

const [endpoint, token] = process.argv.slice(2);
const prefix = 'PREFIX clew: <https://w3id.org/clew/ontology#> ';
const select = `${prefix}SELECT ?i { ?i a clew:Insight } ORDER BY ?i`;
const construct = `${prefix}CONSTRUCT { ?i a clew:Insight } WHERE { ?i a clew:Insight }`;
const slow = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }';
const ask = (id) => `${prefix}ASK { <http://clew.example/insight/${id}> a clew:Insight }`;
const update = (id) => `${prefix}INSERT DATA { GRAPH <http://clew.example/insight/${id}> {
  <http://clew.example/insight/${id}> a clew:Insight ; clew:text "Machines bind partners, says ${id}."@en ;
    clew:attribution clew:own ; clew:claimType clew:report ; clew:certainty clew:plain ;
    clew:grounding clew:unlocated ; clew:source <http://clew.example/source/brief> } }`;
const headers = { Authorization: `Bearer ${token}` };
const withToken = (url, init = {}) => {
  const all = new Headers(init.headers);
  all.set('Authorization', headers.Authorization);
  return fetch(url, { ...init, headers: all });
};

async function leavesInTheMiddle(begin) {
  const leaving = new AbortController();
  const answer = begin(leaving.signal);
  setTimeout(() => leaving.abort(), 200);
  await assert.rejects(answer);
}

async function sparqlHttpClient() {
  const client = new SparqlClient({ endpointUrl: endpoint, updateUrl: `${endpoint}/update`, headers });
  const rows = await client.query.select(select);
  assert.ok(rows.length > 0);
  assert.equal((await client.query.construct(construct)).size, rows.length);
  assert.equal(await client.query.ask(ask('by-client')), false);
  await client.query.update(update('by-client'));
  assert.equal(await client.query.ask(ask('by-client')), true);
  await leavesInTheMiddle((signal) => {
    const cancelled = new SparqlClient({ endpointUrl: endpoint, fetch: (url, init) => fetch(url, { ...init, signal }) });
    return cancelled.query.select(slow);
  });
}

async function comunica() {
  const engine = new QueryEngine();
  const context = { sources: [{ type: 'sparql', value: endpoint }], fetch: withToken };
  const rows = await (await engine.queryBindings(select, context)).toArray();
  assert.ok(rows.length > 0);
  assert.equal((await (await engine.queryQuads(construct, context)).toArray()).length, rows.length);
  assert.equal(await engine.queryBoolean(ask('by-comunica'), context), false);
  await engine.queryVoid(update('by-comunica'), {
    ...context,
    sources: [],
    destination: { type: 'sparql', value: `${endpoint}/update` },
  });
  await engine.invalidateHttpCache();
  assert.equal(await engine.queryBoolean(ask('by-comunica'), context), true);
  await leavesInTheMiddle(async (signal) => {
    const leaving = { ...context, fetch: (url, init) => fetch(url, { ...init, signal }) };
    return (await engine.queryBindings(slow, leaving)).toArray();
  });
}

for (const client of [sparqlHttpClient, comunica]) {
  await client();
  console.log(`${client.name} selects, asks, constructs, updates and leaves`);
}
process.exit(0);

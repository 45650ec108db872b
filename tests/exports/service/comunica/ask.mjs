// Asks an endpoint by Comunica: queries by name from standard input, their answers in SPARQL's JSON to standard output.
// Terms are written here as Comunica holds them; its own writer of that form leaves out languages.
import { createRequire } from "node:module";

const { QueryEngine } = createRequire(`${process.argv[2]}/`)("@comunica/query-sparql");
const TYPES = { NamedNode: "uri", BlankNode: "bnode", Literal: "literal" };
const STRING = "http://www.w3.org/2001/XMLSchema#string";

function written(term) {
  const told = { type: TYPES[term.termType], value: term.value };
  if (term.language) told["xml:lang"] = term.language;
  else if (term.datatype && term.datatype.value !== STRING) told.datatype = term.datatype.value;
  return told;
}

async function answer(engine, query, endpoint) {
  const found = await engine.query(query, { sources: [{ type: "sparql", value: endpoint }] });
  if (found.resultType === "boolean") return { head: {}, boolean: await found.execute() };
  const vars = (await found.metadata()).variables.map((one) => one.value);
  const bindings = [];
  for await (const row of await found.execute())
    bindings.push(Object.fromEntries([...row].map(([name, term]) => [name.value, written(term)])));
  return { head: { vars }, results: { bindings } };
}

let given = "";
for await (const part of process.stdin) given += part;
const { endpoint, queries } = JSON.parse(given);
const engine = new QueryEngine();
const told = {};
for (const [name, query] of Object.entries(queries)) told[name] = await answer(engine, query, endpoint);
process.stdout.write(JSON.stringify(told));

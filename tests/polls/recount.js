// Runs the recount of the browser over many lists: an array of texts on standard input, for each its difference, or "".
"use strict";
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const folder = process.argv[2];
const names = ["recount-bytes.js", "recount-count.js", "recount-rank.js", "recount-check.js"];
const code = names.map((name) => readFileSync(`${folder}/${name}`, "utf-8")).join("\n");
const [steps] = runInThisContext(code + "\n[STEPS]");

function difference(text) {
  const found = { bytes: new TextEncoder().encode(text) };
  try {
    for (const step of Object.values(steps)) step(found);
    return "";
  } catch (error) {
    return error.message || "?";
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(difference)));

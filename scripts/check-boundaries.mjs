// npm run boundaries: do the imports keep the laws of .dependency-cruiser.cjs, and do the pure folders
// keep away from the machine?
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { forbidden, options } = require("../.dependency-cruiser.cjs");
const typeImports = watchParser();
const { cruise } = await import("dependency-cruiser");

const FOLDERS = ["src", "jobs", "scripts", "bench", "e2e", "prisma", ".config"];
const PURE = ["domain", "formats", "sources", "shapes", "wording", "charts", "mail"];

/** What reaches the machine without an import. */
const EFFECTS = [
  { pattern: /\bfetch\s*\(/, what: "fetch(", cure: "return what is wanted and let src/ingest fetch" },
  { pattern: /\bprocess\s*\.\s*\w/, what: "process.", cure: "pass the value in" },
  { pattern: /\bnew\s+Date\s*\(\s*\)|\bDate\s*\.\s*now\b/, what: "the clock", cure: "pass `now` in" },
  { pattern: /\bMath\s*\.\s*random\b/, what: "chance", cure: "pass the value in" },
  { pattern: /["'](node:)?fs(\/promises)?["']/, what: "the file system", cure: "pass the bytes in" },
];

/**
 * @param {string} root
 * @returns {Promise<{ modules: number, violations: { law: string, message: string }[] }>}
 */
export async function checkBoundaries(root) {
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(join(root, folder))),
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden } },
    {
      // TypeScript 7 has no interface that would read tsconfig.json's paths for us.
      alias: { "@": join(root, "src") },
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".cjs", ".js", ".json"],
    },
  );
  if (typeof output === "string") throw new Error(output);
  const { modules, summary } = output;
  const typesOnly = edgesOfTypes(root, modules);
  const laws = new Map(forbidden.map((law) => [law.name, law]));
  const broken = summary.violations.filter(({ rule, from, to }) => {
    const allowsTypes = laws.get(rule.name)?.to.dependencyTypesNot?.includes("type-only");
    return !(allowsTypes && typesOnly.has(`${from} ${to}`));
  });
  const violations = broken.map(({ rule, from, to, cycle }) => ({
    law: rule.name,
    message:
      `${from}${from === to ? "" : ` -> ${cycle ? cycle.map(({ name }) => name).join(" -> ") : to}`}\n` +
      `  ${rule.name}: ${laws.get(rule.name)?.comment}`,
  }));
  const own = modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  return { modules: own.length, violations: [...violations, ...findEffects(root)] };
}

/**
 * dependency-cruiser's reader for swc takes every file for plain TypeScript, stumbles over JSX, and does not
 * say which imports are of types only. So we stand in between: switch JSX on, and note those imports.
 * It must happen before dependency-cruiser is loaded.
 *
 * @returns {Map<string, { types: Set<string>, values: Set<string> }>} by absolute path of the file
 */
function watchParser() {
  const swc = require("@swc/core");
  const parse = swc.parseFileSync;
  const noted = new Map();
  swc.parseFileSync = (file, parserOptions) => {
    const tree = parse(file, { ...parserOptions, tsx: file.endsWith("x") });
    const imports = { types: new Set(), values: new Set() };
    for (const node of tree.body) {
      if (!("source" in node) || !node.source) continue;
      const named = node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier.isTypeOnly);
      imports[node.typeOnly || named ? "types" : "values"].add(node.source.value);
    }
    noted.set(file, imports);
    return tree;
  };
  return noted;
}

/** @returns {Set<string>} "from to" of the imports that vanish when types are stripped */
function edgesOfTypes(root, modules) {
  const edges = modules.flatMap(({ source, dependencies }) => {
    const imports = typeImports.get(join(root, source));
    return dependencies
      .filter(({ module }) => imports?.types.has(module) && !imports.values.has(module))
      .map(({ resolved }) => `${source} ${resolved}`);
  });
  return new Set(edges);
}

/** @param {string} root */
function findEffects(root) {
  return PURE.flatMap((folder) => {
    const path = join(root, "src", folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .flatMap((name) => effectsIn(root, join(path, name)));
  });
}

/** @param {string} root @param {string} file */
function effectsIn(root, file) {
  const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.replace(/[^\n]/g, ""),
  );
  return code.split("\n").flatMap((line, index) =>
    EFFECTS.filter(({ pattern }) => pattern.test(line.replace(/(^|\s)\/\/.*$/, ""))).map(
      ({ what, cure }) => ({
        law: "no-effects",
        message: `${relative(root, file)}:${index + 1}\n  no-effects: a pure folder names ${what}. Cure: ${cure}.`,
      }),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await checkBoundaries(dirname(import.meta.dirname));
  for (const { message } of violations) console.error(`${message}\n`);
  if (modules === 0) console.error("No module was read: the check itself is broken.");
  console.log(`${modules} modules, ${violations.length} broken laws`);
  process.exitCode = violations.length > 0 || modules === 0 ? 1 : 0;
}

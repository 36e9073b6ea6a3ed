// The laws of the folder layout: what may import what. Each comment ends with its cure; it is the message
// that `npm run boundaries` shows. Imports point inwards: all may lean on src/domain, src/domain on nothing.

const TEST = "\\.test\\.tsx?$";
const STAGES = "ingest|assess|notify|review|users|present";

/** A folder whose modules are values in, values out: the list is all it may import. */
const pure = (folder, what, allowed, cure) => ({
  name: `${folder}-is-pure`,
  severity: "error",
  comment: `src/${folder} imports ${what}. ${cure}`,
  from: { path: `^src/${folder}/`, pathNot: TEST },
  to: { pathNot: [`^src/${folder}/`, ...allowed] },
});

const npm = (...names) => `^node_modules/(${names.join("|")})/`;

module.exports = {
  forbidden: [
    pure("domain", "nothing but itself", [], "Cure: pass the value in."),
    pure(
      "formats",
      "only src/domain, npm's readers, zlib and crypto",
      ["^src/domain/", "^node_modules/", "^(node:)?(zlib|crypto)$"],
      "Cure: take the bytes as a parameter and return a finding.",
    ),
    pure(
      "sources",
      "only src/domain, src/formats and zod",
      ["^src/domain/", "^src/formats/", npm("zod")],
      "Cure: return a finding; let src/ingest fetch and store.",
    ),
    pure(
      "shapes",
      "only src/domain and zod",
      ["^src/domain/", npm("zod")],
      "Cure: a shape says how an answer looks, others fill it.",
    ),
    pure(
      "wording",
      "only src/domain and src/shapes",
      ["^src/domain/", "^src/shapes/"],
      "Cure: pass in the value to be worded.",
    ),
    pure(
      "charts",
      "only src/domain, src/shapes, src/wording, React and d3's scales and shapes",
      ["^src/domain/", "^src/shapes/", "^src/wording/", npm("d3-scale", "d3-shape", "@types/[^/]+", "react")],
      "Cure: pass in the figures to be drawn.",
    ),
    pure(
      "mail",
      "only src/domain, src/shapes, src/wording, src/charts, React and react-email",
      [
        "^src/domain/",
        "^src/shapes/",
        "^src/wording/",
        "^src/charts/",
        npm("react", "react-email", "@types/react"),
      ],
      "Cure: pass in the alert; src/notify sends.",
    ),
    {
      name: "stages-meet-in-rows",
      severity: "error",
      comment: "Stages do not import each other. Cure: meet in a row, or move the rule to src/domain.",
      from: { path: `^src/(${STAGES})/`, pathNot: TEST },
      to: { path: `^src/(${STAGES})/`, pathNot: "^src/$1/" },
    },
    {
      name: "stored-rows-serve-all-stages",
      severity: "error",
      comment:
        "src/store is how rows are added and ended, for every stage that does so: it imports only src/domain and " +
        "Prisma. Cure: pass in what the stage knows, or leave the code with the stage.",
      from: { path: "^src/store/", pathNot: TEST },
      to: {
        pathNot: ["^src/store/", "^src/domain/", "^src/generated/", "^node_modules/", "^(node:)?crypto$"],
      },
    },
    {
      name: "only-stages-store",
      severity: "error",
      comment: "Only the stages add and end rows. Cure: add a verb to the stage and call it.",
      from: { pathNot: [`^src/(${STAGES}|store|testing)/`, TEST] },
      to: { path: "^src/store/" },
    },
    {
      name: "effects-come-through-context",
      severity: "error",
      comment: "src/io is for those who put a process together. Cure: ask Context.",
      from: {
        pathNot: [
          "^(jobs|scripts|bench|src/io|src/testing)/",
          "^src/server/(context|auth)\\.ts$",
          "^src/instrumentation\\.ts$",
          "^prisma/seed\\.ts$",
          TEST,
        ],
      },
      to: { path: "^src/io/" },
    },
    {
      name: "prisma-stays-with-the-rows",
      severity: "error",
      comment:
        "Prisma is named only where rows are found or written: src/io, context.ts, load-*, store-*, src/store, " +
        "src/review, src/present, server/auth.ts, src/testing. Cure: split the query from the rule.",
      from: {
        pathNot: [
          "^src/(generated|io|testing|store|review|present)/",
          "^src/context\\.ts$",
          "^src/server/auth\\.ts$",
          "^prisma/seed\\.ts$",
          "(^|/)(load|store)-[^/]+\\.ts$",
          "^scripts/database/",
          TEST,
        ],
      },
      to: { path: ["^src/generated/", "^node_modules/(@prisma|prisma)/"] },
    },
    {
      name: "browser-code-takes-types-only",
      severity: "error",
      comment:
        "Components and client.tsx import no server file by value, only types. Cure: add a procedure and ask it.",
      from: { path: ["^src/components/", "(^|/)client\\.tsx$"], pathNot: TEST },
      to: {
        path: `^src/(server|io|context|generated|sources|formats|store|${STAGES})(/|\\.ts$)`,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "browser-code-has-no-machine",
      severity: "error",
      comment: "Components and client.tsx run in a browser too: no Node built-in. Cure: pass the value in.",
      from: { path: ["^src/components/", "(^|/)client\\.tsx$"], pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pages-ask-procedures",
      severity: "error",
      comment:
        "src/app imports no stage, source, io or Prisma. Cure: add a procedure and ask it through src/trpc.",
      from: { path: "^src/app/", pathNot: TEST },
      to: {
        path: `^src/(io|context|generated|sources|formats|store|${STAGES})(/|\\.ts$)`,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-routes-import-the-server",
      severity: "error",
      comment: "In src/app only route files import src/server by value. Cure: ask through src/trpc.",
      from: { path: "^src/app/", pathNot: ["(^|/)route\\.tsx?$", TEST] },
      to: { path: "^src/server/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tremor-stays-in-components",
      severity: "error",
      comment: "Tremor is a beta: it is named in src/components only. Cure: wrap what you need there.",
      from: { pathNot: "^src/components/" },
      to: { path: npm("@tremor") },
    },
    {
      name: "nothing-imports-the-outermost",
      severity: "error",
      comment:
        "jobs, src/app and e2e are where things begin; nothing imports them. Cure: move the code inwards.",
      from: { path: "^(src|jobs|scripts|bench|prisma|e2e)/", pathNot: ["^(jobs|src/app|e2e)/", TEST] },
      to: { path: "^(jobs|src/app|e2e)/" },
    },
    {
      name: "the-outermost-stay-apart",
      severity: "error",
      comment: "jobs, src/app and e2e do not import each other. Cure: move the code inwards.",
      from: { path: "^(jobs|src/app|e2e)/", pathNot: TEST },
      to: { path: "^(jobs|src/app|e2e)/", pathNot: "^$1/" },
    },
    {
      name: "testing-is-for-tests",
      severity: "error",
      comment:
        "Only tests, benchmarks, the seed, e2e and the scripts that build invented agreements import src/testing or a test. " +
        "Cure: move what the product needs out of it.",
      from: {
        pathNot: [
          "^src/testing/",
          "^(e2e|bench)/",
          "^prisma/seed\\.ts$",
          "^scripts/(agreements|practice)/",
          "^\\.config/",
          TEST,
        ],
      },
      to: { path: ["^src/testing/", TEST] },
    },
    {
      name: "what-runs-is-installed",
      severity: "error",
      comment:
        "The product imports a package that is only a development dependency. Cure: move it to dependencies.",
      from: { path: "^(src|jobs)/", pathNot: ["^src/testing/", TEST] },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only", "npm"],
        pathNot: npm("@types/[^/]+"),
      },
    },
    {
      name: "imports-resolve",
      severity: "error",
      comment: "The import leads nowhere. Cure: correct the path, or add the package to package.json.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Modules import each other in a circle. Cure: move what both need into a third.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment:
        "Nothing imports this module, and it is no entry of Next, jobs or scripts. Cure: use it or delete it.",
      from: {
        orphan: true,
        pathNot: [
          "^src/app/.*(page|layout|template|loading|error|global-error|not-found|default|route|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\\.tsx?$",
          "^src/(proxy|instrumentation|instrumentation-client)\\.ts$",
          "^(scripts|bench|e2e|\\.config)/",
          "\\.d\\.ts$",
          TEST,
        ],
      },
      to: {},
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^src/generated/"] },
    exclude: { path: ["^next-env\\.d\\.ts$", "\\.(css|woff2?)$"] },
    combinedDependencies: true,
  },
};

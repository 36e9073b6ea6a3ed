// The jobs as two plain files that `node` runs: starting them needs no TypeScript loader, and, since they
// hold their packages, half the time that looking those up takes.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A source map of one character, in place of the one that would be made: an empty one is passed over. */
const NO_MAP = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString("base64");

/**
 * Leaves the packages out of the maps: the worker keeps its map in memory for as long as it runs, and they are nine
 * tenths of it.
 *
 * @type {import("esbuild").Plugin}
 */
const packagesUnmapped = {
  name: "packages unmapped",
  setup: (steps) =>
    steps.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, "utf8")}\n//# sourceMappingURL=data:application/json;base64,${NO_MAP}`,
      loader: "default",
    })),
};

/** @type {import("esbuild").BuildOptions} */
const options = {
  absWorkingDir: root,
  entryPoints: {
    admin: "jobs/admin.ts",
    run: "jobs/run.ts",
    scheduler: "jobs/scheduler.ts",
    web: "jobs/web.ts",
  },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  external: ["pg-native", "next"],
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  platform: "node",
  format: "esm",
  target: "node20",
  plugins: [packagesUnmapped],
  sourcemap: true,
  sourcesContent: false, // lines and names are in the map all the same
  logLevel: "warning",
};

/**
 * Builds now and again after every change.
 *
 * @param {(errors: number) => void} onBuilt told after each build
 */
export async function watchJobs(onBuilt) {
  const watching = await context({
    ...options,
    plugins: [
      ...(options.plugins ?? []),
      { name: "tell", setup: (steps) => steps.onEnd(({ errors }) => onBuilt(errors.length)) },
    ],
  });
  await watching.watch();
  return { stop: () => watching.dispose() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(options).catch(() => process.exit(1)); // esbuild has said why
}

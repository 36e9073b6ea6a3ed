// Rebuilds archive/ from archive/figures: `npm run archive`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}dist/build-archive.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["scripts/archive/archive-folder.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});

const { writeArchive } = await import(pathToFileURL(outfile).href);
const { documents, bytes, removed } = await writeArchive(`${root}archive`);
process.stdout.write(
  `archive: ${documents} documents, ${(bytes / 1024).toFixed(0)} KB, rebuilt from figures.\n`,
);
for (const path of removed) process.stdout.write(`archive: removed ${path}\n`);

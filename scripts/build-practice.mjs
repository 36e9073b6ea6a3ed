// Rebuilds archive/practice from scripts/practice: `npm run practice`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}dist/build-practice.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["scripts/practice/practice-folder.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});

const { writePractice } = await import(pathToFileURL(outfile).href);
const { documents, bytes } = await writePractice(`${root}archive/practice`);
process.stdout.write(
  `practice: ${documents} files, ${(bytes / 1024).toFixed(0)} KB, rebuilt from scripts/practice.\n`,
);

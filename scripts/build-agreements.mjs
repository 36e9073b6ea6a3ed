// Prints the invented agreements that changed, all of them with --all: `npm run agreements`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}dist/build-agreements.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["scripts/agreements/agreements-folder.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});

const { AGREEMENTS_FOLDER, writeAgreements } = await import(pathToFileURL(outfile).href);
const { printed, kept, skipped, removed } = await writeAgreements(
  `${root}${AGREEMENTS_FOLDER}`,
  process.argv.includes("--all"),
);
process.stdout.write(`agreements: ${printed.length} printed, ${kept} kept.\n`);
for (const name of printed) process.stdout.write(`agreements: printed ${name}\n`);
for (const name of removed) process.stdout.write(`agreements: removed ${name}\n`);
for (const { name, missing } of skipped)
  process.stdout.write(`agreements: ${name} NOT printed, ${missing} isn't here\n`);
if (skipped.length > 0) process.exitCode = 1;

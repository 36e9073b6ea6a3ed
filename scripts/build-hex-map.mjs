// Lays the councils of the archive's reference list out as a map of hexagons: `npm run hex-map`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}dist/build-hex-map.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["scripts/map/england-hexes.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});

const { LAYOUT_FILE, layoutModule } = await import(pathToFileURL(outfile).href);
const written = layoutModule(readFileSync(`${root}archive/figures/local_authorities.csv`, "utf8"));
writeFileSync(`${root}${LAYOUT_FILE}`, written);
process.stdout.write(`hex-map: ${LAYOUT_FILE} written\n`);

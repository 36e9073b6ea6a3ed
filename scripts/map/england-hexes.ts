import { type LivingCouncil, livingCouncils } from "./council-centroids";
import { layOut } from "./hex-layout";
import { SHORT_CODES } from "./short-codes";

/** Where the layout is kept. */
export const LAYOUT_FILE = "src/charts/england-hexes.ts";

/**
 * The source text of the module that holds the layout.
 *
 * @param csv the reference list
 * @throws {Error} for a council that has no short code yet
 */
export function layoutModule(csv: string): string {
  const lines = layOut(livingCouncils(csv)).map(
    ({ dfeCode, name, cell: { column, row } }) =>
      `  "${dfeCode}": { short: "${shortCode({ dfeCode, name })}", column: ${column}, row: ${row} }, // ${name}`,
  );
  return `/** A council's cell: rows of hexagons that stand on a point, odd rows half a cell to the right. */
export interface HexCell {
  /** Three letters, never changed. */
  readonly short: string;
  readonly column: number;
  readonly row: number;
}

/** The councils of England by DfE code. Written by \`npm run hex-map\`, not by hand. */
export const ENGLAND_HEXES: Readonly<Record<string, HexCell>> = {
${lines.join("\n")}
};
`;
}

function shortCode({ dfeCode, name }: Pick<LivingCouncil, "dfeCode" | "name">): string {
  const short = SHORT_CODES[dfeCode];
  if (short === undefined) throw new Error(`scripts/map/short-codes.ts has no code for ${dfeCode} ${name}.`);
  return short;
}

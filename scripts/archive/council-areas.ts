import { type FigureFiles, figureRows } from "./figure-rows";

/** Where a council lies and the ONS code it had, as releases of statistics print them. */
export interface CouncilArea {
  readonly gssCode: string;
  readonly regionCode: string;
  readonly regionName: string;
}

/** Finds a council's area by its DfE code on a day; before or after its time, its nearest entry. */
export type AreaFinder = (dfeCode: string, day: string) => CouncilArea;

export function councilAreas(figures: FigureFiles): AreaFinder {
  const rows = figureRows(figures, "figures/local_authorities.csv", [
    "dfe_code",
    "gss_code",
    "region",
    "region_code",
    "valid_from",
    "valid_to",
  ]);
  return (dfeCode, day) => {
    const entries = rows.filter((row) => row.dfe_code === dfeCode);
    const entry =
      entries.find((row) => row.valid_from <= day && (row.valid_to === "" || row.valid_to >= day)) ??
      entries[0];
    if (!entry)
      throw new Error(`archive/figures/local_authorities.csv has no council with the DfE code ${dfeCode}.`);
    return { gssCode: entry.gss_code, regionCode: entry.region_code, regionName: entry.region };
  };
}

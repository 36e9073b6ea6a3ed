import type { AuthorityDraft } from "@/domain/dsg/draft-figures";
import type { DraftReading, FetchedDocument } from "../publication";
import type { StrictRow } from "../strict-row";
import { UnreadableCell } from "../strict-row";
import { readStrictTable } from "../strict-table";
import { type UnnamedAuthority, withSlugs } from "./authority-slugs";

const COLUMNS = [
  "dfe_code",
  "gss_code",
  "name",
  "region",
  "region_code",
  "type",
  "status",
  "valid_from",
  "valid_to",
  "predecessor_gss",
  "successor_gss",
  "aliases",
  "centroid_lat",
  "centroid_lng",
  "source",
] as const;

type Row = StrictRow<(typeof COLUMNS)[number]>;

const TYPES = ["unitary", "metropolitan", "london borough", "county"] as const;

/** Reads `archive/figures/local_authorities.csv`: councils live and ended, one entry per ONS code. */
export function readLocalAuthorities(document: FetchedDocument): DraftReading {
  const reading = readStrictTable(
    {
      file: "local_authorities.csv",
      edition: {
        key: "local-authorities",
        title: "Local authorities of England",
        publishedOn: null,
        financialYear: null,
      },
      columns: COLUMNS,
      read: (row) => [authorityOf(row)],
    },
    document,
  );
  const drafts = reading.figures.filter((figure): figure is AuthorityDraft => figure.type === "authority");
  const named = withSlugs(drafts.map(({ authority }) => authority));
  return {
    ...reading,
    figures: drafts.map((draft, index) => ({ ...draft, authority: named[index] ?? draft.authority })),
  };
}

function authorityOf(row: Row): AuthorityDraft {
  const validTo = row.maybe("valid_to", row.day);
  const status = row.oneOf("status", ["live", "terminated"]);
  if ((status === "live") !== (validTo === null)) {
    throw new UnreadableCell(
      "valid_to",
      `${status === "live" ? "no day" : "a day"} for a ${status} council`,
      validTo ?? "",
    );
  }
  const authority: UnnamedAuthority = {
    dfeCode: row.words("dfe_code"),
    gssCode: row.words("gss_code"),
    name: row.words("name"),
    region: row.words("region"),
    type: row.oneOf("type", TYPES),
    validFrom: row.day("valid_from"),
    validTo,
    predecessorGssCodes: listed(row.text("predecessor_gss")),
    successorGssCodes: listed(row.text("successor_gss")),
    spellings: listed(row.text("aliases")),
    centroid: centroidOf(row),
  };
  return {
    type: "authority",
    authority: { ...authority, slug: "" },
    locator: row.locator("name"),
    citation: { title: "Local authorities, DfE published data QA", url: row.words("source") },
  };
}

function centroidOf(row: Row): UnnamedAuthority["centroid"] {
  const latitude = row.maybe("centroid_lat", row.number);
  const longitude = row.maybe("centroid_lng", row.number);
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function listed(cell: string | null): string[] {
  return cell === null ? [] : cell.split("|").map((part) => part.trim());
}

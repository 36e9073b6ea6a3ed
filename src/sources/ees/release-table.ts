import type { Finding } from "@/domain/finding";
import { type CsvTable, findHeading, peekHeadings, readCsv } from "@/formats/read-csv";
import { readZip, type ZipEntry } from "@/formats/read-zip";

/** One of the files of a release: where it lies in the zip, and its rows. */
export interface ReleaseTable {
  /** `data/caseload.csv` */
  readonly path: string;
  readonly table: CsvTable;
}

export type FoundTable<Layout> =
  | {
      readonly kind: "found";
      readonly release: ReleaseTable;
      readonly layout: Layout;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: "not-found"; readonly finding: Finding };

/** A way in which a publication has laid its figures out: the headings that tell it, and the rows that are wanted. */
export interface TableLayout {
  readonly headings: readonly string[];
  /** Whether a table with these headings holds the figures; others may share its headings. */
  readonly holdsFigures: (table: CsvTable) => boolean;
  /** Decides between two tables that both hold them. */
  readonly usualName: RegExp;
}

/**
 * Opens a release's zip and finds the table that holds the figures, by its headings and never by its name,
 * which changes between releases.
 */
export function findTable<Layout extends TableLayout>(
  zip: Uint8Array,
  layouts: readonly Layout[],
): FoundTable<Layout> {
  const read = readZip(zip);
  if (read.kind === "unreadable") {
    return refuse("unreadable-document", `The release's files can't be unpacked: ${read.reason}.`, {
      expected: "a zip with data/*.csv",
      met: read.reason,
    });
  }
  const files = read.entries.filter(({ path }) => /\.csv$/i.test(path));
  for (const layout of layouts) {
    const alike = files.filter((file) => hasHeadings(peekHeadings(file.bytes), layout.headings));
    if (alike.length > 0) return choose(alike, layout);
  }
  return refuse("missing-heading", "No file of the release has the headings that are read.", {
    expected: layouts.map(({ headings }) => headings.join(", ")).join("; or "),
    met: describeNearest(files, layouts),
  });
}

function hasHeadings(met: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((heading) => findHeading(met, heading) !== "none");
}

function choose<Layout extends TableLayout>(alike: readonly ZipEntry[], layout: Layout): FoundTable<Layout> {
  const holding: ReleaseTable[] = [];
  for (const { path, bytes } of alike) {
    const csv = readCsv(bytes);
    if (csv.kind === "unreadable") {
      return refuse("unreadable-document", `${path} can't be read: ${csv.reason}.`, { met: csv.reason });
    }
    // The first line alone may be read otherwise: a byte further down makes the whole file another encoding.
    const missing = layout.headings.filter((name) => findHeading(csv.table.headings, name) === "none");
    if (missing.length > 0) {
      return refuse("missing-heading", `${path} lacks headings that are read: ${missing.join(", ")}.`, {
        expected: layout.headings.join(", "),
        met: csv.table.headings.join(", "),
      });
    }
    const repeated = layout.headings.filter((name) => findHeading(csv.table.headings, name) === "several");
    if (repeated.length > 0) {
      return refuse("unexpected-layout", `${path} repeats a heading: ${repeated.join(", ")}.`, {
        expected: "each heading once",
        met: csv.table.headings.join(", "),
      });
    }
    if (layout.holdsFigures(csv.table)) holding.push({ path, table: csv.table });
  }
  const [release, ...others] =
    holding.length > 1 ? holding.filter(({ path }) => layout.usualName.test(path)) : holding;
  if (release && others.length === 0) {
    return { kind: "found", release, layout, findings: readingNotes(release) };
  }
  return refuse("unexpected-layout", "It isn't clear which file of the release holds the figures.", {
    expected: "one file with the rows that are read",
    met: holding.length === 0 ? "none" : holding.map(({ path }) => path).join(", "),
  });
}

function readingNotes({ path, table }: ReleaseTable): Finding[] {
  const findings: Finding[] = table.raggedRows.map(({ line, cells }) => ({
    kind: "unreadable-row",
    severity: "doubt",
    message: `Line ${line} of ${path} has ${cells} cells for ${table.headings.length} headings and was set aside.`,
    locator: { path, row: line },
  }));
  if (table.encoding !== "utf-8") {
    findings.push({
      kind: "unexpected-layout",
      severity: "note",
      message: `${path} isn't UTF-8 and was read as ${table.encoding}.`,
    });
  }
  return findings;
}

/** The file that misses least, so that a person sees which heading was renamed. */
function describeNearest(files: readonly ZipEntry[], layouts: readonly TableLayout[]): string {
  if (files.length === 0) return "no CSV file at all";
  const misses = files.map(({ path, bytes }) => {
    const met = peekHeadings(bytes);
    const missing = layouts
      .map(({ headings }) => headings.filter((heading) => findHeading(met, heading) === "none"))
      .reduce((fewest, next) => (next.length < fewest.length ? next : fewest));
    return { path, missing };
  });
  const nearest = misses.reduce((best, next) => (next.missing.length < best.missing.length ? next : best));
  return `${nearest.path} without ${nearest.missing.join(", ")}`;
}

function refuse(
  kind: Finding["kind"],
  message: string,
  seen: Pick<Finding, "expected" | "met">,
): { readonly kind: "not-found"; readonly finding: Finding } {
  return {
    kind: "not-found",
    finding: { kind, severity: "stop", message: `${message} Nothing of it is published.`, ...seen },
  };
}

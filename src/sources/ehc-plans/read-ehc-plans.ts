import type { EhcPlansDraft, NationalTotalDraft } from "@/domain/dsg/draft-figures";
import { financialYearStarting } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Locator } from "@/domain/provenance";
import { missing, type PublishedValue, present } from "@/domain/published-value";
import { findColumns } from "@/formats/read-csv";
import { GEOGRAPHY_HEADINGS, placeOf } from "../ees/geography";
import { findTable } from "../ees/release-table";
import { symbolIn } from "../ees/symbols";
import type { DraftReading, FetchedDocument } from "../publication";
import { countedInJanuary } from "./counted-in-january";
import { allPlansRows, LAYOUTS, SYMBOLS } from "./headings";

/** Reads how many education, health and care plans each council maintained, January by January. */
export function readEhcPlans(document: FetchedDocument): DraftReading {
  const found = findTable(document.bytes, LAYOUTS);
  if (found.kind === "not-found") return stopped(found.finding);
  const { path, table } = found.release;
  const { count, allPlans } = found.layout;
  const geography = findColumns(table, GEOGRAPHY_HEADINGS);
  const counts = findColumns(table, [count]);
  if (geography.kind === "not-found" || counts.kind === "not-found") {
    return stopped({
      kind: "missing-heading",
      severity: "stop",
      message: `The headings of ${path} are damaged; nothing of it is published.`,
      expected: "each heading once, as it's printed",
    });
  }
  const cellOf = geography.columns;

  const plans: EhcPlansDraft<PrintedCouncil>[] = [];
  const totals: NationalTotalDraft[] = [];
  const findings: Finding[] = [...found.findings];
  const years = new Set<number>();
  for (const row of allPlansRows(table, allPlans)) {
    const place = placeOf(row, cellOf);
    if (place.kind === "ignored") continue;
    const locator: Locator = { path, row: row.line, cell: count };
    const year = countedInJanuary(cellOf.time_period(row), cellOf.time_identifier(row));
    if (year === null) {
      return stopped({
        kind: "unexpected-layout",
        severity: "stop",
        message: `Line ${row.line} of ${path} has a date that isn't understood. Nothing of it is published.`,
        expected: "202425 with Academic year, or 2022 with Calendar year or Reporting year",
        met: `${cellOf.time_period(row)} with ${cellOf.time_identifier(row) || "none"}`,
        locator,
      });
    }
    years.add(year);
    const printed = counts.columns[count]?.(row) ?? "";
    const figure = readCount(printed);
    if (figure === null)
      findings.push(unreadable(place.kind === "council" ? place.council : null, year, printed, locator));
    else if (place.kind === "council")
      plans.push({ type: "ehc-plans", council: place.council, year, plans: figure, locator });
    else if (figure.kind === "value") totals.push(totalOf(year, figure.value, locator));
  }

  const latest = Math.max(...years);
  if (years.size === 0) return stopped(noCouncil(path));
  return {
    edition: {
      key: String(latest),
      title: `Education, health and care plans ${latest}`,
      publishedOn: null,
      financialYear: financialYearStarting(latest - 1),
    },
    figures: [...plans, ...totals],
    findings,
  };
}

/** Plans are counted one by one, so anything but a whole number or a symbol is a misreading. */
function readCount(printed: string): PublishedValue<number> | null {
  const symbol = symbolIn(printed, SYMBOLS);
  if (symbol) return missing(symbol);
  return /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/.test(printed)
    ? present(Number(printed.replaceAll(",", "")))
    : null;
}

function totalOf(year: number, value: number, locator: Locator): NationalTotalDraft {
  return {
    type: "national-total",
    measure: "ehc-plans",
    period: String(year),
    value,
    publishedOn: null,
    locator,
  };
}

function unreadable(
  council: PrintedCouncil | null,
  year: number,
  printed: string,
  locator: Locator,
): Finding {
  return {
    kind: "unreadable-cell",
    severity: "doubt",
    message: `The number of plans of ${council?.name ?? "England"} in January ${year} can't be read, so the row was set aside.`,
    expected: `a whole number or one of ${Object.keys(SYMBOLS).join(" ")}`,
    met: printed === "" ? "a blank" : printed,
    locator,
    ...(council ? { council: council.name } : {}),
  };
}

function noCouncil(path: string): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `${path} has rows about all plans, but none for England or a council. Nothing of it is published.`,
    expected: "geographic_level National or Local authority",
  };
}

function stopped(finding: Finding): DraftReading {
  return { edition: null, figures: [], findings: [finding] };
}

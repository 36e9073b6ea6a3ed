import type { NationalTotalDraft, OutturnDraft } from "@/domain/dsg/draft-figures";
import { compareYears, type FinancialYear, financialYearStarting, lastDay } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Money, MoneyUnit } from "@/domain/money";
import { missing, type PublishedValue, present } from "@/domain/published-value";
import { readMoney } from "@/domain/read-money";
import { findTable } from "../ees/release-table";
import { symbolIn } from "../ees/symbols";
import type { DraftReading, FetchedDocument } from "../publication";
import { afterStabilityGrantAt } from "../stability-grant-dates";
import { doubtCarriedForward } from "./compare-brought-forward";
import { decideUnit } from "./decide-unit";
import { LAYOUTS, SYMBOLS } from "./headings";
import { type ReturnLine, returnLines } from "./return-lines";

/**
 * Line 1.9.3 is positive for a deficit from this year on: DfE's own dashboard negates it, and West
 * Berkshire's 9,450,119 is its reported deficit of £9.45m. Of earlier years the sign is not verified.
 */
const SIGN_KNOWN_FROM: FinancialYear = financialYearStarting(2019);

/**
 * Reads the balance of the dedicated schools grant carried forward (section 251 outturn, line 1.9.3) from a
 * release of "LA and school expenditure".
 *
 * A positive figure is a deficit. It is the whole grant, all blocks together, net of safety valve money received.
 */
export function readSection251Outturn(document: FetchedDocument): DraftReading {
  const found = findTable(document.bytes, LAYOUTS);
  if (found.kind === "not-found") return stopped(found.finding);
  const picked = returnLines(found.release);
  if (picked.kind === "not-understood") return stopped(picked.finding);

  const lines = picked.lines.filter(({ year }) => compareYears(year, SIGN_KNOWN_FROM) >= 0);
  const carried = lines.filter(({ line }) => line === "carried-forward");
  const latest = carried
    .map(({ year }) => year)
    .sort()
    .at(-1);
  const ignored = [...new Set(picked.lines.map(({ year }) => year))].filter(
    (year) => compareYears(year, SIGN_KNOWN_FROM) < 0,
  );
  if (!latest) return stopped(noYear(ignored));

  const unit = decideUnit(amountsByYear(carried));
  if (unit.kind === "ambiguous") {
    return stopped({
      kind: "unexpected-layout",
      severity: "stop",
      message:
        "It isn't clear whether the figures are in £ or in £ million. Nothing of the release is published.",
      expected: "balances together of at most 100,000 (£ million) or at least 10,000,000 (£) in every year",
      met: unit.met,
    });
  }

  const findings: Finding[] = [...found.findings];
  if (ignored.length > 0) findings.push(noteIgnored(ignored));
  const outturns: OutturnDraft<PrintedCouncil>[] = [];
  const totals: NationalTotalDraft[] = [];
  for (const line of carried) {
    const deficit = readFigure(line, unit.unit);
    if (deficit === "unreadable") findings.push(unreadable(line));
    else if (line.council) outturns.push(outturnOf(line, line.council, deficit));
    else if (deficit.kind === "value") totals.push(totalOf(line, deficit.value));
  }

  const brought = lines.filter(({ line }) => line === "brought-forward");
  const compared = doubtCarriedForward(outturns, brought, (line) => readFigure(line, unit.unit));
  return {
    edition: {
      key: latest,
      title: `LA and school expenditure ${latest}`,
      publishedOn: null,
      financialYear: latest,
    },
    figures: [...compared.outturns, ...totals],
    findings: [...findings, ...compared.findings],
  };
}

function readFigure({ printed }: ReturnLine, unit: MoneyUnit): PublishedValue<Money> | "unreadable" {
  const symbol = symbolIn(printed, SYMBOLS);
  if (symbol) return missing(symbol);
  const read = readMoney(printed, unit);
  return read.kind === "amount" ? present(read.amount) : "unreadable";
}

function amountsByYear(carried: readonly ReturnLine[]): Money[][] {
  const years = new Map<FinancialYear, Money[]>();
  for (const line of carried) {
    const figure = line.council ? readFigure(line, "pound") : "unreadable";
    if (figure === "unreadable" || figure.kind === "missing") continue;
    years.set(line.year, [...(years.get(line.year) ?? []), figure.value]);
  }
  return [...years.values()];
}

function outturnOf(
  line: ReturnLine,
  council: PrintedCouncil,
  deficit: PublishedValue<Money>,
): OutturnDraft<PrintedCouncil> {
  const asAt = lastDay(line.year);
  return {
    type: "outturn",
    council,
    asAt,
    asAtInferred: false,
    deficit,
    error: null,
    basis: "net",
    scope: "dsg",
    after: { safetyValve: "yes", stabilityGrant: afterStabilityGrantAt(asAt), localContribution: "unknown" },
    kind: "outturn",
    publishedOn: null,
    wording: line.wording,
    copyOf: null,
    locator: line.locator,
  };
}

function totalOf(line: ReturnLine, value: Money): NationalTotalDraft {
  return {
    type: "national-total",
    measure: "dsg-deficit",
    period: line.year,
    value,
    publishedOn: null,
    locator: line.locator,
  };
}

function unreadable({ council, year, printed, locator }: ReturnLine): Finding {
  return {
    kind: "unreadable-cell",
    severity: "doubt",
    message: `The balance of ${council?.name ?? "England"} for ${year} can't be read, so the row was set aside.`,
    expected: `an amount or one of ${Object.keys(SYMBOLS).join(" ")}`,
    met: printed === "" ? "a blank" : printed,
    locator,
    ...(council ? { council: council.name } : {}),
  };
}

function noteIgnored(years: readonly FinancialYear[]): Finding {
  return {
    kind: "unexpected-layout",
    severity: "note",
    message: `Balances for ${[...years].sort().join(", ")} aren't published here: before ${SIGN_KNOWN_FROM} it isn't verified whether a positive figure is a deficit.`,
  };
}

function noYear(ignored: readonly FinancialYear[]): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: "The release has no balance of the grant for a year that is read. Nothing of it is published.",
    expected: `line 1.9.3 for ${SIGN_KNOWN_FROM} or later`,
    met: ignored.length > 0 ? [...ignored].sort().join(", ") : "none",
  };
}

function stopped(finding: Finding): DraftReading {
  return { edition: null, figures: [], findings: [finding] };
}

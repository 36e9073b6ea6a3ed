import { figureNamed } from "@/domain/corrections/figure-named";
import type { MissingReason } from "@/domain/published-value";
import { correctedFigureName } from "./changed-figures";
import { formatDate, formatJanuary, formatYear } from "./dates";
import { missingWords } from "./missing";
import { formatExactGbp } from "./money";

/** One thing that was read of a document, to be held beside it. */
export interface LineRead {
  /** What is stated: "Deficit at 31 March 2025, after DfE money (net)". */
  readonly label: string;
  /** As it was read: "£20.5 million", "not stated". */
  readonly value: string;
  /** The term of an agreement that has a place of its own in the document. */
  readonly term?: string;
}

type Columns = Readonly<Record<string, unknown>>;

const NOT_STATED = "not stated";

/**
 * What a stored row says, line by line, in words.
 *
 * @param table the figure table's name
 */
export function linesRead(table: string, columns: Columns): readonly LineRead[] {
  switch (table) {
    case "authorityRecord":
      return [
        {
          label: `${text(columns.name)} (${text(columns.gssCode)})`,
          value: `${text(columns.type)}, ${text(columns.region)}, from ${day(columns.validFrom)}${columns.validTo ? ` to ${day(columns.validTo)}` : ""}`,
        },
      ];
    case "allocation":
      return [
        money(
          sumName("allocation", "beforeDeductionsPence", columns),
          columns,
          "beforeDeductionsPence",
          "beforeMissing",
        ),
        money(
          sumName("allocation", "afterDeductionsPence", columns),
          columns,
          "afterDeductionsPence",
          "afterMissing",
        ),
      ];
    case "nationalTotal":
      return [
        {
          label: `Total printed: ${words(columns.measure)}, ${text(columns.period)}`,
          value: text(columns.measure) === "ehc-plans" ? count(columns.value) : pounds(columns.value),
        },
      ];
    case "outturn":
      return [money(sumName("outturn", "deficitPence", columns), columns, "deficitPence", "missing")];
    case "inYearBalance":
      return [money(sumName("inYearBalance", "balancePence", columns), columns, "balancePence", "missing")];
    case "ehcPlanCount":
      return [
        {
          label: `EHC plans in ${formatJanuary(Number(columns.year))}`,
          value: typeof columns.plans === "number" ? count(columns.plans) : missing(columns.missing),
        },
      ];
    case "agreement":
      return agreementLines(columns);
    case "agreementDocument":
      return [{ label: `Agreement listed for ${year(columns.signedYear)}`, value: text(columns.title) }];
    case "profilePoint":
      return [money(sumName("profilePoint", "deficitPence", columns), columns, "deficitPence")];
    case "payment":
      return [money(sumName("payment", "amountPence", columns), columns, "amountPence")];
    case "localContribution":
      return [money(sumName("localContribution", "amountPence", columns), columns, "amountPence")];
    case "condition":
      return [{ label: `Condition ${text(columns.position)}`, value: text(columns.text) }];
    case "programmeMember":
      return [
        {
          label: words(columns.programme),
          value: columns.tranche ? `tranche ${text(columns.tranche)}` : "in it",
        },
      ];
    case "stabilityGrantItem":
      return [{ label: `Stability grant: ${words(columns.item)}`, value: text(columns.summary) }];
    case "statement":
      return [
        { label: `Statement by ${text(columns.by)}, ${text(columns.date)}`, value: text(columns.summary) },
      ];
    case "event":
      return [{ label: `${words(columns.kind)}, ${text(columns.date)}`, value: text(columns.summary) }];
    case "nationalFigure":
      return [
        {
          label: `${words(columns.measure)} for ${year(columns.financialYear)}, national`,
          value: pounds(columns.amountPence),
        },
      ];
    default:
      return [{ label: words(table), value: NOT_STATED }];
  }
}

function agreementLines(columns: Columns): readonly LineRead[] {
  const term = (name: string, label: string, value: string): LineRead => ({ label, value, term: name });
  return [
    { label: "Signed for", value: year(columns.cohort) },
    term(
      "years",
      "Years covered",
      columns.fromYear || columns.toYear
        ? `${year(columns.fromYear)} to ${year(columns.toYear)}`
        : NOT_STATED,
    ),
    term("balanceBy", "Year by which the in-year balance is positive", year(columns.balanceBy)),
    term("clearedBy", "Year by which the deficit is cleared", year(columns.clearedBy)),
    term("total", "Total funding", pounds(columns.totalPence)),
    term("suspended", "Payments suspended", columns.suspended ? "yes" : "no"),
    term("signedOn", "Signed on", day(columns.signedOn)),
    term("monitoring", "Monitoring", text(columns.monitoring)),
    term("review", "Review", text(columns.review)),
  ];
}

function sumName(table: Parameters<typeof figureNamed>[0], column: string, columns: Columns): string {
  const { subject, financialYear } = figureNamed(table, column, columns);
  return correctedFigureName(subject, financialYear ?? undefined).replace(/,$/, "");
}

function money(label: string, columns: Columns, column: string, reason?: string): LineRead {
  const sum = columns[column];
  if (typeof sum === "bigint") return { label, value: pounds(sum) };
  return { label, value: reason === undefined ? NOT_STATED : missing(columns[reason]) };
}

function pounds(pence: unknown): string {
  return typeof pence === "bigint" ? formatExactGbp(Number(pence) / 100) : NOT_STATED;
}

function count(number: unknown): string {
  return Number(number).toLocaleString("en-GB");
}

function missing(reason: unknown): string {
  return typeof reason === "string" ? missingWords(reason as MissingReason) : NOT_STATED;
}

function year(value: unknown): string {
  return typeof value === "string" && /^\d{4}-\d\d$/.test(value) ? formatYear(value) : text(value);
}

function day(value: unknown): string {
  return typeof value === "string" && value !== "" ? formatDate(value) : NOT_STATED;
}

function text(value: unknown): string {
  return value === null || value === undefined || value === "" ? NOT_STATED : String(value);
}

function words(value: unknown): string {
  const said = text(value)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("-", " ")
    .replaceAll("_", " ");
  return said.charAt(0).toUpperCase() + said.slice(1).toLowerCase();
}

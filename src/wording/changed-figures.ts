import { BASES, LOCAL_CONTRIBUTIONS, SCOPES } from "@/domain/dsg/balance";
import { lastDay, readFinancialYear } from "@/domain/financial-year";
import type { Changed, PublishedChangeValue } from "@/shapes/change-shapes";
import { basisWords, kindWords, localContributionWords, scopeWords } from "./balance";
import { changeKindWords } from "./change-kinds";
import { formatDate, formatYear } from "./dates";

/* Names of figures from the subjects under which their changes are recorded. */

/** The day at which a year's cumulative deficit stands: "31 March 2025". */
export function yearEndOf(financialYear: string | undefined): string {
  const year = financialYear === undefined ? null : readFinancialYear(financialYear);
  return year === null ? "the year end" : formatDate(lastDay(year));
}

const STATUS: Readonly<Record<string, string>> = {
  planned: "Planned",
  paid: "Paid",
  withheld: "Withheld",
  released: "Released",
};
const COVERS: Readonly<Record<string, string>> = {
  year: "payment",
  instalment: "instalment",
  cumulative: "payments to date",
  remainder: "remainder of the payments",
};

/** `planned, year` is "Planned payment", `withheld, instalment` is "Withheld instalment". */
export function paymentName(subject: string): string {
  const [status = "", covers = ""] = subject.split(", ");
  return `${STATUS[status] ?? "Stated"} ${COVERS[covers] ?? "payment"}`;
}

/** The term of an agreement that a change is about: "Planned deficit at 31 March 2025". */
export function termName({
  kind,
  financialYear,
  subject = "",
}: Pick<Changed, "kind" | "financialYear" | "subject">): string {
  const ofYear = financialYear === undefined ? "" : ` for ${formatYear(financialYear)}`;
  switch (kind) {
    case "clearance-year-changed":
      return "Year by which the deficit is cleared";
    case "profile-point-changed":
      return subject === "footing"
        ? "What the planned deficits count"
        : `Planned deficit at ${yearEndOf(financialYear)}`;
    case "payment-changed":
      return `${paymentName(subject)}${ofYear}`;
    case "local-contribution-changed":
      return `Council’s own contribution${ofYear}`;
    case "condition-changed":
      return `Condition ${subject}`;
    case "review-status-changed":
      return subject === "payments-suspended" ? "Payments suspended" : "Under review";
    default:
      return changeKindWords(kind);
  }
}

/** `outturn, net, dsg` at the end of a year is "Deficit at 31 March 2025, after DfE money (net),". */
export function balanceName(subject: string, financialYear: string | undefined): string {
  const [kind = "", basis = "", scope = "", asAt] = subject.split(", ");
  const day = asAt === undefined ? yearEndOf(financialYear) : formatDate(asAt);
  const noun = kind === "forecast" || kind === "provisional" ? `${sentence(kind)} deficit` : "Deficit";
  const details = [
    word(BASES, basis, basisWords),
    scope === "dsg" ? null : word(SCOPES, scope, scopeWords),
    kind === "derived" ? kindWords(kind) : null,
  ].filter((part) => part !== null);
  return details.length === 0 ? `${noun} at ${day}` : `${noun} at ${day}, ${details.join(", ")},`;
}

/** A sum that was corrected, from the subject under which that is recorded: "In-year balance for 2024 to 2025". */
export function correctedFigureName(subject: string, financialYear: string | undefined): string {
  const [sort = "", ...rest] = subject.split(": ");
  const detail = rest.join(": ");
  const year = financialYear === undefined ? {} : { financialYear };
  const ofYear = financialYear === undefined ? "" : ` for ${formatYear(financialYear)}`;
  switch (sort) {
    case "allocation":
      return `High needs block${ofYear}, ${detail.replace("-", " ")},`;
    case "outturn":
      return balanceName(detail, financialYear);
    case "in-year-balance":
      return `In-year balance${ofYear}`;
    case "total":
      return termName({ kind: "total-changed" });
    case "profile-point":
      return termName({ kind: "profile-point-changed", ...year });
    case "payment":
      return termName({ kind: "payment-changed", ...year, subject: detail });
    case "local-contribution":
      return termName({ kind: "local-contribution-changed", ...year });
    default:
      return "A figure";
  }
}

/** `gross, dsg, excluded` in words; several kinds of points are joined. */
export function footingWords(value: PublishedChangeValue | null): string {
  if (value?.kind !== "text") return "not stated";
  const footings = value.text.split("; ").map((footing) => {
    const [basis = "", scope = "", local = ""] = footing.split(", ");
    return [
      word(BASES, basis, basisWords),
      word(SCOPES, scope, scopeWords),
      word(LOCAL_CONTRIBUTIONS, local, localContributionWords),
    ]
      .filter((part) => part !== null)
      .join(", ");
  });
  return `“${footings.join("; ")}”`;
}

function word<T extends string>(
  known: readonly T[],
  text: string,
  words: (value: T) => string,
): string | null {
  const value = known.find((one) => one === text);
  return value === undefined ? null : words(value);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

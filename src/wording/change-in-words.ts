import type { ChangeKind } from "@/domain/changes/change";
import type { Changed, PublishedChangeValue } from "@/shapes/change-shapes";
import { changeValueWords, movedWords } from "./change-values";
import { balanceName, correctedFigureName, footingWords, termName } from "./changed-figures";
import { formatDate, formatDay, formatYear } from "./dates";
import { formatCount, formatExactGbp, formatGbp } from "./money";

/**
 * A change as one plain sentence, without the council's name and without judgement: "Balance year moved from
 * 2025 to 2026 to 2027 to 2028".
 */
export function changeInWords(change: Changed): string {
  const { kind, subject = "", financialYear, before, after } = change;
  const year = financialYear === undefined ? "" : formatYear(financialYear);
  const ofYear = year === "" ? "" : ` for ${year}`;
  switch (kind) {
    case "attachment-added":
      return `“${subject}” was added to the page`;
    case "attachment-removed":
      return `“${subject}” was removed from the page`;
    case "attachment-replaced":
      return `The document “${subject}” was replaced`;
    case "attachment-renamed":
      return isAddress(after)
        ? `The document “${subject}” moved to a new address`
        : `“${changeValueWords(before)}” was renamed “${changeValueWords(after)}”`;
    case "page-text-changed":
      return subject === "title"
        ? `The page’s title changed from “${changeValueWords(before)}” to “${changeValueWords(after)}”`
        : "The page’s text changed";
    case "page-note-added":
      return `The publisher noted${subject === "" ? "" : ` on ${noteDay(subject)}`}: ${changeValueWords(after)}`;
    case "page-withdrawn":
      return holds(after)
        ? `The page was withdrawn${subject === "" ? "" : `: ${subject}`}`
        : "The page is no longer withdrawn";
    case "review-status-changed":
      return reviewStatusWords(subject, holds(after));
    case "balance-year-changed":
    case "clearance-year-changed":
      return moved(termName(change), before, after);
    case "years-covered-changed":
      return yearsMoved(before, after);
    case "total-changed":
      return sumMoved(termName(change), before, after);
    case "profile-point-changed":
      return subject === "footing"
        ? `What the planned deficits count changed from ${footingWords(before)} to ${footingWords(after)}`
        : sumMoved(termName(change), before, after, deficitOrSurplus);
    case "payment-changed":
    case "local-contribution-changed":
      return sumMoved(termName(change), before, after);
    case "condition-changed":
      return `Condition ${subject} was ${came(before, after)}`;
    case "monitoring-changed":
      return `How progress is monitored was ${came(before, after)}`;
    case "review-terms-changed":
      return `What can reopen the agreement was ${came(before, after)}`;
    case "allocation-published":
    case "allocation-restated":
      return published(kind, `High needs block${ofYear}, ${subject.replace("-", " ")},`, before, after);
    case "outturn-published":
    case "outturn-restated":
      return published(kind, balanceName(subject, financialYear), before, after, deficitOrSurplus);
    case "in-year-balance-published":
    case "in-year-balance-restated":
      return published(kind, `In-year balance${ofYear}`, before, after);
    case "ehc-plans-published":
    case "ehc-plans-restated":
      return published(kind, `EHC plans in January ${subject}`, before, after);
    case "figure-corrected":
      return corrected(change);
    case "correction-withdrawn":
      return uncorrected(change);
  }
}

type Value = PublishedChangeValue | null;

const isAddress = (value: Value) => value?.kind === "text" && /^https?:/.test(value.text);
const holds = (value: Value) => value?.kind === "truth" && value.holds;

/** Notes carry an instant, or as much of a date as is known. */
function noteDay(date: string): string {
  return date.length > 10 ? formatDay(date) : formatDate(date);
}

function reviewStatusWords(subject: string, is: boolean): string {
  if (subject === "payments-suspended") {
    return is
      ? "The agreement now says that payments are suspended"
      : "The agreement no longer says that payments are suspended";
  }
  return is ? "The agreement was put under review" : "The agreement is no longer marked as under review";
}

function came(before: Value, after: Value): string {
  if (before === null) return "added";
  return after === null ? "removed" : "reworded";
}

function moved(name: string, before: Value, after: Value): string {
  if (before === null) return `${name} now stated: ${changeValueWords(after)}`;
  if (after === null) return `${name} no longer stated; it was ${changeValueWords(before)}`;
  return `${name} moved from ${changeValueWords(before)} to ${changeValueWords(after)}`;
}

function yearsMoved(before: Value, after: Value): string {
  const quoted = (value: Value) => (value === null ? "not stated" : `“${changeValueWords(value)}”`);
  return `Years covered changed from ${quoted(before)} to ${quoted(after)}`;
}

type MoneyWords = (gbp: number, format: (gbp: number) => string) => string;

const plainly: MoneyWords = (gbp, format) => format(gbp);
/** A deficit is positive; below zero it's a surplus, and said so. */
const deficitOrSurplus: MoneyWords = (gbp, format) =>
  gbp < 0 ? `a surplus of ${format(-gbp)}` : format(gbp);

function worded(value: Value, money: MoneyWords): string {
  return changeValueWords(value, (gbp) => money(gbp, formatGbp));
}

function sumMoved(name: string, before: Value, after: Value, money: MoneyWords = plainly): string {
  if (before === null) return `${name} added: ${worded(after, money)}`;
  if (after === null) return `${name} removed; it was ${worded(before, money)}`;
  if (before.kind === "money" && after.kind === "money") {
    const verb = after.amountGbp > before.amountGbp ? "raised" : "lowered";
    return `${name} ${verb} ${movedWords(before.amountGbp, after.amountGbp, money)}`;
  }
  return `${name} changed from ${worded(before, money)} to ${worded(after, money)}`;
}

/** Deficits, planned ones too, are said as surpluses below zero; a balance keeps its sign. */
function moneyWordsFor(subject: string): MoneyWords {
  return /^(?:outturn|profile-point)/.test(subject) ? deficitOrSurplus : plainly;
}

function corrected({ subject = "", financialYear, before, after }: Changed): string {
  const [name, money] = [correctedFigureName(subject, financialYear), moneyWordsFor(subject)];
  return before?.kind === "money" && after?.kind === "money"
    ? `${name} corrected ${movedWords(before.amountGbp, after.amountGbp, money)}`
    : `${name} corrected`;
}

function uncorrected({ subject = "", financialYear, before, after }: Changed): string {
  const [name, money] = [correctedFigureName(subject, financialYear), moneyWordsFor(subject)];
  const alike = worded(before, money) === worded(after, money);
  const sum = (value: Value) =>
    changeValueWords(value, (gbp) => money(gbp, alike ? formatExactGbp : formatGbp));
  return `${name} shown as published again, ${sum(after)}: its correction to ${sum(before)} was withdrawn`;
}

function published(
  kind: ChangeKind,
  name: string,
  before: Value,
  after: Value,
  money: MoneyWords = plainly,
): string {
  if (kind.endsWith("-published")) return `${name} published: ${worded(after, money)}`;
  if (after === null || before === null) return `${name} taken out; it was ${worded(before, money)}`;
  if (before.kind === "money" && after.kind === "money") {
    return `${name} restated ${movedWords(before.amountGbp, after.amountGbp, money)}`;
  }
  if (before.kind === "count" && after.kind === "count") {
    const size = after.count - before.count;
    const way = size > 0 ? "up" : "down";
    return `${name} restated from ${formatCount(before.count)} to ${formatCount(after.count)} (${way} ${formatCount(Math.abs(size))})`;
  }
  return `${name} restated from ${worded(before, money)} to ${worded(after, money)}`;
}

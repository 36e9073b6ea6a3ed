import { type CalendarDate, daysBetween, latestDay, type PartialDate } from "../calendar-date";
import type { Basis, Kind, Scope } from "../dsg/balance";
import { financialYearOf, lastDay } from "../financial-year";
import { type Money, magnitude, moneyOf, pence, subtract } from "../money";

/** A deficit that somebody wants to enter. */
export interface EnteredOutturn {
  readonly asAt: CalendarDate;
  readonly deficit: Money;
  readonly error: Money | null;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly kind: Kind;
  readonly publishedOn: PartialDate | null;
  readonly copyOf: string | null;
}

/** A deficit of the same council that counts today. */
export interface HeldOutturn extends EnteredOutturn {
  readonly publication: string;
  /** Whose page it's from, for people. */
  readonly title: string;
}

/** What speaks against an entry; it may be right all the same, and a person has to say so. */
export type OutturnDoubt =
  | { readonly kind: "differs"; readonly held: HeldOutturn }
  | { readonly kind: "copy"; readonly held: HeldOutturn }
  | { readonly kind: "jump"; readonly held: HeldOutturn }
  | { readonly kind: "not-a-year-end" }
  | { readonly kind: "large" }
  | { readonly kind: "published-before" }
  | { readonly kind: "forecast-of-the-past" };

/** More than any council has ever carried: somebody has taken thousands for millions. */
const LARGE = moneyOf(500, "million");
/** A year end beside another: within so many days. */
const NEIGHBOURING_DAYS = 370;
/** What a council's deficit seldom does from one year end to the next: change by more than this and more than half. */
const JUMP = moneyOf(10, "million");

/**
 * What a person should look at before a deficit is kept, held against what is held of the same council.
 *
 * @param held without the row that is edited
 */
export function outturnDoubts(
  entered: EnteredOutturn,
  held: readonly HeldOutturn[],
  today: CalendarDate,
): OutturnDoubt[] {
  const doubts: OutturnDoubt[] = [];
  const sameDay = held.filter(({ asAt }) => asAt === entered.asAt);
  for (const other of sameDay.filter((one) => mayBeCompared(one, entered))) {
    if (isSame(entered, other)) {
      const published = other.publication !== "evidence-register";
      if (published && entered.copyOf === null) doubts.push({ kind: "copy", held: other });
    } else if (other.kind !== "forecast" || entered.kind === "forecast") {
      doubts.push({ kind: "differs", held: other });
    }
  }
  const neighbour = held
    .filter(
      (one) =>
        one.asAt !== entered.asAt &&
        one.basis === entered.basis &&
        one.scope === entered.scope &&
        one.kind !== "forecast" &&
        distance(one, entered) <= NEIGHBOURING_DAYS,
    )
    .toSorted((a, b) => distance(a, entered) - distance(b, entered))[0];
  if (neighbour && jumps(entered.deficit, neighbour.deficit)) doubts.push({ kind: "jump", held: neighbour });
  if (entered.asAt !== lastDay(financialYearOf(entered.asAt))) doubts.push({ kind: "not-a-year-end" });
  if (magnitude(entered.deficit) > LARGE) doubts.push({ kind: "large" });
  if (
    entered.kind !== "forecast" &&
    entered.publishedOn !== null &&
    latestDay(entered.publishedOn) < entered.asAt
  ) {
    doubts.push({ kind: "published-before" });
  }
  if (entered.kind === "forecast" && entered.publishedOn === null && entered.asAt < today) {
    doubts.push({ kind: "forecast-of-the-past" });
  }
  return doubts;
}

/** Unlike bases and scopes never meet; one that isn't stated may be the same. */
function mayBeCompared(a: EnteredOutturn, b: EnteredOutturn): boolean {
  const meet = (one: string, other: string) => one === other || one === "unknown" || other === "unknown";
  return meet(a.basis, b.basis) && meet(a.scope, b.scope);
}

function isSame(a: EnteredOutturn, b: EnteredOutturn): boolean {
  const margin = (a.error ?? 0) + (b.error ?? 0);
  return magnitude(subtract(a.deficit, b.deficit)) <= margin;
}

function distance(a: EnteredOutturn, b: EnteredOutturn): number {
  return Math.abs(daysBetween(a.asAt, b.asAt));
}

function jumps(now: Money, then: Money): boolean {
  const by = magnitude(subtract(now, then));
  const larger = pence(Math.max(magnitude(now), magnitude(then)));
  return by > JUMP && by > larger / 2;
}

/** Whether what is said to have happened is yet to come. */
export function isYetToCome(asAt: CalendarDate, kind: Kind, today: CalendarDate): boolean {
  return kind !== "forecast" && asAt > today;
}

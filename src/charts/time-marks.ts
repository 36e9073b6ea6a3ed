import type { Agreement, Authority } from "@/shapes/api-shapes";
import { formatYearEnd } from "@/wording/dates";
import { balanceMarkWords } from "@/wording/promise";
import { yearEndOf } from "./balance-series";

/** A date that matters, drawn as a vertical line with its words at the top. */
export interface TimeMark {
  readonly date: string;
  readonly text: string;
}

/** The day on which the statutory override ends: until then deficits stay off councils' main books. */
const OVERRIDE_ENDS = "2028-03-31";

type Marked = {
  readonly agreements: readonly Pick<
    Agreement,
    "signedOn" | "balanceBy" | "balanceBySource" | "current" | "suspended"
  >[];
  readonly events: readonly Pick<Authority["events"][number], "date" | "kind">[];
  readonly validTo: string | null;
};

/** Signed, suspended, the balance year of the newest version that names one, and the end of the override. */
export function timeMarksOf({ agreements, events, validTo }: Marked): TimeMark[] {
  const dateOf = (kind: string) => events.find((event) => event.kind === kind)?.date ?? undefined;
  const marks: TimeMark[] = [];
  // Of a bare year there is no place on the line.
  const add = (date: string | undefined, words: (yearEnd: string) => string) => {
    if (date !== undefined && date.length > 4) marks.push({ date, text: words(formatYearEnd(date)) });
  };
  if (agreements.length > 0) {
    const signedOn = agreements.find((agreement) => agreement.signedOn !== undefined)?.signedOn;
    add(signedOn ?? dateOf("signed"), (date) => `signed ${date}`);
  }
  if (agreements.some(({ suspended }) => suspended)) {
    add(dateOf("suspended") ?? dateOf("payment_withheld"), (date) => `suspended ${date}`);
  }
  const promised = agreements.findLast(({ balanceBy }) => balanceBy !== null);
  if (promised !== undefined && promised.balanceBy !== null) {
    add(yearEndOf(promised.balanceBy), (date) => balanceMarkWords(promised, agreements, date));
  }
  if (validTo === null) add(OVERRIDE_ENDS, (date) => `override ends ${date}`);
  return marks;
}

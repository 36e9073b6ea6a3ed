import { type Money, type MoneyUnit, PENCE_PER, pence } from "./money";
import type { MissingReason } from "./published-value";

/** What a printed amount says: a sum and how precisely it was printed, or why there is none. */
export type PrintedMoney =
  | {
      readonly kind: "amount";
      readonly amount: Money;
      /** Half a unit of the last printed digit: £0.1m printed means £50,000 either way. */
      readonly roundedWithin: Money;
    }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  | { readonly kind: "unreadable"; readonly printed: string };

const UNIT_WORDS: ReadonlyArray<readonly [RegExp, MoneyUnit]> = [
  [/^(?:bn|billion)$/i, "billion"],
  [/^(?:m|mn|mil|million)$/i, "million"],
  [/^(?:k|thousand|000s?)$/i, "thousand"],
];

/** Today's tables print the marks in square brackets, older ones without. */
const MISSING_WORDS: ReadonlyArray<readonly [RegExp, MissingReason]> = [
  [/^(?:|-|tb[acd]|to be (?:agreed|confirmed|determined)|not available|x|:|\.\.)$/i, "not-available"],
  [/^(?:z|n\/a|not applicable)$/i, "not-applicable"],
  [/^c$/i, "confidential"],
  [/^(?:low|k|~)$/i, "low"],
];

/**
 * Reads one printed amount: `£20.5m`, `£20.528 million`, `20,528,000`, `20 528 000`, `(3.2)`, `-£3.2m`,
 * `nil`, `TBC`, blank and the symbols of official statistics. A blank is never zero.
 *
 * @param printed the cell or phrase, nothing around it
 * @param unit what a bare number stands for: the unit of the column or table
 */
export function readMoney(printed: string, unit: MoneyUnit = "pound"): PrintedMoney {
  const text = withoutFootnotes(printed)
    .normalize("NFKC")
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

  if (/^nil$/i.test(text)) return { kind: "amount", amount: pence(0), roundedWithin: pence(0) };
  const mark = /^\[(\w+)\]$/.exec(text)?.[1] ?? text;
  for (const [words, reason] of MISSING_WORDS) if (words.test(mark)) return { kind: "missing", reason };

  // Brackets take the place of a minus: (3.2), (£3.2m), £(3.2)m.
  const bracketed = /^(?<before>-?£? ?)\((?<inside>[^()]*)\)(?<after>[a-z ]*)$/i.exec(text)?.groups;
  const inner = bracketed ? `${bracketed.before}${bracketed.inside}${bracketed.after}` : text;
  const groups =
    /^(?<sign>[-+]?)£?(?<sign2>[-+]?)(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.(?<fraction>\d+))? ?(?<word>[a-z]+)?$/i.exec(
      inner.replace(/\s*£+\s*/g, "£"),
    )?.groups;
  const signs = `${groups?.sign ?? ""}${groups?.sign2 ?? ""}`;
  if (
    !groups ||
    (groups.whole === undefined && groups.fraction === undefined) ||
    signs.length > 1 ||
    (bracketed && signs === "+")
  ) {
    return { kind: "unreadable", printed };
  }

  const named = groups.word ? UNIT_WORDS.find(([words]) => words.test(groups.word ?? ""))?.[1] : unit;
  if (!named) return { kind: "unreadable", printed };

  const negative = bracketed !== undefined || signs === "-";
  const digits = (groups.whole ?? "0").replace(/[, ]/g, "");
  const fraction = groups.fraction ?? "";
  const scale = BigInt(PENCE_PER[named]);
  const denominator = 10n ** BigInt(fraction.length);
  const scaled = BigInt(digits + fraction) * scale;
  const nearest = (scaled * 2n + denominator) / (denominator * 2n);
  if (nearest > BigInt(Number.MAX_SAFE_INTEGER)) return { kind: "unreadable", printed };

  return {
    kind: "amount",
    amount: pence(negative ? -Number(nearest) : Number(nearest)),
    roundedWithin: pence(Number(scale / (denominator * 2n))),
  };
}

/** Footnote marks stuck to an amount: 20.5², 20.5 [1], 20.5 [note 1], 20.5 [r]. A mark alone means something. */
function withoutFootnotes(printed: string): string {
  return printed
    .replace(/[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+/g, "")
    .replace(/(\w)\s*\[(?:note )?\w{1,3}\]\s*$/i, "$1");
}

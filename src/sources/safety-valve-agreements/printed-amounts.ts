import type { Money, MoneyUnit } from "@/domain/money";
import { type PrintedMoney, readMoney } from "@/domain/read-money";

/** An amount named in a text. */
export interface AmountInText {
  readonly amount: Money;
  readonly roundedWithin: Money;
  readonly start: number;
  readonly end: number;
}

const AMOUNT = /\u00a3 ?\d[\d,]*(?:\.\d+)?(?: ?(?:million|billion|thousand|bn|mn|m|k)\b)?/gi;

/** Sums of a text in its order: `£8.2 million`, `£8,200,000`, `£8.2m`. A pound sign leads each. */
export function amountsIn(text: string): AmountInText[] {
  return [...text.replace(/\u00a0/g, " ").matchAll(AMOUNT)].flatMap((match) => {
    const read = readMoney(match[0].replace(/,$/, ""));
    return read.kind === "amount"
      ? [
          {
            amount: read.amount,
            roundedWithin: read.roundedWithin,
            start: match.index,
            end: match.index + match[0].length,
          },
        ]
      : [];
  });
}

/** What a heading says a bare number stands for; null when it doesn't say. `£8.2 million` in a sentence says nothing. */
export function unitIn(text: string): MoneyUnit | null {
  const plain = text.replace(/[\u2018\u2019`]/g, "'").replace(/[\s\u00a0]+/g, " ");
  if (
    /\u00a3 ?(?:m|mn|mil|mill|millions?)\b|\((?:\u00a3 ?)?m(?:illions?)?\)|\bin (?:\u00a3 ?)?millions?\b|\bmillions of pounds\b/i.test(
      plain,
    )
  )
    return "million";
  if (
    /\u00a3 ?'?000'?s?\b|\u00a3 ?k\b|\u00a3 ?thousands?\b|\('?000s?\)|\bin (?:\u00a3 ?)?thousands\b|\bthousands of pounds\b/i.test(
      plain,
    )
  )
    return "thousand";
  if (/\(\u00a3s?\)|\u00a3s\b|\bin (?:whole )?pounds\b|\u00a3(?= ?$)|^\u00a3$/i.test(plain)) return "pound";
  return null;
}

export type CellAmount = PrintedMoney & {
  /** The cell says itself what kind of balance it is. */
  readonly says: "deficit" | "surplus" | null;
  /** The cell names its unit. */
  readonly hasUnit: boolean;
};

/** Reads a table's cell: an amount without its footnote marks and remarks. */
export function readCell(printed: string, unit: MoneyUnit): CellAmount {
  const says = /\bsurplus\b/i.test(printed) ? "surplus" : /\bdeficit\b/i.test(printed) ? "deficit" : null;
  const text = cellText(printed);
  const hasUnit = /\d\)? ?(?:m|mn|mil|million|bn|billion|k|thousand)\b/i.test(text);
  return { ...readMoney(text, unit), says, hasUnit };
}

function cellText(printed: string): string {
  return printed
    .replace(/[\s\u00a0\u2000-\u200a\u202f]+/g, " ")
    .replace(/[*\u2020\u2021\u00a7\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+/g, "")
    .replace(/\s*\[(?:note )?\w{1,3}\]/gi, "")
    .replace(/(?<=[\da-z)])\s*\((?:note |see note )?\d{1,2}\)$/i, "")
    .replace(
      /\((?:forecast|actual|est\.?|estimated?|provisional|planned|surplus|deficit|indicative|up to|note [a-z\d]{1,2})\)/gi,
      "",
    )
    .replace(/\b(?:surplus|deficit|up to|approximately|approx|circa)\b\.?/gi, "")
    .replace(/(?<=[\da-z)])\s*\([^()\d\u00a3]{3,60}\)$/i, "")
    .replace(/^(?:c\.|c(?= ?[\d\u00a3])|approx\.|about|around|some|~)\s*/i, "")
    .replace(/(\d) (?=[.,]\d)/g, "$1")
    .replace(/^(tb[acd]|to be (?:agreed|confirmed|determined)|nil)\b.*$/i, "$1")
    .trim();
}

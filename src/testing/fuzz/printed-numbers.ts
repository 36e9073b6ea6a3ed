import { type FinancialYear, startYear } from "@/domain/financial-year";
import { type MoneyUnit, PENCE_PER } from "@/domain/money";

const RUN = /[.\d](?:[\d.,'\u2019]|[ \u00a0\u2009\u202f](?=[\d.,]))*/g;
const FORMS = [/^\d+(?:\.\d+)?/, /^\.\d+/, /^\d{1,3}(?:,\d{3})+(?:\.\d+)?/, /^\d{1,3}(?: \d{3})+(?:\.\d+)?/];
const WITH_EXPONENT = /(?<!\d)\d+(?:\.\d+)?[eE][+-]?\d{1,3}(?!\d)/g;

/**
 * What a document prints, found by nobody's reader: every number that stands in any of its texts, in every unit
 * that it could be meant in. A figure that isn't here was made up.
 */
export class PrintedNumbers {
  readonly #counts = new Set<string>();
  readonly #pence = new Set<number>();
  readonly #texts: readonly string[];

  /** @param texts the same document read in one or several ways: runs joined, or apart */
  constructor(texts: readonly string[]) {
    this.#texts = texts.map((text) => text.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-"));
    for (const text of this.#texts) {
      for (const [run] of text.matchAll(RUN)) for (const number of numbersIn(run)) this.#add(number);
      for (const [number] of text.matchAll(WITH_EXPONENT)) this.#addFloat(Number(number));
      if (/\bnil\b|\bzero\b/i.test(text)) this.#add("0");
    }
  }

  /** Whether a number stands there that is this sum, in pounds, thousands, millions or billions; whatever its sign. */
  hasAmount(pence: number): boolean {
    return this.#pence.has(Math.abs(pence));
  }

  hasCount(count: number): boolean {
    return this.#counts.has(String(Math.abs(count)));
  }

  /** Whether the year is named: `2024-25`, `2024 to 2025`, `202425`, `2425`, or by the March with which it ends. */
  hasYear(year: FinancialYear): boolean {
    const [from, to] = [startYear(year), startYear(year) + 1];
    const [shortFrom, shortTo] = [String(from).slice(2), String(to).slice(2)];
    const spelt = new RegExp(
      `${from}\\s*(?:-|/|_|to|-to-|_to_|\\s+to\\s+)?\\s*(?:${to}|${shortTo})(?!\\d)|(?<!\\d)${shortFrom} ?[-/]? ?'?${shortTo}(?!\\d)|(?<!\\d)${to}(?!\\d)|[-/.]${shortTo}(?!\\d)`,
    );
    return this.#texts.some((text) => spelt.test(text));
  }

  /** Whether a year's end is named, by itself or as the end of a financial year. */
  hasYearEnd(year: number): boolean {
    const shortEnd = new RegExp(
      `(?:${year - 1}|(?<!\\d)${(year - 1) % 100})[-/]?${String(year % 100).padStart(2, "0")}(?!\\d)`,
    );
    return this.hasCount(year) || this.#texts.some((text) => shortEnd.test(text));
  }

  #add(number: string): void {
    const [whole = "", printed = ""] = number.split(".");
    if (whole.length > 40) return;
    // Digits beyond these can't change a penny.
    const fraction = printed.slice(0, 40);
    const digits = BigInt(`${whole}${fraction}` || "0");
    const denominator = 10n ** BigInt(fraction.length);
    if (digits % denominator === 0n) this.#counts.add(String(digits / denominator));
    for (const pence of Object.values(PENCE_PER)) {
      const scaled = digits * BigInt(pence);
      this.#pence.add(Number((scaled * 2n + denominator) / (denominator * 2n)));
    }
    // As a spreadsheet holds it.
    if (fraction.length > 2) this.#addFloat(Number(`${whole || "0"}.${fraction}`));
  }

  #addFloat(number: number): void {
    for (const unit of Object.keys(PENCE_PER) as MoneyUnit[])
      this.#pence.add(Math.round(Number((number * PENCE_PER[unit]).toPrecision(15))));
  }
}

/** The numbers that a run of digits, points and spaces can be read as: whole ones, never a part of one. */
function numbersIn(run: string): string[] {
  const found = new Set<string>();
  const plain = run.replace(/[\u00a0\u2009\u202f]/g, " ").replace(/(\d) (?=[.,]\d)/g, "$1");
  for (const text of new Set([run.replace(/[\u00a0\u2009\u202f]/g, " "), plain])) {
    for (let at = 0; at < text.length; at += 1) {
      if (at > 0 && /\d/.test(text[at - 1] ?? "")) continue;
      const rest = text.slice(at, at + 20_000);
      for (const form of FORMS) {
        const met = form.exec(rest)?.[0];
        if (met && !/^\d/.test(rest.slice(met.length))) found.add(met.replace(/[, ]/g, ""));
      }
    }
  }
  return [...found];
}

import type { FinancialYear } from "@/domain/financial-year";
import type { MoneyStyle } from "./print-money";

export type YearStyle = "2022-23" | "2022/23" | "2022-2023" | "2022–23" | "2022 to 2023" | "31 March 2023";

/** How a mark that leads to a footnote stands at its figure: `raised` is a small digit above the line. */
export interface FootnoteMark {
  readonly style: "raised" | "asterisk" | "bracketed" | "superscript-character";
  readonly text: string;
}

export interface TableLayout {
  /** Years down the first column, or along the first row. */
  readonly years: "down" | "across";
  readonly borders: boolean;
  readonly money: MoneyStyle;
  /** The amounts' heading is broken into lines of about so many letters. */
  readonly headingBroken?: boolean;
  readonly totalRow?: boolean;
  /** After so many rows of figures the table goes on on the next page, with or without its head. */
  readonly splitAfter?: number;
  readonly headRepeated?: boolean;
  /** Marks at the figures of these years. */
  readonly footnotes?: Readonly<Partial<Record<FinancialYear, FootnoteMark>>>;
  /** The marks stand at the years themselves instead. */
  readonly marksAtYears?: boolean;
  /** A caption above the table that repeats what it shows. */
  readonly caption?: boolean;
}

/** How an agreement looks: everything that a reader must see through. */
export interface AgreementLayout {
  readonly producer: "chromium" | "libreoffice" | "pdfkit" | "html";
  readonly wording: "plain" | "formal" | "measured" | "terse";
  readonly quotes: "curly" | "straight";
  readonly yearStyle: YearStyle;
  /** Paragraphs 1, 2, 3 throughout; sections 1, 2, 3 with 1.1, 1.2 inside; no numbers. */
  readonly numbering: "paragraphs" | "sections" | "none";
  /** Without headings sections follow one another as paragraphs only; needs numbered paragraphs. */
  readonly headings: boolean;
  readonly conditionMarks: "decimal" | "bullets" | "letters" | "brackets";
  /** `payments-first`: the department's side, with its table, before the council's. */
  readonly order: "profile-first" | "payments-first";
  /** One table of year, deficit and payment instead of two. */
  readonly oneTable?: boolean;
  readonly profile: TableLayout;
  readonly payments: TableLayout;
  readonly landscape?: boolean;
  readonly columns?: 1 | 2;
  readonly fontSize?: number;
  readonly runningHead?: string;
  /** `of`: "Page 1 of 4"; `plain`: the number alone; `dashed`: "- 1 -". */
  readonly pageNumbers?: "of" | "plain" | "dashed";
  /** Empty points before the tables' introductions, to bring a table to a page's foot. */
  readonly spaceBefore?: {
    readonly profile?: number;
    readonly payments?: number;
    readonly conditions?: number;
  };
  /** pdfkit only: text painted line by line or word by word. */
  readonly runs?: "lines" | "words";
  /** pdfkit only. */
  readonly typeface?: "Helvetica" | "Times-Roman";
}

/** A financial year as printed: `2022-23`, or the day on which it ends. */
export function printYear(year: FinancialYear, style: YearStyle): string {
  const from = Number(year.slice(0, 4));
  const short = year.slice(5);
  switch (style) {
    case "2022-23":
      return year;
    case "2022/23":
      return `${from}/${short}`;
    case "2022-2023":
      return `${from}-${from + 1}`;
    case "2022–23":
      return `${from}–${short}`;
    case "2022 to 2023":
      return `${from} to ${from + 1}`;
    case "31 March 2023":
      return `31 March ${from + 1}`;
  }
}

/** In a sentence about several years an inner "to" would be read twice: there the short form stands. */
export function proseYearStyle(style: YearStyle): YearStyle {
  return style === "2022 to 2023" || style === "31 March 2023" ? "2022-23" : style;
}

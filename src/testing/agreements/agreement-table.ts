import type { FinancialYear } from "@/domain/financial-year";
import { type AgreementLayout, type FootnoteMark, printYear, type TableLayout } from "./agreement-layout";
import type { AgreementSpecification, PlannedAmount } from "./agreement-specification";
import type { AgreementWording } from "./agreement-wording";
import { printMoney, unitInHeading } from "./print-money";

export interface Cell {
  /** With line ends where the heading is broken. */
  readonly text: string;
  /** A small digit above the line, after the text. */
  readonly raised?: string;
  /** What the cell holds, so that a printer can tell where it put it. */
  readonly figure?: {
    readonly of: "profile" | "payment";
    readonly year: FinancialYear;
    readonly index: number;
  };
}

export interface Table {
  readonly kind: "table";
  readonly caption: string | undefined;
  readonly borders: boolean;
  /** The first row is the head. */
  readonly rows: readonly (readonly Cell[])[];
  /** After so many rows below the head a new page begins. */
  readonly splitAfter: number | undefined;
  readonly headRepeated: boolean;
  /** Footnotes below the table. */
  readonly notes: readonly { readonly mark: FootnoteMark; readonly text: string }[];
}

interface Line {
  readonly label: Cell;
  readonly cells: readonly Cell[];
}

const NOTES = [
  "This figure is an estimate and rests on the pupil numbers known at the time of signing.",
  "This year is shown for completeness.",
];

/** The profile, the payments or both, with a line for each year (and instalment), turned as the layout wants. */
export function agreementTable(
  specification: AgreementSpecification,
  wording: AgreementWording,
  of: "profile" | "payments" | "both",
): Table {
  const { layout } = specification;
  const table = of === "payments" ? layout.payments : layout.profile;
  const heading = (text: string, { money, headingBroken }: TableLayout): Cell => {
    const unit = unitInHeading(money);
    const whole = unit ? `${text} (${unit})` : text;
    return { text: headingBroken ? broken(whole) : whole };
  };
  const deficits = heading(wording.deficitHeading(specification.scope), layout.profile);
  const payments = heading(wording.paymentHeading, layout.payments);
  const head: Line = {
    label: { text: wording.yearHeading },
    cells: of === "both" ? [deficits, payments] : [of === "profile" ? deficits : payments],
  };
  const lines = [
    head,
    ...(of === "profile"
      ? profileLines(specification)
      : of === "payments"
        ? paymentLines(specification)
        : bothLines(specification)),
  ];
  const rows =
    table.years === "down"
      ? lines.map(({ label, cells }) => [label, ...cells])
      : [
          lines.map(({ label }) => label),
          ...head.cells.map((_, row) => lines.map(({ cells }) => cells[row] ?? { text: "" })),
        ];
  const marks = new Map(
    Object.values(table.footnotes ?? {}).flatMap((mark) => (mark ? [[mark.text, mark] as const] : [])),
  );
  return {
    kind: "table",
    caption: table.caption
      ? of === "payments"
        ? wording.paymentsCaption
        : wording.profileCaption
      : undefined,
    borders: table.borders,
    rows,
    splitAfter: table.splitAfter,
    headRepeated: table.headRepeated ?? false,
    notes: [...marks.values()].map((mark, index) => ({ mark, text: NOTES[index % NOTES.length] ?? "" })),
  };
}

function profileLines({ profile, layout }: AgreementSpecification): Line[] {
  return profile.map(({ year, deficit }) => ({
    label: yearLabel(year, "", layout.profile, layout),
    cells: [marked(deficit, layout.profile, year, { of: "profile", year, index: 0 })],
  }));
}

const ORDINALS = ["first", "second", "third", "fourth"];

function paymentLines({ payments, total, layout }: AgreementSpecification): Line[] {
  const seen = new Map<FinancialYear, number>();
  const lines = payments
    .filter(({ stated }) => stated !== "prose")
    .map(({ year, amount, instalment }): Line => {
      const index = seen.get(year) ?? 0;
      seen.set(year, index + 1);
      const which = instalment ? ` (${ORDINALS[index]} instalment)` : "";
      return {
        label: yearLabel(year, which, layout.payments, layout),
        cells: [marked(amount, layout.payments, year, { of: "payment", year, index })],
      };
    });
  return layout.payments.totalRow ? [...lines, totalLine([], total, layout.payments)] : lines;
}

function bothLines({ profile, payments, total, layout }: AgreementSpecification): Line[] {
  const years = [
    ...new Set([...profile.map(({ year }) => year), ...payments.map(({ year }) => year)]),
  ].sort();
  const lines = years.map((year): Line => {
    const deficit = profile.find((point) => point.year === year);
    const payment = payments.find((candidate) => candidate.year === year && candidate.stated !== "prose");
    return {
      label: yearLabel(year, "", layout.profile, layout),
      cells: [
        deficit
          ? marked(deficit.deficit, layout.profile, year, { of: "profile", year, index: 0 })
          : { text: "" },
        payment
          ? marked(payment.amount, layout.payments, year, { of: "payment", year, index: 0 })
          : { text: "" },
      ],
    };
  });
  return layout.payments.totalRow ? [...lines, totalLine([{ text: "" }], total, layout.payments)] : lines;
}

function totalLine(before: readonly Cell[], total: number, { money }: TableLayout): Line {
  return { label: { text: "Total" }, cells: [...before, { text: printMoney(total, money) }] };
}

function marked(
  amount: PlannedAmount,
  table: TableLayout,
  year: FinancialYear,
  figure: Cell["figure"],
): Cell {
  const cell = { text: amount === "TBC" ? "TBC" : printMoney(amount, table.money), figure };
  return table.marksAtYears ? cell : withMark(cell, table.footnotes?.[year]);
}

function yearLabel(
  year: FinancialYear,
  rest: string,
  table: TableLayout,
  { yearStyle }: AgreementLayout,
): Cell {
  const cell = { text: `${printYear(year, yearStyle)}${rest}` };
  return table.marksAtYears ? withMark(cell, table.footnotes?.[year]) : cell;
}

function withMark(cell: Cell, mark: FootnoteMark | undefined): Cell {
  if (!mark) return cell;
  return mark.style === "raised"
    ? { ...cell, raised: mark.text }
    : { ...cell, text: `${cell.text}${printMark(mark)}` };
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The mark as letters; a raised one is the digit itself, set smaller. */
export function printMark({ style, text }: FootnoteMark): string {
  switch (style) {
    case "raised":
      return text;
    case "asterisk":
      return "*".repeat(Number(text));
    case "bracketed":
      return `[${text}]`;
    case "superscript-character":
      return [...text].map((digit) => SUPERSCRIPT[Number(digit)]).join("");
  }
}

/** Line ends after about sixteen letters each. */
function broken(text: string): string {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length > 16 && line !== "") lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

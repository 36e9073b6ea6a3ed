import type { FinancialYear } from "@/domain/financial-year";
import { type AgreementLayout, printYear, proseYearStyle, type YearStyle } from "./agreement-layout";
import type { AgreementSpecification, Item } from "./agreement-specification";
import { agreementTable, type Table } from "./agreement-table";
import { type AgreementWording, WORDINGS } from "./agreement-wording";
import { proseMoney } from "./print-money";

/** One piece of the document, in order; what every printer lays out. */
export type Block =
  | { readonly kind: "title"; readonly lines: readonly string[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly mark: string; readonly text: string; readonly depth: number }
  | { readonly kind: "space"; readonly points: number }
  | Table;

interface Section {
  readonly heading: string;
  readonly parts: readonly (Item | Table | { readonly kind: "space"; readonly points: number })[];
  /** Their items hang below the section's paragraph as its conditions. */
  readonly conditions?: readonly Item[];
}

/** The agreement as a row of blocks: the general form of these documents, in the specification's wording. */
export function agreementDocument(specification: AgreementSpecification): readonly Block[] {
  const { layout } = specification;
  const wording = WORDINGS[layout.wording];
  const blocks: Block[] = [{ kind: "title", lines: wording.title(specification.council.full) }];
  let paragraph = 0;
  sectionsOf(specification, wording).forEach(({ heading, parts, conditions }, index) => {
    let inSection = 0;
    const sections = layout.numbering === "sections";
    if (layout.headings)
      blocks.push({ kind: "heading", text: sections ? `${index + 1}. ${heading}` : heading });
    for (const part of parts) {
      if ("kind" in part) {
        blocks.push(part);
        continue;
      }
      const introduces = conditions !== undefined;
      let mark = "";
      if (layout.numbering === "paragraphs") mark = `${++paragraph}.`;
      else if (sections && !introduces) mark = `${index + 1}.${++inSection}`;
      addItem(blocks, part, mark, 0);
    }
    const number = sections ? index + 1 : layout.numbering === "paragraphs" ? paragraph : 3;
    conditions?.forEach((item, position) => {
      addItem(blocks, item, conditionMark(layout, number, position), 1);
    });
  });
  blocks.push(...signatureBlocks(specification, wording));
  return layout.quotes === "curly" ? blocks : blocks.map(straightened);
}

function sectionsOf(specification: AgreementSpecification, wording: AgreementWording): Section[] {
  const { layout, council, years, ownMoney, payments } = specification;
  const prose = proseYearStyle(layout.yearStyle);
  const year = (which: FinancialYear) => printYear(which, prose);
  const { spaceBefore = {}, oneTable } = layout;
  const space = (points: number | undefined) => (points ? [{ kind: "space" as const, points }] : []);

  const toldOfMoney = !ownMoney
    ? []
    : [
        ...(ownMoney.told === "paragraph" ? [{ text: ownMoneySentence(specification, prose) }] : []),
        ...(ownMoney.inProfile === "included" ? [{ text: wording.ownMoneyIncluded }] : []),
        ...(ownMoney.inProfile === "excluded" ? [{ text: wording.ownMoneyExcluded }] : []),
      ];
  const conditions = [
    ...specification.conditions,
    ...(ownMoney?.told === "condition" ? [{ text: ownMoneySentence(specification, prose) }] : []),
  ];
  const first = payments.find(({ stated }) => stated !== "table");
  const inTable = payments.some(({ stated }) => stated !== "prose");

  const parties = {
    heading: wording.partiesHeading,
    parts: [{ text: wording.parties(council.full, year(years.from), year(years.to)) }],
  };
  const undertaking: Section = {
    heading: wording.undertakingHeading,
    parts: [
      { text: wording.undertaking(year(specification.balanceBy)) },
      ...space(spaceBefore.profile),
      { text: wording.profileIntroduction },
      agreementTable(specification, wording, oneTable ? "both" : "profile"),
      ...toldOfMoney,
    ],
  };
  const department: Section = {
    heading: wording.departmentHeading,
    parts: [
      { text: wording.total(proseMoney(specification.total)) },
      ...(first && first.amount !== "TBC"
        ? [
            {
              text: wording.firstPayment(
                proseMoney(first.amount),
                year(first.year),
                printYear(first.year, "31 March 2023"),
              ),
            },
          ]
        : []),
      ...(inTable && !oneTable
        ? [
            ...space(spaceBefore.payments),
            { text: wording.paymentsIntroduction },
            agreementTable(specification, wording, "payments"),
          ]
        : []),
      ...(specification.clearedBy ? [{ text: wording.clearance(year(specification.clearedBy)) }] : []),
    ],
  };
  const agreed: Section = {
    heading: wording.conditionsHeading,
    parts: [...space(spaceBefore.conditions), { text: wording.conditionsIntroduction }],
    conditions,
  };
  const monitoring = { heading: wording.monitoringHeading, parts: specification.monitoring };
  const review = {
    heading: wording.reviewHeading,
    parts: [
      ...specification.review,
      ...(specification.suspension ? [{ text: specification.suspension }] : []),
    ],
  };
  return layout.order === "profile-first"
    ? [parties, undertaking, agreed, monitoring, department, review]
    : [parties, department, undertaking, agreed, monitoring, review];
}

/** What the council gives itself, year by year, as the wording puts it. */
export function ownMoneySentence({ ownMoney, layout }: AgreementSpecification, style: YearStyle): string {
  const parts = (ownMoney?.contributions ?? []).map(
    ({ year, amount }) => `${proseMoney(amount)}${year ? ` in ${printYear(year, style)}` : ""}`,
  );
  const last = parts.pop() ?? "";
  return WORDINGS[layout.wording].ownMoney(parts.length > 0 ? `${parts.join(", ")} and ${last}` : last);
}

/** Paragraphs stand at depth 0 and conditions at 1, yet both are the outermost of their kind: `level` 0. */
function addItem(blocks: Block[], { text, items = [] }: Item, mark: string, depth: number, level = 0): void {
  blocks.push({ kind: "paragraph", mark, text, depth });
  items.forEach((item, index) => {
    addItem(blocks, item, childMark(level, index), depth + 1, level + 1);
  });
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];

/** The mark of a sub-item: letters, and Roman numerals below them. */
export function childMark(depth: number, index: number): string {
  return depth === 0 ? `${String.fromCharCode(97 + index)})` : `${ROMAN[index] ?? index + 1}.`;
}

function conditionMark({ conditionMarks }: AgreementLayout, section: number, index: number): string {
  switch (conditionMarks) {
    case "decimal":
      return `${section}.${index + 1}`;
    case "bullets":
      return "•";
    case "letters":
      return `${String.fromCharCode(65 + index)}.`;
    case "brackets":
      return `(${index + 1})`;
  }
}

function signatureBlocks(
  { council, signatures, layout }: AgreementSpecification,
  wording: AgreementWording,
): Block[] {
  if (signatures.length === 0) return [];
  const paragraph = (text: string): Block => ({ kind: "paragraph", mark: "", text, depth: 0 });
  return [
    ...(layout.headings ? [{ kind: "heading" as const, text: wording.signaturesHeading }] : []),
    paragraph(wording.signed(council.full)),
    ...signatures.flatMap(({ name, post, on }) => [
      paragraph(name),
      paragraph(post),
      ...(on ? [paragraph(`Date: ${printDay(on)}`)] : []),
    ]),
  ];
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** `2022-03-18` as 18 March 2022, `2022-03` as March 2022. */
function printDay(date: string): string {
  const [year, month, day] = date.split("-");
  return [day === undefined ? [] : Number(day), MONTHS[Number(month) - 1] ?? [], year].flat().join(" ");
}

/** Quotes as the layout has them; texts are written with curly ones. */
export function inQuotes(text: string, quotes: AgreementLayout["quotes"]): string {
  return quotes === "curly" ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function straightened(block: Block): Block {
  const straight = (text: string) => inQuotes(text, "straight");
  switch (block.kind) {
    case "title":
      return { ...block, lines: block.lines.map(straight) };
    case "heading":
    case "paragraph":
      return { ...block, text: straight(block.text) };
    case "space":
      return block;
    case "table":
      return {
        ...block,
        caption: block.caption && straight(block.caption),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: straight(cell.text) }))),
      };
  }
}

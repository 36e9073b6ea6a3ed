import type { LayoutBlock, TextBlock } from "@/formats/document-layout";
import { numberDepth } from "@/formats/list-mark";
import { COUNCIL, DEPARTMENT, plainWords } from "./sentences";
import { isYearTable } from "./year-tables";

export type SectionKind =
  | "title"
  | "parties"
  | "undertaking"
  | "conditions"
  | "monitoring"
  | "payments"
  | "review"
  | "signatures"
  | "other";

export interface AgreementSection {
  readonly kind: SectionKind;
  readonly heading: TextBlock | null;
  /** Without the heading. */
  readonly blocks: readonly LayoutBlock[];
}

/**
 * Cuts an agreement into its sections: at its headings if it has them, else at the paragraphs that begin
 * one by what they say. Order and numbers don't matter.
 */
export function sectionsOf(blocks: readonly LayoutBlock[]): AgreementSection[] {
  const usual = usualSize(blocks);
  const headings = blocks.map((block, index) => headingKind(block, blocks[index + 1], usual));
  const kinds = new Set(headings.filter((kind) => kind !== null && kind !== "title" && kind !== "other"));
  const hasHeadings = kinds.size >= 3;
  const isOnlyHeading = (block: LayoutBlock) =>
    block.kind === "text" &&
    /^(?:the )?conditions(?: of (?:this|the) agreement)?$/i.test(plainWords(block.text));
  const signed = signaturesStart(blocks);
  const sections: { kind: SectionKind; heading: TextBlock | null; blocks: LayoutBlock[] }[] = [
    { kind: "title", heading: null, blocks: [] },
  ];
  blocks.forEach((block, index) => {
    const current = sections.at(-1);
    if (!current) return;
    if (index === signed) {
      const heading = block.kind === "text" && headings[index] === "signatures" ? block : null;
      sections.push({ kind: "signatures", heading, blocks: heading ? [] : [block] });
      return;
    }
    const heading = index > signed ? null : headings[index];
    if (heading && block.kind === "text" && (hasHeadings || heading === "title" || isOnlyHeading(block))) {
      sections.push({ kind: heading, heading: block, blocks: [] });
      return;
    }
    const isShared = current.kind === "monitoring" && /\breview/i.test(current.heading?.text ?? "");
    const said =
      index > signed || (hasHeadings && !isShared) || block.kind === "table"
        ? null
        : paragraphKind(block, blocks.slice(index + 1, index + 3), current.kind);
    const kind = isShared && said !== "review" ? null : said;
    if (kind && kind !== current.kind) sections.push({ kind, heading: null, blocks: [block] });
    else if (current.kind === "title" && block.kind === "text" && isSentence(block) && index < signed)
      sections.push({ kind: "parties", heading: null, blocks: [block] });
    else current.blocks.push(block);
  });
  return sections.filter(({ heading, blocks: held }) => heading !== null || held.length > 0);
}

const isSentence = ({ text }: TextBlock) => text.length > 60 && /[.:;]$/.test(text);

function usualSize(blocks: readonly LayoutBlock[]): number {
  const sizes = blocks
    .flatMap((block) => (block.kind === "text" ? [block.size] : []))
    .toSorted((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

const HEADINGS: ReadonlyArray<readonly [SectionKind, RegExp]> = [
  ["title", /safety[ -']*valve.*agreement|agreement.*safety[ -']*valve/i],
  // Under a heading of both what is said of a review is told apart paragraph by paragraph.
  ["monitoring", /\bmonitor\w*.*\breview|\breport\w*.*\breview|\breview.*\bmonitor|\breview.*\breport/i],
  ["signatures", /^(?:signatures?|signator\w+|signed(?: by)?|execution|agreed by|sign[- ]off)\b/i],
  ["review", /\breview(?:s|ed|ing)?\b|\bre-?opening\b|\bsuspension\b/i],
  ["monitoring", /\bmonitor\w*|\breporting\b|\breports?\b|\bprogress\b/i],
  [
    "undertaking",
    new RegExp(
      `^(?!.*\\b(?:conditions?|payments?|funding|support|${DEPARTMENT})\\b).*\\b(?:financial|in-year|deficits?|trajectory)\\b`,
      "i",
    ),
  ],
  [
    "conditions",
    new RegExp(
      `\\bconditions?\\b|\\bactions?\\b|\\brequirements\\b|\\bcommitments\\b|\\bwhat the ${COUNCIL} (?:will|must|agrees to|has agreed to) do\\b`,
      "i",
    ),
  ],
  [
    "payments",
    new RegExp(
      `\\b${DEPARTMENT}(?:'s)?\\b|\\bpayments?\\b|\\bfunding\\b|\\badditional (?:DSG|dedicated)`,
      "i",
    ),
  ],
  [
    "undertaking",
    /\bundertak\w+|\bdeficits?\b|\bin-year\b|\bplan\b|\bprofile\b|\bbalance\b|\btrajectory\b|\bfinancial\b/i,
  ],
  [
    "parties",
    /\bpart(?:y|ies)\b|\bagreement\b|\bintroduction\b|\bwho agrees\b|\bscope\b|\bbackground\b|\bterm\b|\bperiod\b|\bpurpose\b/i,
  ],
];

/** The section that a heading begins; null for what isn't one, such as a table's caption or an item. */
function headingKind(block: LayoutBlock, next: LayoutBlock | undefined, usual: number): SectionKind | null {
  if (block.kind === "table") return null;
  const text = plainWords(block.text);
  if (text.length > 110 || /[.;,]$/.test(text) || /^(?:table|figure|note|date)\b/i.test(text)) return null;
  const stands = block.bold || block.size > usual * 1.06;
  const numbered = numberDepth(block.mark) === 1;
  if (block.mark !== "" && !numbered) return null;
  const kind = HEADINGS.find(([, words]) => words.test(text))?.[0] ?? null;
  if (kind === "title") return stands || !/[.:]$/.test(text) ? kind : null;
  if (next?.kind === "table" && block.mark === "") return null;
  if (stands) return kind ?? (numbered ? "other" : null);
  return text.length <= 60 &&
    !text.endsWith(":") &&
    !/\b(?:will|shall|must|agrees?)\b(?! do\b)/i.test(text) &&
    /^\p{Lu}/u.test(text) &&
    !numbered
    ? kind
    : numbered && text.length <= 50 && !text.endsWith(":")
      ? kind
      : null;
}

const PAYS = new RegExp(
  `\\b${DEPARTMENT}\\b[^.]{0,90}?\\b(?:agrees?|will|shall|undertakes|pays?|contributes?|provides?)\\b[^.]{0,60}?(?:\\bpay|\\bprovide|\\bcontribut|\\badditional\\b|\u00a3)|\\bpayments? (?:shall|will|is to|are to) be made\\b|\\bis payable by\\b|\\bfirst (?:sum|payment|instalment) of\\b|\\bcontributions are planned\\b`,
  "i",
);
const REVIEWS =
  /\b(?:subject to review|(?:this agreement|the agreement|it) (?:may|will|can|shall|is to|should) be (?:looked at again|reconsidered|renegotiated|reviewed|reopened|re-opened|revisited)|reviews? (?:of )?(?:this|the) agreement|re-?opens? (?:this|the) agreement|(?:is|are|remains?) (?:currently )?under review|payments?[^.]{0,60}\bsuspended)\b/i;
const MONITORS = new RegExp(
  `\\b(?:reports?|reporting|monitor\\w*|update)\\b[^.]{0,90}\\b(?:${DEPARTMENT}|progress|times|quarter\\w*|month\\w*|year)\\b|\\b${DEPARTMENT}\\b[^.]{0,60}\\b(?:monitor|reports?)\\b|\\btell(?:s|ing)? ${DEPARTMENT}\\b`,
  "i",
);
const UNDERTAKES =
  /\bin-year (?:balance|surplus)\b|\bcumulative deficit\b|\bdeficits?\b[^.]*\b(?:follows|below|table|shown|year end|each year|financial year)\b/i;
const CLEARS =
  /\b(?:eliminat|clear|remov|extinguish)\w*\b[^.]{0,60}\bdeficit|\bdeficit\b[^.]{0,60}\b(?:eliminated|cleared|removed|extinguished|gone|nil)\b/i;
/** "The council will:", "Exampleshire commits to the following:" before a list. */
const LEADS_TO_ACTIONS =
  /\b(?:will|must|shall|commits?(?: itself)? to|undertakes? to|agrees? to|is to|has agreed to)(?: (?:do|take|deliver|carry out|meet))?(?:,? (?:all of )?the following(?: (?:actions?|conditions?|steps|requirements|things))?)?:?$/i;
const CONDITIONS =
  /\bfollowing (?:conditions|actions)\b|\bactions? (?:to|listed)\b|\bconditions? (?:below|set out below|that follow)\b|\bagrees? to (?:implement|deliver|carry out|take|undertake|do)\b|\bagrees? to:$|\bdo all of the following\b/i;

/** The section that a paragraph begins by what it says, where there are no headings. */
function paragraphKind(
  block: TextBlock,
  [next, afterNext]: readonly LayoutBlock[],
  current: SectionKind,
): SectionKind | null {
  if (block.mark !== "" && numberDepth(block.mark) !== 1) return null;
  const text = plainWords(block.text);
  const isItem = (follower: LayoutBlock | undefined) => follower?.kind === "text" && follower.mark !== "";
  // A list may have headings of its own, the first before its first item.
  const first = next?.kind === "text" && next.mark === "" && next.text.length < 60 ? afterNext : next;
  const introduces = isItem(first) && (text.endsWith(":") || LEADS_TO_ACTIONS.test(text));
  if (text.length < 25 && !introduces) return null;
  const leads = CONDITIONS.test(text) || (LEADS_TO_ACTIONS.test(text) && !MONITORS.test(text));
  if (introduces && leads && !REVIEWS.test(text)) return "conditions";
  if (REVIEWS.test(text)) return "review";
  if (PAYS.test(text)) return "payments";
  if (next?.kind === "table" && isYearTable(next)) return current === "payments" ? current : "undertaking";
  if (UNDERTAKES.test(text) && current !== "monitoring" && current !== "review")
    return current === "payments" ? "payments" : "undertaking";
  if (CLEARS.test(text) && !MONITORS.test(text)) return "payments";
  if (MONITORS.test(text)) return "monitoring";
  if (CONDITIONS.test(text)) return "conditions";
  return null;
}

const SIGNS = new RegExp(
  `^(?:signed\\b|signatures?\\b|signator|for and on behalf of\\b|on behalf of\\b|for both (?:sides|parties)|for (?:the )?${DEPARTMENT}\\b.{0,100}:$|for (?:the )?(?:${COUNCIL}|${DEPARTMENT})\\b[^.;:,]{0,60}$|the (?:${COUNCIL}|${DEPARTMENT}) and .{0,60}\\bsigned\\b)`,
  "i",
);

/** Where the signatures begin; behind the last block where there are none. */
export function signaturesStart(blocks: readonly LayoutBlock[]): number {
  const from = Math.floor(blocks.length / 2);
  const start = blocks.findIndex(
    (block, index) =>
      index >= from && block.kind === "text" && SIGNS.test(plainWords(block.text)) && block.text.length < 200,
  );
  return start === -1 ? blocks.length : start;
}

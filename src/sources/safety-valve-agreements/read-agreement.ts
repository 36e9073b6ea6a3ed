import type { AgreementDraft, DraftFigure } from "@/domain/dsg/draft-figures";
import type { Finding, FindingKind } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { DocumentLayout, LayoutBlock, TextBlock } from "@/formats/document-layout";
import { readHtmlDocument } from "@/formats/read-html-document";
import { isPdf, readPdf } from "@/formats/read-pdf";
import { sha256 } from "@/formats/sha256";
import { type DocumentFault, UnreadableDocument } from "@/formats/unreadable-document";
import type { DraftReading, FetchedDocument } from "../publication";
import { type AgreementSection, sectionsOf } from "./agreement-sections";
import { missingNumbers, readConditions, sectionText } from "./conditions";
import { readCouncilNamed } from "./council-named";
import { listsAsTables } from "./lists-as-tables";
import { readLocalContributions } from "./local-contributions";
import type { Payment } from "./payment";
import { readPayments } from "./payments";
import { checkPlausible, checkYearsCovered } from "./plausibility";
import { profileDrafts, readProfile } from "./profile";
import { readPromisedYears, readYearsCovered } from "./promised-years";
import { type AgreementTitle, readAgreementTitle } from "./read-agreement-title";
import { plainWords } from "./sentences";
import { seriesMeaning } from "./series-meaning";
import { withYearsSpelledOut } from "./short-years";
import { readSignatureDate } from "./signature-date";
import { readSuspended } from "./suspended";
import { isYearTable, type YearSeries, yearTablesOf } from "./year-tables";

type Titled = Extract<AgreementTitle, { kind: "agreement" }>;

/**
 * Reads one agreement: what it promises, each term with its place. Every amount and year stands in the
 * document; what it doesn't say is left open with a finding. No term counts as checked.
 */
export async function readAgreement(document: FetchedDocument): Promise<DraftReading> {
  const title = readAgreementTitle(document.title ?? "");
  if (title.kind !== "agreement") return stopped(untitled(document.title));
  let layout: DocumentLayout;
  try {
    layout = isPdf(document.bytes) ? await readPdf(document.bytes) : readHtmlDocument(document.bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return stopped(unreadable(error, title.place));
    throw error;
  }
  return readLayout(layout, title, document);
}

function readLayout(layout: DocumentLayout, title: Titled, document: FetchedDocument): DraftReading {
  const blocks = listsAsTables(layout.blocks.map(withYearsSpelledOut).flatMap(asText));
  const texts = blocks.filter((block): block is TextBlock => block.kind === "text");
  if (!isAgreement(layout)) return stopped(foreign(texts, title.place));

  const sections = sectionsOf(blocks);
  const textsOf = (...kinds: AgreementSection["kind"][]) =>
    textsIn(sections.filter(({ kind }) => kinds.includes(kind)));
  const series = yearTablesOf(blocks);
  const meanings = series.map((each) => seriesMeaning(each, series));
  const meant = (meaning: string) => series.filter((_, index) => meanings[index] === meaning);

  const promises = textsOf("title", "parties", "undertaking", "payments", "conditions", "other");
  const profile = readProfile(
    meant("profile"),
    texts.map(({ text }) => text),
  );
  const payments = readPayments(
    meant("payments"),
    textsOf("parties", "undertaking", "payments", "other"),
    title.signedYear,
  );
  const local = readLocalContributions(meant("local-contributions"), promises);
  const {
    balanceBy,
    clearedBy,
    findings: promiseFindings,
  } = readPromisedYears(promises, textsOf("monitoring"));
  if (!profile?.points.length && payments.payments.length === 0 && balanceBy === null)
    return stopped(notUnderstood(sections, series, title.place));

  const hash = sha256(document.bytes);
  const version = `${title.signedYear}-${hash.slice(0, 8)}`;
  const council: PrintedCouncil = { name: title.place };
  const covered = readYearsCovered([...textsOf("title", "parties"), ...texts.slice(0, 10)]);
  const conditions = readConditions(sections);
  const monitoring = sectionText(
    sections.filter(({ kind }) => kind === "monitoring").flatMap((each) => each.blocks),
  );
  const review = sectionText(sections.filter(({ kind }) => kind === "review").flatMap((each) => each.blocks));
  const suspended = readSuspended(texts);
  const signed = readSignatureDate(sections);
  const named = readCouncilNamed(title.place, texts);
  const plausible = checkPlausible(
    profile?.points ?? [],
    profile?.basis ?? "unknown",
    payments,
    local.contributions,
    title.signedYear,
  );
  const locator = texts[0]?.place ?? {};

  const agreement: AgreementDraft<PrintedCouncil> = {
    type: "agreement",
    council,
    version,
    cohort: title.signedYear,
    from: covered?.from.year ?? null,
    to: covered?.to.year ?? null,
    balanceBy: balanceBy?.year ?? null,
    balanceBySource: balanceBy ? "agreement" : null,
    clearedBy: clearedBy?.year ?? null,
    total: payments.total?.amount ?? null,
    status: null,
    statusDate: null,
    suspended: suspended !== null,
    signedOn: signed?.date ?? null,
    publishedOn: null,
    endedOn: null,
    supersedes: null,
    note: null,
    monitoring: monitoring?.text ?? null,
    review: review?.text ?? null,
    places: {
      ...(named.locator && { council: named.locator }),
      ...(covered && { years: covered.from.locator }),
      ...(balanceBy && { balanceBy: balanceBy.locator }),
      ...(clearedBy && { clearedBy: clearedBy.locator }),
      ...(payments.total && { total: payments.total.locator }),
      ...(suspended && { suspended }),
      ...(signed && { signedOn: signed.locator }),
      ...(monitoring && { monitoring: monitoring.locator }),
      ...(review && { review: review.locator }),
    },
    checked: false,
    locator,
  };
  const stated = profile?.localContributions ?? "unknown";
  const localContributions =
    stated === "unknown" && plausible.localContributionsOutside ? "excluded" : stated;
  const figures: DraftFigure[] = [
    agreement,
    ...(profile ? profileDrafts(profile, localContributions, council, version) : []),
    ...payments.payments.map(
      ({ financialYear, covers, amount, error, locator: place }): DraftFigure => ({
        type: "payment",
        council,
        agreementVersion: version,
        financialYear,
        covers,
        throughDate: null,
        status: "planned",
        amount,
        ...(error === null ? {} : { error }),
        paidOn: null,
        accountedIn: null,
        checked: false,
        locator: place,
      }),
    ),
    ...local.contributions.map(
      ({ financialYear, amount, status, locator: place }): DraftFigure => ({
        type: "local-contribution",
        council,
        agreementVersion: version,
        financialYear,
        amount,
        status,
        checked: false,
        locator: place,
      }),
    ),
    ...conditions.map(
      ({ text, locator: place }, index): DraftFigure => ({
        type: "condition",
        council,
        agreementVersion: version,
        position: index + 1,
        text,
        checked: false,
        locator: place,
      }),
    ),
  ];
  const missing = missingTerms({
    "the financial years it covers": covered,
    "the year of a positive in-year balance": balanceBy,
    "planned deficits": profile?.points.length,
    "payments by the department": payments.payments.length,
    "the total of the department's payments": payments.total ?? isComplete(payments.payments),
    conditions: conditions.length,
  });
  return {
    edition: {
      key: `agreement-${hash.slice(0, 12)}`,
      title: document.title ?? "",
      publishedOn: null,
      financialYear: null,
    },
    figures,
    findings: [
      ...pagesOfPictures(layout),
      ...(named.finding ? [named.finding] : []),
      ...promiseFindings,
      ...(profile?.findings ?? []),
      ...payments.findings,
      ...local.findings,
      ...plausible.findings,
      ...checkYearsCovered(
        covered && { from: covered.from.year, to: covered.to.year },
        profile?.points ?? [],
        payments,
      ),
      ...lostConditions(missingNumbers(sections)),
      ...unclearTables(series, meanings),
      ...missing,
      ...(payments.total === null && isComplete(payments.payments) ? [noTotal()] : []),
    ].map((finding) => ({ ...finding, council: finding.council ?? title.place })),
  };
}

function textsIn(sections: readonly AgreementSection[]): TextBlock[] {
  return sections.flatMap(({ heading, blocks }) => [
    ...(heading ? [heading] : []),
    ...blocks.filter((block): block is TextBlock => block.kind === "text"),
  ]);
}

/** A table that tells no figures by year is text set in cells: each row a paragraph. */
function asText(block: LayoutBlock): LayoutBlock[] {
  if (block.kind === "text" || isYearTable(block)) return [block];
  return block.rows.flatMap((row): TextBlock[] => {
    const cells = row.filter(({ text, repeated }) => text !== "" && !repeated);
    const [first, ...rest] = cells;
    if (!first) return [];
    const isMark =
      rest.length > 0 && /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z][.)]|[\u2022*-])$/i.test(first.text);
    const text = (isMark ? rest : cells).map((cell) => cell.text).join(" ");
    const place = (isMark ? rest[0] : first)?.place ?? first.place;
    return [
      {
        kind: "text",
        mark: isMark ? first.text : "",
        text,
        left: place.area?.[0] ?? 0,
        size: 0,
        bold: false,
        place,
      },
    ];
  });
}

/** Whether a document is about the subject at all. */
/** Its title on the publisher's page already says so; its own words have to bear that out. */
function isAgreement({ blocks }: DocumentLayout): boolean {
  const words = blocks.flatMap((block) =>
    block.kind === "text" ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
  const all = plainWords(words.join(" "));
  const ofGrant =
    /\bdedicated schools grant\b|\bDSG\b|\bhigh needs\b|\bdeficit\b/i.test(all) &&
    /\bDfE\b|\bdepartment\b|\bsecretary of state\b/i.test(all);
  const agrees = /\bagree(?:s|d|ment)?\b|\bundertak/i.test(all);
  const ofProgramme =
    /\bsafety[ '"-]*valve\b/i.test(all) || /\bin-year balance\b|\bcumulative deficit\b/i.test(all);
  return ofGrant && agrees && ofProgramme;
}

function pagesOfPictures({ picturePages }: DocumentLayout): Finding[] {
  return picturePages.map((page) => ({
    kind: "scanned-document",
    severity: "doubt",
    message: `Page ${page} is a picture; what it says isn't read.`,
    locator: { page },
  }));
}

function unclearTables(series: readonly YearSeries[], meanings: readonly (string | null)[]): Finding[] {
  return series.flatMap((each, index): Finding[] => {
    if (!["running-total", "in-year", "other", null].includes(meanings[index] ?? null)) return [];
    const what =
      meanings[index] === null ? "It isn't clear what" : "Neither planned deficits nor payments are what";
    return [
      {
        kind: "unexpected-layout",
        severity: meanings[index] === null ? "doubt" : "note",
        message: `${what} a table gives by year under "${each.heading.slice(0, 120)}"; it isn't published.`,
        expected: "words such as deficit at year end, or additional DSG",
        met: each.heading || "no heading",
        locator: each.place,
      },
    ];
  });
}

function missingTerms(terms: Readonly<Record<string, unknown>>): Finding[] {
  return Object.entries(terms).flatMap(([name, found]): Finding[] =>
    found
      ? []
      : [
          {
            kind: "term-not-found",
            severity: "doubt",
            message: `The agreement was read without finding ${name}.`,
            expected: name,
          },
        ],
  );
}

function lostConditions(numbers: readonly string[]): Finding[] {
  if (numbers.length === 0) return [];
  return [
    {
      kind: "term-not-found",
      severity: "doubt",
      message: `The conditions were read without finding number ${numbers.join(", ")}; see whether one is missing.`,
      expected: "numbers that follow one another",
      met: `no ${numbers.join(", ")}`,
    },
  ];
}

function isComplete(payments: readonly Payment[]): boolean {
  return payments.length > 1 && payments.every(({ amount }) => amount !== null);
}

function noTotal(): Finding {
  return {
    kind: "term-not-found",
    severity: "note",
    message: "The agreement prints each payment but no total; none is shown, and none is added up.",
  };
}

const FAULTS: Readonly<Record<DocumentFault, FindingKind>> = {
  empty: "empty-document",
  foreign: "foreign-document",
  truncated: "truncated-document",
  encrypted: "encrypted-document",
  scanned: "scanned-document",
  "too-large": "unreadable-document",
  damaged: "unreadable-document",
};

function unreadable({ fault, message }: UnreadableDocument, place: string): Finding {
  return {
    kind: FAULTS[fault],
    severity: "stop",
    message: `The agreement of ${place} can't be read: ${message}. What is held of it stands.`,
    expected: "a PDF or web page with the agreement's text",
    met: message,
    council: place,
  };
}

function untitled(title: string | null): Finding {
  return {
    kind: "foreign-document",
    severity: "stop",
    message: "A document came without the title of an agreement: nothing says whose it is.",
    expected:
      "a title such as Exampleshire: dedicated schools grant \u2018safety valve\u2019 agreement 2022-2023",
    met: title ?? "no title",
  };
}

function foreign(texts: readonly TextBlock[], place: string): Finding {
  return {
    kind: "foreign-document",
    severity: "stop",
    message: `The document listed as the agreement of ${place} isn't a safety valve agreement. What is held of it stands.`,
    expected: "the terms of a safety valve agreement on the dedicated schools grant",
    met: `a document that begins "${(texts[0]?.text ?? "").slice(0, 100)}"`,
    council: place,
  };
}

function notUnderstood(
  sections: readonly AgreementSection[],
  series: readonly YearSeries[],
  place: string,
): Finding {
  const kinds = [...new Set(sections.map(({ kind }) => kind))].join(", ");
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `The layout of the agreement of ${place} isn't understood; nothing of it is published. What is held of it stands.`,
    expected: "planned deficits by year, payments by year, or the year of a positive in-year balance",
    met: `sections read as ${kinds}; ${series.length} tables by year`,
    council: place,
  };
}

function stopped(finding: Finding): DraftReading {
  return { edition: null, figures: [], findings: [finding] };
}

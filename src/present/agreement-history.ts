import { agreementOfRows } from "@/domain/changes/agreement-of-rows";
import type { DraftChange } from "@/domain/changes/change";
import { compareAgreements } from "@/domain/changes/compare-agreements";
import { versionOfTerm } from "@/domain/dsg/agreement-versions";
import type { Agreement } from "@/shapes/api-shapes";
import type { AgreementDifference, AgreementHistory } from "@/shapes/change-shapes";
import { changeInWords } from "@/wording/change-in-words";
import { publishedValue, sizeOf } from "@/wording/changed-of";
import { loadDocumentTimes, presentAgreements } from "./agreements";
import { loadCouncils } from "./councils";
import { publishedFigures } from "./current-figures";
import { type EvidenceBook, openEvidenceBook } from "./evidence-book";
import { type FigureRow, openSourceBook } from "./figure-source";
import { type Reading, today } from "./summaries";

export interface VersionsAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The versions of one council's agreement and what differs between two of them, term by term: those asked
 * for, else the one before against the one that stands.
 *
 * What only the register knows of an agreement is part of it: a term that it doesn't give is no difference.
 *
 * @returns null when no council has that code
 */
export async function agreementHistory(
  reading: Reading,
  code: string,
  asked: VersionsAsked = {},
): Promise<AgreementHistory | null> {
  // Two documents are compared by what they print, wrong or not.
  const figures = publishedFigures(reading.database);
  const councils = await loadCouncils(figures, today(reading));
  const entry = councils.find(code);
  if (!entry) return null;
  const of = { where: { dfeCode: entry.record.dfeCode } };
  const [agreements, profile, payments, localContributions, conditions] = await Promise.all([
    figures.agreement.findMany(of),
    figures.profilePoint.findMany(of),
    figures.payment.findMany(of),
    figures.localContribution.findMany(of),
    figures.condition.findMany(of),
  ]);
  const rows = { agreements, profile, payments, localContributions, conditions };
  const [book, times] = await Promise.all([
    openSourceBook(figures, ...Object.values(rows)),
    loadDocumentTimes(figures, agreements),
  ]);
  const versions = presentAgreements(rows, book, times);
  const [from, to] = chosen(versions, asked);
  if (!from || !to) return { versions: versions.map(describe), compared: null };

  const inOrder = versions.map(({ version, source }) => ({
    version,
    knownFrom: knownFrom(source.publication),
  }));
  const ofVersion = ({ version, source }: Agreement) => {
    const agreement = agreements.find((row) => row.version === version);
    if (!agreement) throw new Error(`The version ${version} was presented, but isn't held.`);
    // A document's terms are what it prints itself; what others say of it is no term of it.
    const mine = <T extends FigureRow & { readonly agreementVersion: string }>(terms: readonly T[]) =>
      knownFrom(source.publication) === "document"
        ? terms.filter(({ editionId }) => editionId === agreement.editionId)
        : terms.filter(
            (term) =>
              knownFrom(book.publicationOf(term)) === "register" &&
              versionOfTerm(term.agreementVersion, inOrder) === version,
          );
    return agreementOfRows(
      {
        agreement,
        profile: mine(profile),
        // That a payment was made or withheld is what became of the agreement, not what it says.
        payments: mine(payments).filter(({ status }) => status === "planned"),
        localContributions: mine(localContributions),
        conditions: mine(conditions),
      },
      { snapshotSha256: agreement.snapshotSha256, url: source.url },
    );
  };
  const partly = [from, to].some(({ source }) => knownFrom(source.publication) === "register");
  const differences = compareAgreements(ofVersion(from), ofVersion(to)).filter(
    ({ kind, before, after }) =>
      !partly || (before !== null && after !== null && kind !== "review-status-changed"),
  );
  const evidence = await evidenceOf(reading, from, to, differences);
  return {
    versions: versions.map(describe),
    compared: {
      ...{ from: from.version, to: to.version, partly },
      differences: differences.map((difference) => presentDifference(difference, to, evidence)),
    },
  };
}

function chosen(versions: readonly Agreement[], asked: VersionsAsked): [Agreement?, Agreement?] {
  const named = (version: string | undefined) => versions.find((one) => one.version === version);
  const to = named(asked.to) ?? versions.at(-1);
  const before = to && versions[versions.indexOf(to) - 1];
  const from = named(asked.from) ?? before;
  return from === to ? [undefined, undefined] : [from, to];
}

function knownFrom(publication: string): "register" | "document" {
  return publication === "evidence-register" ? "register" : "document";
}

function describe({
  version,
  cohort,
  current,
  checked,
  source,
}: Agreement): AgreementHistory["versions"][number] {
  return { version, cohort, current, checked, source };
}

async function evidenceOf(
  { database, clock }: Reading,
  from: Agreement,
  to: Agreement,
  differences: readonly DraftChange[],
): Promise<(side: "before" | "after", difference: DraftChange) => AgreementDifference["evidence"]["before"]> {
  const place = (side: "before" | "after", difference: DraftChange) => {
    const at = side === "before" ? difference.beforeAt : difference.afterAt;
    const publicationId = (side === "before" ? from : to).source.publication;
    return at === null ? null : { ...at, publicationId, seenBy: clock.now() };
  };
  const book: EvidenceBook = await openEvidenceBook(
    database,
    differences.flatMap((difference) =>
      [place("before", difference), place("after", difference)].filter((at) => at !== null),
    ),
  );
  return (side, difference) => {
    const at = place(side, difference);
    return at === null ? null : book.sourceOf(at);
  };
}

function presentDifference(
  difference: DraftChange,
  to: Agreement,
  evidence: Awaited<ReturnType<typeof evidenceOf>>,
): AgreementDifference {
  const [before, after] = [publishedValue(difference.before), publishedValue(difference.after)];
  const changed = {
    kind: difference.kind,
    ...(difference.financialYear === null ? {} : { financialYear: difference.financialYear }),
    ...(difference.subject === null ? {} : { subject: difference.subject }),
    agreementVersion: to.version,
    before,
    after,
    ...sizeOf(before, after),
  };
  return {
    ...changed,
    summary: changeInWords(changed),
    evidence: { before: evidence("before", difference), after: evidence("after", difference) },
  };
}

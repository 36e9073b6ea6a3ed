import type { ChangePlace, DraftChange } from "./change";
import type { FoundPage, PageAttachment, PagePlace } from "./page-content";
import { wordsAsSaid } from "./similar-words";

type Attachment = PageAttachment<string | null>;

interface Listed {
  readonly page: FoundPage;
  readonly at: PagePlace;
}

/** Attachments are looked for by these in turn: the first that they share makes them one attachment. */
const MARKS: readonly ((attachment: Attachment) => string | null)[] = [
  ({ title, url }) => (url === null ? null : `${wordsAsSaid(title)} ${url}`),
  ({ title }) => wordsAsSaid(title),
  ({ agreement }) => (agreement === null ? null : wordsAsSaid(agreement.plainTitle)),
  ({ url }) => url,
  ({ agreement }) =>
    agreement === null || agreement.council === null ? null : `${agreement.council} ${agreement.signedYear}`,
];

/**
 * What changed among a page's attachments: added, removed, renamed, replaced, put under review.
 *
 * Whether the file behind an agreement's title was replaced is told from the file: a new address may hold
 * the old one. A change of address is told here only of attachments that nobody reads.
 */
export function compareAttachments(before: Listed, after: Listed): DraftChange[] {
  let [gone, come] = [inOrder(before.page.attachments), inOrder(after.page.attachments)];
  const changes: DraftChange[] = [];
  for (const markOf of MARKS) {
    const paired = pairBy(markOf, gone, come);
    gone = paired.gone;
    come = paired.come;
    for (const [was, is] of paired.pairs) changes.push(...changesOf(before, after, was, is));
  }
  for (const is of come) {
    changes.push({
      ...ofAttachment(before, after, null, is),
      kind: "attachment-added",
      subject: is.title,
      before: null,
      after: { kind: "text", text: is.url ?? is.title },
    });
  }
  for (const was of gone) {
    changes.push({
      ...ofAttachment(before, after, was, null),
      kind: "attachment-removed",
      subject: was.title,
      before: { kind: "text", text: was.url ?? was.title },
      after: null,
    });
  }
  return changes.sort(
    (a, b) => order(a).localeCompare(order(b)) || (a.subject ?? "").localeCompare(b.subject ?? ""),
  );
}

function changesOf(before: Listed, after: Listed, was: Attachment, is: Attachment): DraftChange[] {
  const changes: DraftChange[] = [];
  const common = ofAttachment(before, after, was, is);
  const renamed = wordsAsSaid(plainTitle(was)) !== wordsAsSaid(plainTitle(is));
  if (renamed) {
    changes.push({
      ...common,
      kind: "attachment-renamed",
      subject: is.title,
      before: { kind: "text", text: was.title },
      after: { kind: "text", text: is.title },
    });
  }
  const movedAndUnread = was.url !== is.url && was.url !== null && is.url !== null && is.agreement === null;
  if (movedAndUnread) {
    changes.push({
      ...common,
      kind: "attachment-replaced",
      subject: is.title,
      before: { kind: "text", text: was.url },
      after: { kind: "text", text: is.url },
    });
  }
  if (was.agreement && is.agreement && was.agreement.underReview !== is.agreement.underReview) {
    changes.push({
      ...common,
      kind: "review-status-changed",
      subject: "under-review",
      before: { kind: "truth", holds: was.agreement.underReview },
      after: { kind: "truth", holds: is.agreement.underReview },
    });
  }
  return changes;
}

function plainTitle({ title, agreement }: Attachment): string {
  return agreement?.plainTitle ?? title;
}

function ofAttachment(before: Listed, after: Listed, was: Attachment | null, is: Attachment | null) {
  const agreement = is?.agreement ?? was?.agreement ?? null;
  return {
    dfeCode: agreement?.council ?? null,
    financialYear: null,
    agreementVersion: null,
    beforeAt: placeOf(before.at, was),
    afterAt: placeOf(after.at, is),
    notNews: null,
  };
}

function placeOf(at: PagePlace, attachment: Attachment | null): ChangePlace {
  const locator =
    attachment === null ? {} : { path: "attachments as the page lists them", row: attachment.position };
  return { ...at, locator };
}

/** Pairs what bears the same mark, in the order of the pages. */
function pairBy(
  markOf: (attachment: Attachment) => string | null,
  before: readonly Attachment[],
  after: readonly Attachment[],
) {
  const waiting = new Map<string, Attachment[]>();
  for (const was of before) {
    const mark = markOf(was);
    if (mark !== null) waiting.set(mark, [...(waiting.get(mark) ?? []), was]);
  }
  const pairs: [Attachment, Attachment][] = [];
  for (const is of after) {
    const was = waiting.get(markOf(is) ?? "")?.shift();
    if (was) pairs.push([was, is]);
  }
  const paired = new Set(pairs.flat());
  return {
    pairs,
    gone: before.filter((attachment) => !paired.has(attachment)),
    come: after.filter((attachment) => !paired.has(attachment)),
  };
}

/** The same words in another order of the page stay paired alike: by title and address, not by place. */
function inOrder(attachments: readonly Attachment[]): Attachment[] {
  return [...attachments].sort(
    (a, b) => a.title.localeCompare(b.title) || (a.url ?? "").localeCompare(b.url ?? ""),
  );
}

function order({ dfeCode, kind }: DraftChange): string {
  return `${dfeCode ?? ""} ${kind}`;
}

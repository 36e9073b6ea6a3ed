import type { PageContent } from "@/domain/changes/page-content";
import { readGovukPage } from "@/formats/govuk-page";
import type { FetchedDocument } from "../publication";
import { readAgreementTitle } from "./read-agreement-title";

/**
 * What the page says as a page, to be compared with what it said before.
 *
 * @returns null for anything but a page: its attachments are read for what they say themselves
 */
export function readPageContent({ bytes, url }: FetchedDocument): PageContent | null {
  // A PDF begins otherwise; to look for a page in all of it would be slow.
  const beginning = new TextDecoder().decode(bytes.slice(0, 100)).trimStart();
  if (!/^[\uFEFF<{]/.test(beginning)) return null;
  const read = readGovukPage(bytes, url);
  if (read.kind === "unreadable") return null;
  const { page } = read;
  return {
    title: page.title,
    form: page.form,
    paragraphs: page.paragraphs,
    withdrawn: page.withdrawn,
    withdrawnBecause: page.withdrawnBecause,
    attachments: page.attachments.map(({ title, url: address }, index) => {
      const titled = readAgreementTitle(title);
      const agreement =
        titled.kind === "agreement"
          ? {
              council: { name: titled.place },
              signedYear: titled.signedYear,
              underReview: titled.underReview,
              plainTitle: titled.plainTitle,
            }
          : null;
      return { title, url: address, agreement, position: index + 1 };
    }),
    notes: page.changeNotes.map(({ date, note }) => ({ date, text: note })),
  };
}

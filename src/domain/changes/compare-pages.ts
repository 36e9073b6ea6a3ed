import type { Locator } from "../provenance";
import type { ChangePlace, DraftChange } from "./change";
import { compareAttachments } from "./compare-attachments";
import type { FoundPage, PageNote, PagePlace } from "./page-content";
import { wordsAsSaid } from "./similar-words";

export interface SeenPage {
  readonly page: FoundPage;
  readonly at: PagePlace;
}

/**
 * What changed on a publication page, by meaning.
 *
 * The order of its attachments, and how words are printed, change nothing. Where the page was had as an entry
 * and then as a web page, only what both forms hold is compared. In a fixed order: the page as a whole, its
 * notes, its attachments.
 */
export function comparePages(before: SeenPage, after: SeenPage): DraftChange[] {
  return [
    ...withdrawal(before, after),
    ...titleChange(before, after),
    ...textChange(before, after),
    ...newNotes(before, after),
    ...compareAttachments(before, after),
  ];
}

function withdrawal(before: SeenPage, after: SeenPage): DraftChange[] {
  const [was, is] = [before.page.withdrawn, after.page.withdrawn];
  if (was === is) return [];
  const because = (is ? after : before).page.withdrawnBecause;
  return [
    {
      ...ofThePage(before, after),
      kind: "page-withdrawn",
      subject: because,
      before: { kind: "truth", holds: was },
      after: { kind: "truth", holds: is },
    },
  ];
}

function titleChange(before: SeenPage, after: SeenPage): DraftChange[] {
  if (wordsAsSaid(before.page.title) === wordsAsSaid(after.page.title)) return [];
  return [
    {
      ...ofThePage(before, after),
      kind: "page-text-changed",
      subject: "title",
      before: { kind: "text", text: before.page.title },
      after: { kind: "text", text: after.page.title },
    },
  ];
}

/** The paragraphs that went and the ones that came; those that only moved are the same. */
function textChange(before: SeenPage, after: SeenPage): DraftChange[] {
  if (before.page.form !== after.page.form) return [];
  const [was, is] = [before.page.paragraphs, after.page.paragraphs];
  if (was === null || is === null) return [];
  const gone = notAmong(was, is);
  const come = notAmong(is, was);
  if (gone.length + come.length === 0) return [];
  const text = (paragraphs: readonly string[]) =>
    paragraphs.length === 0 ? null : ({ kind: "text", text: paragraphs.join("\n") } as const);
  return [
    {
      ...ofThePage(before, after),
      kind: "page-text-changed",
      subject: "text",
      before: text(gone),
      after: text(come),
    },
  ];
}

function notAmong(paragraphs: readonly string[], others: readonly string[]): string[] {
  const unmatched = new Map<string, number>();
  for (const other of others.map(wordsAsSaid)) unmatched.set(other, (unmatched.get(other) ?? 0) + 1);
  return paragraphs.filter((paragraph) => {
    const words = wordsAsSaid(paragraph);
    const count = unmatched.get(words) ?? 0;
    unmatched.set(words, count - 1);
    return count <= 0 && words !== "";
  });
}

/** A note is its day and its words; one that goes away again is no news. */
function newNotes(before: SeenPage, after: SeenPage): DraftChange[] {
  // A web page that shows no note at all holds them folded away elsewhere.
  if (before.page.notes.length === 0 && before.page.form !== after.page.form) return [];
  const known = new Set(before.page.notes.map(noteKey));
  return [...after.page.notes]
    .filter((note) => !known.has(noteKey(note)))
    .sort((a, b) => a.date.localeCompare(b.date) || a.text.localeCompare(b.text))
    .map((note) => ({
      ...ofThePage(before, after),
      kind: "page-note-added",
      subject: note.date,
      before: null,
      after: { kind: "text", text: note.text },
    }));
}

function noteKey({ date, text }: PageNote): string {
  const instant = Date.parse(date);
  return `${Number.isNaN(instant) ? date : instant} ${wordsAsSaid(text)}`;
}

function ofThePage(before: SeenPage, after: SeenPage) {
  return {
    dfeCode: null,
    financialYear: null,
    agreementVersion: null,
    beforeAt: placeOn(before),
    afterAt: placeOn(after),
    notNews: null,
  };
}

function placeOn({ at }: SeenPage, locator: Locator = {}): ChangePlace {
  return { ...at, locator };
}

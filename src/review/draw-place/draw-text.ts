import { isDeepStrictEqual } from "node:util";
import type { Locator } from "@/domain/provenance";
import { readGovukPage } from "@/formats/govuk-page";
import { readHtmlDocument } from "@/formats/read-html-document";
import type { DrawnPlace } from "@/shapes/place-shapes";
import { signaturesStart } from "@/sources/safety-valve-agreements/agreement-sections";

/** Paragraphs before and behind the one that is meant. */
const AROUND = 12;

interface Paragraph {
  readonly text: string;
  readonly marked: boolean;
}

/** A page of GOV.UK as it lists its documents, or a document that is a web page, paragraph by paragraph. */
export function drawText(bytes: Uint8Array, place: Locator): DrawnPlace {
  const listing = readGovukPage(bytes, "");
  if (listing.kind === "page" && listing.page.attachments.length > 0) {
    const { title, paragraphs, attachments, changeNotes } = listing.page;
    const inNotes = place.path?.startsWith("change notes") ?? false;
    return around([
      { text: title, marked: false },
      ...(paragraphs ?? []).map((text) => ({ text, marked: false })),
      ...attachments.map((attachment, index) => ({
        text: `Attachment ${index + 1}: ${attachment.title}`,
        marked: !inNotes && place.row === index + 1,
      })),
      ...changeNotes.map(({ date, note }, index) => ({
        text: `${date}: ${note}`,
        marked: inNotes && place.row === index + 1,
      })),
    ]);
  }
  const { blocks } = readHtmlDocument(bytes);
  return around(
    blocks.slice(0, signaturesStart(blocks)).flatMap((block): Paragraph[] => {
      if (block.kind === "text") {
        return [
          { text: `${block.mark} ${block.text}`.trim(), marked: isDeepStrictEqual(block.place, place) },
        ];
      }
      return block.rows.map((row, index) => ({
        text: row.map(({ text }) => text).join(" | "),
        marked: place.table === block.place.table && place.row === index + 1,
      }));
    }),
  );
}

function around(paragraphs: readonly Paragraph[]): DrawnPlace {
  const meant = Math.max(
    0,
    paragraphs.findIndex(({ marked }) => marked),
  );
  const from = Math.max(0, meant - AROUND);
  const numbered = paragraphs.map((paragraph, index) => ({ number: index + 1, ...paragraph }));
  return { kind: "text", paragraphs: numbered.slice(from, meant + AROUND + 1) };
}

import { type PartialDate, readPartialDate } from "@/domain/calendar-date";
import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import type { AgreementSection } from "./agreement-sections";
import { datesIn } from "./printed-years";
import { plainWords, sentencesOf } from "./sentences";

/** The day on which the last of them signed, as exactly as it is printed. Who signed is nobody's business here. */
export function readSignatureDate(
  sections: readonly AgreementSection[],
): { readonly date: PartialDate; readonly locator: Locator } | null {
  const textsIn = (kept: readonly AgreementSection[]) =>
    kept.flatMap(({ heading, blocks }) => [
      ...(heading ? [heading] : []),
      ...blocks.filter((block): block is TextBlock => block.kind === "text"),
    ]);
  const beside = datedIn(textsIn(sections.filter(({ kind }) => kind === "signatures")), () => true);
  const found = beside.length > 0 ? beside : datedIn(textsIn(sections), saysSigned);
  return found.reduce<(typeof found)[number] | null>(
    (last, each) => (!last || each.date > last.date ? each : last),
    null,
  );
}

function saysSigned(sentence: string): boolean {
  return /\b(?:signed|dated)\b|\bdate of (?:this |the )?agreement\b|^date\b/i.test(sentence);
}

function datedIn(blocks: readonly TextBlock[], counts: (sentence: string) => boolean) {
  return blocks.flatMap(({ text, place }) =>
    sentencesOf(plainWords(text))
      .filter(counts)
      .flatMap((sentence) =>
        datesIn(sentence).flatMap(({ day, month, year }) => {
          const parts = [year, month, ...(day === null ? [] : [day])].map((part) =>
            String(part).padStart(2, "0"),
          );
          const date = readPartialDate(parts.join("-"));
          return date ? [{ date, locator: place }] : [];
        }),
      ),
  );
}

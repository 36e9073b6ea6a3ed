import { Figure } from "@/components/figures/figure";
import { Section } from "@/components/layout/section";
import { CorrectionNotes } from "@/components/report/correction-notes";
import type { Authority, RecordedCorrection } from "@/shapes/api-shapes";
import { correctionReasonWords, correctionSourceWords, correctionStateWords } from "@/wording/correction";
import { formatExactGbp } from "@/wording/money";

/** Every figure of a council that was ever corrected, the published one in sight, and what we said of errors of ours. */
export function CorrectionsSection({
  council: { name, slug, corrections, correctionNotes },
}: {
  readonly council: Authority;
}) {
  return (
    <Section
      id="corrections"
      heading="Corrections"
      note={
        <p>
          Published figures that were wrong, as a source says, and errors of our own.{" "}
          <a href="/methodology#checked">How corrections work</a>.{" "}
          <a href={`/report?council=${slug}`} rel="nofollow">
            Report an error
          </a>
        </p>
      }
    >
      <CorrectionNotes notes={correctionNotes} />
      <ol className="prose-width space-y-4 empty:hidden">
        {corrections.toReversed().map((one) => (
          <li key={one.id} className="wrap-anywhere">
            <Corrected council={name} recorded={one} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Corrected({
  council,
  recorded,
}: {
  readonly council: string;
  readonly recorded: RecordedCorrection;
}) {
  const { figure, correctedGbp, correction, state, withdrawn, source } = recorded;
  const { url } = correction.source;
  const original = formatExactGbp(correction.originalGbp);
  const saidBy = correctionSourceWords(correction);
  return (
    <>
      {figure}: published as{" "}
      <Figure
        shown={original}
        provenance={{ printed: original, what: `${council}: ${figure}, as published`, source }}
      />
      , corrected to {formatExactGbp(correctedGbp)}.
      <span className="unit">
        {correctionReasonWords(correction)}; {url === null ? saidBy : <a href={url}>{saidBy}</a>}.{" "}
        {correctionStateWords(state)}
        {withdrawn === undefined ? null : ` ${withdrawn.reason}`}
      </span>
    </>
  );
}

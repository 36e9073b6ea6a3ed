import { Section } from "@/components/layout/section";
import type { Authority } from "@/shapes/api-shapes";
import { DERIVED_READING } from "@/wording/flags";
import { hiddenSentence } from "@/wording/hiding";
import { VerdictTable } from "./verdict-table";

/** The promise beside what came of it, or that there is nothing to compare. */
export function VerdictSection({
  council: { name, slug, verdicts, verdictsHidden },
}: {
  readonly council: Authority;
}) {
  return (
    <Section
      id="verdicts"
      heading="Planned and published"
      note={
        <>
          <p>
            Each planned deficit beside what was published for that day, brought to the same basis. Only a
            figure of the agreement itself can be missed, and only by an outturn.
          </p>
          <p>
            {DERIVED_READING}{" "}
            <a href={`/report?council=${slug}`} rel="nofollow">
              Report an error
            </a>
          </p>
        </>
      }
    >
      {verdictsHidden ? (
        <p className="prose-width wrap-anywhere">{hiddenSentence(verdictsHidden)}</p>
      ) : verdicts.length === 0 ? (
        <p className="prose-width">
          No planned deficit of {name} is held for a year that is judged, so there is nothing to compare. That
          is no sign that a promise was kept.
        </p>
      ) : (
        <VerdictTable council={name} verdicts={verdicts} />
      )}
    </Section>
  );
}

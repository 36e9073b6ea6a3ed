import { Reason } from "@/components/admin/review/reason";
import { LONGEST_NOTE } from "@/domain/reports/report";
import type { ReportDetail } from "@/shapes/report-shapes";
import { formatInstant } from "@/wording/dates";
import { ReportForm, Send } from "./decide-report";
import { Words } from "./words";

/** What was said in public of an error, and saying it. */
export function ReportNotes({
  report,
  typed,
}: {
  readonly report: ReportDetail;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const { id, notes, mayPublish, dfeCode } = report;
  if (notes.length === 0 && !mayPublish) return null;
  const typedFor = (verb: string) => (typed.verb === verb ? typed : {});
  return (
    <section aria-labelledby="note" className="pb-8">
      <h2 id="note" className="pb-2 text-xl">
        Correction note
      </h2>
      <div className="grid max-w-3xl gap-6">
        {notes.map((note) => (
          <article key={note.id} className="text-sm">
            <p className="prose-width whitespace-pre-line wrap-anywhere">{note.text}</p>
            <p className="text-xs text-ink-faint">
              Published by {note.by}, {formatInstant(note.at)}
              {note.withdrawn === null
                ? ""
                : `; taken back by ${note.withdrawn.by}, ${formatInstant(note.withdrawn.at)}: ${note.withdrawn.reason}`}
            </p>
            {note.withdrawn === null ? (
              <details className="screen-only mt-1" open={typedFor("take-back").note === String(note.id)}>
                <summary className="w-fit text-accent underline underline-offset-4">Take back</summary>
                <div className="mt-2">
                  <ReportForm reportId={id} name="Take the note back">
                    <input type="hidden" name="note" value={note.id} />
                    <Reason
                      id={`take-back-${note.id}`}
                      typed={typedFor("take-back").reason}
                      hint="Shown in public, under the note."
                    />
                    <Send verb="take-back" words="Take the note back" />
                  </ReportForm>
                </div>
              </details>
            ) : null}
          </article>
        ))}
        {mayPublish ? (
          <ReportForm reportId={id} name="Publish a note">
            <p className="text-sm">
              Everybody reads it{" "}
              {dfeCode === null ? "" : "on the council’s page beside its corrections, and "}
              with the changes. It begins with what it’s about: “{report.about}.”
            </p>
            <Words
              id="note-text"
              label="The note"
              hint="What was wrong, since when, and what stands there now. Name nobody."
              longest={LONGEST_NOTE}
              typed={typedFor("publish").text}
            />
            <Send verb="publish" words="Publish the note" />
          </ReportForm>
        ) : null}
      </div>
    </section>
  );
}

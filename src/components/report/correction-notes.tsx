import type { CorrectionNote } from "@/shapes/report-shapes";
import { formatDate } from "@/wording/dates";

/** What we said of errors of our own; a note that was taken back says so and why. */
export function CorrectionNotes({ notes }: { readonly notes: readonly CorrectionNote[] }) {
  return (
    <ol className="mb-6 prose-width space-y-4 empty:hidden">
      {notes.map(({ id, about, text, publishedOn, withdrawn }) => (
        <li key={id} className="wrap-anywhere">
          <p>
            <strong className="font-semibold">{about}.</strong>{" "}
            <span className="whitespace-pre-line">{text}</span>
          </p>
          <p className="text-sm text-ink-soft">
            Note of ours, {formatDate(publishedOn)}.
            {withdrawn === undefined
              ? null
              : ` Taken back on ${formatDate(withdrawn.on)}: ${withdrawn.reason}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

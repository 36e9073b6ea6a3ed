import type { ReviewDetail, ReviewVerb } from "@/shapes/review-shapes";
import { verbButton, verbMeaning } from "@/wording/review";
import { Reason } from "./reason";

/** The id of the form that confirms: the boxes of the lines belong to it. */
export const CONFIRM_FORM = "confirm";

/** What can be decided, each with what it does and a reason that is kept. */
export function Decide({
  entry,
  typed,
}: {
  readonly entry: ReviewDetail;
  /** The reason that was typed before, where it couldn't be decided. */
  readonly typed: Readonly<Record<string, string>>;
}) {
  if (entry.may.length === 0) return null;
  return (
    <section aria-labelledby="decide" className="screen-only pb-8">
      <h2 id="decide" className="pb-2 text-xl">
        Decide
      </h2>
      <div className="grid max-w-3xl gap-6">
        {entry.may.map((verb, index) => (
          <Decision
            key={verb}
            verb={verb}
            readingId={entry.readingId}
            loud={index === 0}
            typed={typed.verb === verb ? typed.reason : undefined}
            unchecked={entry.lines.filter(({ checked }) => !checked).length}
          />
        ))}
      </div>
    </section>
  );
}

function Decision({
  verb,
  readingId,
  loud,
  typed,
  unchecked,
}: {
  readonly verb: ReviewVerb;
  readonly readingId: number;
  readonly loud: boolean;
  readonly typed: string | undefined;
  readonly unchecked: number;
}) {
  return (
    <form
      id={verb === "confirm" ? CONFIRM_FORM : undefined}
      method="post"
      action="/api/admin/decide"
      aria-label={verbButton(verb)}
      className="grid gap-2 border-l-2 border-rule-strong pl-4"
    >
      <input type="hidden" name="reading" value={readingId} />
      <p className="text-sm">
        {verbMeaning(verb)}
        {verb === "confirm" && unchecked > 0
          ? ` Tick each of the ${unchecked} unchecked lines off first, once you have compared it with the document.`
          : ""}
      </p>
      <Reason id={`reason-${verb}`} typed={typed} />
      <div>
        <button type="submit" name="verb" value={verb} className={loud ? "button" : "button-quiet"}>
          {verbButton(verb)}
        </button>
      </div>
    </form>
  );
}

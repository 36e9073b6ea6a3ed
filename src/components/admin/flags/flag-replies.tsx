import { Reason } from "@/components/admin/review/reason";
import { Field } from "@/components/forms/field";
import type { DecidedFlag } from "@/shapes/flag-decision-shapes";
import { formatDate, formatInstant } from "@/wording/dates";
import { DecisionForm } from "./decision-form";

type Reply = DecidedFlag["replies"][number];

/** What the council says of a flag: the form to put it there, what stands, and what stood. */
export function FlagReplies({
  flag: { id, replies },
  typed,
}: {
  readonly flag: DecidedFlag;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const [newest] = replies;
  const stands = newest !== undefined && newest.text !== null;
  const recording = typed.verb === "record";
  return (
    <>
      {replies.length === 0 ? <p className="pt-3 text-sm">None was recorded.</p> : null}
      <ol className="space-y-3 text-sm not-empty:pt-3">
        {replies.map((reply, index) => (
          <ReplyEntry key={reply.id} reply={reply} stands={index === 0 && stands} />
        ))}
      </ol>
      <form
        method="post"
        action="/api/admin/reply"
        aria-label="Publish a reply"
        className="screen-only mt-6 grid max-w-3xl gap-4 border-l-2 border-rule-strong pl-4"
      >
        <input type="hidden" name="flag" value={id} />
        <div>
          <label htmlFor="reply-text" className="block text-sm font-medium">
            The council’s words
          </label>
          <p id="reply-text-hint" className="text-xs text-ink-faint">
            Plain text, as they wrote it. {stands ? "It takes the place of the one above." : ""}
          </p>
          <textarea
            id="reply-text"
            name="text"
            required
            maxLength={4000}
            rows={5}
            defaultValue={recording ? typed.text : undefined}
            aria-describedby="reply-text-hint"
            className="control mt-1"
          />
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Field
            name="saidBy"
            label="Who speaks for the council"
            hint="An office, not a person’s name: Director of Finance."
            defaultValue={recording ? typed.saidBy : undefined}
            maxLength={200}
            required
          />
          <Field
            name="saidOn"
            label="The day on which they said so"
            type="date"
            defaultValue={recording ? typed.saidOn : undefined}
            required
          />
        </div>
        <Field
          name="url"
          label="Where the council published it"
          hint="If it did."
          type="url"
          defaultValue={recording ? typed.url : undefined}
        />
        <Reason
          id="reason-record"
          typed={recording ? typed.reason : undefined}
          hint="How we know that it is the council’s. Not shown to readers."
        />
        <div>
          <button type="submit" name="verb" value="record" className="button">
            Publish the reply
          </button>
        </div>
      </form>
      {stands ? (
        <div className="screen-only pt-6">
          <DecisionForm
            action="/api/admin/reply"
            about={{ name: "flag", value: id }}
            verb="take-down"
            button="Take the reply down"
            reasonHint="Kept in the record; not shown to readers."
            typed={typed.verb === "take-down" ? typed.reason : undefined}
          >
            Nothing stands beside the flag then. What was said stays in the record.
          </DecisionForm>
        </div>
      ) : null}
    </>
  );
}

function ReplyEntry({ reply, stands }: { readonly reply: Reply; readonly stands: boolean }) {
  const { text, saidBy, saidOn, url, reason, by, at } = reply;
  return (
    <li className={`border-l-2 pl-4 ${stands ? "border-accent" : "border-rule text-ink-soft"}`}>
      <p className="prose-width whitespace-pre-line wrap-anywhere">{text ?? "Taken down."}</p>
      <p className="text-xs text-ink-faint">
        {saidBy === null || saidOn === null ? null : `${saidBy}, ${formatDate(saidOn)}. `}
        {url === null ? null : (
          <>
            <a href={url}>As published</a>.{" "}
          </>
        )}
        {stands ? "Shown now. " : text === null ? "" : "Not on top any more. "}
        {by}, {formatInstant(at)}: {reason}
      </p>
    </li>
  );
}

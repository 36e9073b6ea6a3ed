import { batchVerbsFrom } from "@/domain/alerts/batch-states";
import type { ListedBatch } from "@/shapes/message-shapes";
import { formatInstant } from "@/wording/dates";
import {
  batchSizeWords,
  batchStateWords,
  batchVerbButton,
  batchVerbMeaning,
  countOf,
} from "@/wording/message-record";
import { Reason } from "../review/reason";

/** Batches of alerts: how large, what they tell, and what can be decided about each. */
export function BatchList({
  batches,
  mayDecide,
  typed,
}: {
  readonly batches: readonly ListedBatch[];
  readonly mayDecide: boolean;
  /** The form that came back, where it couldn't be decided. */
  readonly typed: Readonly<Record<string, string>>;
}) {
  if (batches.length === 0) return <p className="py-3 text-sm text-ink-soft">No alert was ever made.</p>;
  return (
    <ul>
      {batches.map((batch) => (
        <li key={batch.id} className="border-b border-rule py-3 text-sm">
          <h3 className="text-base font-semibold">Batch {batch.id}</h3>
          <p className={batch.state === "held" ? "font-semibold text-at-risk" : "text-ink-soft"}>
            {batchStateWords(batch.state)}
            {batch.state === "held" && batch.heldBecause !== null && batch.decided === null
              ? `, for it has ${batch.heldBecause}`
              : ""}
            .
          </p>
          <p className="prose-width">
            Made {formatInstant(batch.madeAt.toISOString())}. {batchSizeWords(batch)}.
          </p>
          {batch.decided === null ? null : (
            <p className="prose-width wrap-anywhere text-ink-soft">
              Decided by {batch.decided.by}, {formatInstant(batch.decided.at.toISOString())}
              {batch.decided.reason === null ? "" : `: “${batch.decided.reason}”`}
            </p>
          )}
          <Tells batch={batch} />
          {mayDecide && batch.state !== "cancelled" ? (
            <Decide batch={batch} typed={typed.batch === String(batch.id) ? typed : null} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Tells({ batch: { id, tells, alerts, state } }: { readonly batch: ListedBatch }) {
  const more = alerts - tells.length;
  return (
    <details className="mt-1" open={state === "held" && tells.length <= 8 ? true : undefined}>
      <summary className="min-h-11 py-2 font-medium">
        What it tells<span className="sr-only"> (batch {id})</span>
      </summary>
      <ul className="prose-width space-y-2 pb-2">
        {tells.map((alert) => (
          <li key={alert.id}>
            <a href={alert.path}>{alert.title}</a>
            {alert.lines.map((line) => (
              <span key={line} className="block text-ink-soft wrap-anywhere">
                {line}
              </span>
            ))}
          </li>
        ))}
        {more > 0 ? <li className="text-ink-soft">and {countOf(more, "more alert")}</li> : null}
      </ul>
    </details>
  );
}

function Decide({
  batch: { id, state },
  typed,
}: {
  readonly batch: ListedBatch;
  readonly typed: Readonly<Record<string, string>> | null;
}) {
  const verbs = batchVerbsFrom(state);
  return (
    <details className="screen-only" open={state === "held" || typed !== null ? true : undefined}>
      <summary className="min-h-11 py-2 font-medium text-accent underline underline-offset-4">
        {verbs
          .map(batchVerbButton)
          .join(" or ")
          .toLowerCase()
          .replace(/^./, (first) => first.toUpperCase())}
        <span className="sr-only"> batch {id}</span>
      </summary>
      <form
        method="post"
        action="/api/admin/batch"
        aria-label={`Decide about batch ${id}`}
        className="grid max-w-2xl gap-3 border-l-2 border-rule-strong pl-4"
      >
        <input type="hidden" name="batch" value={id} />
        <ul className="text-ink-soft">
          {verbs.map((verb) => (
            <li key={verb}>
              <strong className="font-semibold text-ink">{batchVerbButton(verb)}</strong>:{" "}
              {batchVerbMeaning(verb)}
            </li>
          ))}
        </ul>
        <Reason id={`batch-${id}`} typed={typed?.reason} hint="Kept in the audit log." />
        <div className="flex flex-wrap gap-3">
          {verbs.map((verb, index) => (
            <button
              key={verb}
              type="submit"
              name="verb"
              value={verb}
              className={state === "held" && index === 0 ? "button" : "button-quiet"}
            >
              {batchVerbButton(verb)} batch {id}
            </button>
          ))}
        </div>
      </form>
    </details>
  );
}

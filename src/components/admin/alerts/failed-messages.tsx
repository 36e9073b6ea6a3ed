import type { ListedMessage, MessageRecord } from "@/shapes/message-shapes";
import { formatInstant } from "@/wording/dates";
import { countOf, purposeWords } from "@/wording/message-record";

/** Why messages fail, and those that were given up, each to be tried again. */
export function FailedMessages({
  record: { failures, dead, deadInAll, days },
  mayTry,
}: {
  readonly record: MessageRecord;
  readonly mayTry: boolean;
}) {
  if (failures.length === 0 && dead.length === 0) {
    return <p className="py-3 text-sm text-ink-soft">No message of the last {days} days failed.</p>;
  }
  return (
    <>
      <ul>
        {failures.map(({ because, triedAgain, dead: given }) => (
          <li key={because} className="border-b border-rule py-2 text-sm">
            <p className="wrap-anywhere">{because}</p>
            <p className="text-ink-soft">
              {[
                ...(triedAgain > 0 ? [`${countOf(triedAgain, "message")} tried again later`] : []),
                ...(given > 0 ? [`${countOf(given, "message")} given up`] : []),
              ].join(", ")}
            </p>
          </li>
        ))}
      </ul>
      {dead.length === 0 ? null : (
        <>
          <h3 className="pt-6 pb-2 text-base font-semibold">Given up</h3>
          {mayTry ? (
            <form method="post" action="/api/admin/message" className="screen-only pb-3">
              <button type="submit" name="how" value="try-all" className="button-quiet">
                {deadInAll === 1 ? "Try it again" : `Try all ${countOf(deadInAll, "message")} again`}
              </button>
            </form>
          ) : null}
          <ul className="border-t border-rule">
            {dead.map((message) => (
              <GivenUp key={message.id} message={message} mayTry={mayTry} />
            ))}
          </ul>
          {deadInAll > dead.length ? (
            <p className="pt-2 text-sm text-ink-soft">
              and {countOf(deadInAll - dead.length, "older one", "older ones")}
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

function GivenUp({ message, mayTry }: { readonly message: ListedMessage; readonly mayTry: boolean }) {
  const { id, purpose, to, attempts, createdAt, because } = message;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-rule py-2 text-sm">
      <div className="min-w-0 grow basis-64">
        <p className="wrap-anywhere">
          <strong className="font-semibold">{purposeWords(purpose)}</strong> to {to ?? "somebody who is gone"}
        </p>
        <p className="text-ink-soft wrap-anywhere">
          Queued {formatInstant(createdAt.toISOString())}, {countOf(attempts, "attempt")}
          {because === null ? "" : `, the last: ${because}`}
        </p>
      </div>
      {mayTry && to !== null ? (
        <form method="post" action="/api/admin/message" className="screen-only">
          <input type="hidden" name="message" value={id} />
          <button type="submit" name="how" value="try-again" className="button-quiet">
            Try again<span className="sr-only"> (message {id})</span>
          </button>
        </form>
      ) : null}
    </li>
  );
}

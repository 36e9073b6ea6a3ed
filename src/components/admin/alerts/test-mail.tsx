import type { ListedMessage } from "@/shapes/message-shapes";
import { mailWayWords, testMailWords } from "@/wording/message-record";

/** Sends a message to whoever looks at the page, and says what became of the last one. */
export function TestMail({
  to,
  mailWay,
  latest,
}: {
  readonly to: string;
  readonly mailWay: "smtp" | "outbox";
  readonly latest: ListedMessage | null;
}) {
  return (
    <div className="grid gap-3 pt-3 text-sm">
      <p className="prose-width wrap-anywhere">
        A message to your own address, {to}, goes the way of all others: {mailWayWords(mailWay)}.
      </p>
      {latest === null ? null : (
        <p className="prose-width wrap-anywhere text-ink-soft">
          Your last test: {testMailWords(latest, mailWay)}
        </p>
      )}
      <form method="post" action="/api/admin/message" className="screen-only">
        <button type="submit" name="how" value="test" className="button-quiet">
          Send a test message to yourself
        </button>
      </form>
    </div>
  );
}

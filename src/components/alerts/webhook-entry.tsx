import type { ManagedWebhook } from "@/shapes/alert-form-shapes";
import { chosenWords, webhookCallWords } from "@/wording/alert-pages";
import { formatDay, formatInstant } from "@/wording/dates";

/** A webhook: what it's told, what came of the newest calls, and what can be done about it. */
export function WebhookEntry({
  token,
  webhook: { id, url, chosen, since, disabled, calls },
}: {
  readonly token: string;
  readonly webhook: ManagedWebhook;
}) {
  return (
    <li className="border-t border-rule py-4 first:border-t-0 first:pt-0">
      <p className="font-semibold wrap-anywhere">{url}</p>
      <p className="prose-width text-sm text-ink-soft">
        Since {formatDay(since)} it hears {chosenWords(chosen)}.
      </p>
      {disabled === null ? null : (
        <p className="mt-2 prose-width border-l-4 border-notice-edge bg-notice px-4 py-2 text-sm">
          <strong className="font-semibold">Not called since {formatInstant(disabled.at)}.</strong>{" "}
          {disabled.because ?? "Too many calls in a row were refused"}. What it missed is in the feeds.
        </p>
      )}
      {calls.length === 0 ? null : (
        <details className="mt-1">
          <summary className="min-h-11 py-2 text-sm font-medium">
            Newest calls<span className="sr-only"> to {url}</span>
          </summary>
          <ol className="space-y-1 pb-2 text-sm">
            {calls.map((call) => (
              <li key={`${call.at} ${call.purpose} ${call.state}`}>
                {formatInstant(call.at)}: {webhookCallWords(call)}
              </li>
            ))}
          </ol>
        </details>
      )}
      <form action="/alerts/webhooks" method="post" className="mt-2 flex flex-wrap gap-3">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="webhook" value={id} />
        {disabled === null ? (
          <button type="submit" name="step" value="test" className="button-quiet">
            Send a test<span className="sr-only"> to {url}</span>
          </button>
        ) : (
          <button type="submit" name="step" value="enable" className="button-quiet">
            Call it again<span className="sr-only">: {url}</span>
          </button>
        )}
        <button type="submit" name="step" value="remove" className="button-quiet">
          Remove<span className="sr-only"> {url}</span>
        </button>
      </form>
    </li>
  );
}

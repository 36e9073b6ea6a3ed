import { Section } from "@/components/layout/section";

/** The ways out: no more mail, or nothing left of oneself. */
export function EndSection({
  token,
  mail,
  webhooks,
}: {
  readonly token: string;
  /** Whether they get any. */
  readonly mail: boolean;
  readonly webhooks: number;
}) {
  return (
    <Section id="end" heading="Stop">
      <div className="prose-width space-y-8">
        {mail && webhooks > 0 ? (
          <form action="/alerts/unsubscribe" method="post">
            <p className="mb-3">No more mail. Your webhooks go on, and your address is kept for them.</p>
            <input type="hidden" name="token" value={token} />
            <button type="submit" className="button-quiet">
              Unsubscribe from mail
            </button>
          </form>
        ) : null}
        <form action="/alerts/delete" method="post">
          <p className="mb-3">
            {webhooks === 0
              ? "No more mail, and everything deleted: your address, your choices, and what was sent to you."
              : "Everything deleted: your address, your choices, your webhooks, and what was sent to you."}{" "}
            This can’t be undone; you can subscribe again.
          </p>
          <input type="hidden" name="token" value={token} />
          <button type="submit" className="button-quiet">
            {webhooks === 0 ? "Unsubscribe and delete everything" : "Delete everything"}
          </button>
        </form>
      </div>
    </Section>
  );
}

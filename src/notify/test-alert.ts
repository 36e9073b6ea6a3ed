import type { ClaimedDelivery } from "./claimed-delivery";
import type { StoredAlert } from "./load-alerts";

/** What a webhook is sent to try whether calls arrive: of an invented council, and it says so. */
export function testAlert({ createdAt }: Pick<ClaimedDelivery, "createdAt">): StoredAlert {
  return {
    ...{ id: "test", matter: "test", kind: "outturn-published", tone: "neutral" },
    council: { dfeCode: "X01", name: "Exampleshire", slug: "exampleshire" },
    title: "Exampleshire: a test of your webhook",
    lines: [
      {
        text: "This is a test that you asked for. Nothing has happened, and there is no such council.",
        source: null,
      },
    ],
    ...{ more: 0, checked: true, derived: false, path: "/alerts" },
    occurredAt: createdAt.toISOString(),
  };
}

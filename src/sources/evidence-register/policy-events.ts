import { registerFile, sourceOf } from "./register-file";

const COLUMNS = ["date", "event", "detail", "source_url"] as const;

/** What government decided, by date as far as it's known. */
export const policyEvents = registerFile("policy_events", "national policy", COLUMNS, (row) => {
  const detail = row.text("detail");
  return [
    {
      type: "event",
      council: null,
      date: row.maybe("date", row.partialDate),
      kind: "policy",
      summary: detail === null ? row.words("event") : `${row.words("event")}: ${detail}`,
      ...sourceOf(row, "event"),
    },
  ];
});

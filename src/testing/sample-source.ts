import type { Source } from "@/shapes/api-shapes";

/** A source of an invented figure, for tests that don't mind which. */
export const source: Source = {
  publication: "section-251-outturn",
  title: "Exampleshire's return",
  url: "https://example.org/return",
  snapshotSha256: "0".repeat(64),
  retrievedAt: "2026-11-23T09:00:00.000Z",
  locator: {},
  origin: "archive",
  licence: "Open Government Licence v3.0",
};

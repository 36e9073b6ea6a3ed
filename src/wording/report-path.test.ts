import { expect, it } from "vitest";
import { reportPath } from "./report-path";

const snapshotSha256 = "3f2a9c1b2d3e".padEnd(64, "0");

it.each([
  [{ sheet: "High needs", cell: "C5" }, "/report?figure=3f2a9c1b2d3e;sheet=High%20needs;cell=C5"],
  [{ path: "a&b=c;d" }, "/report?figure=3f2a9c1b2d3e;path=a%26b=c%253Bd"],
  [{}, "/report?figure=3f2a9c1b2d3e"],
])("an error at %j is reported at %s, which reads back as it was", (locator, path) => {
  expect(reportPath({ snapshotSha256, locator })).toBe(path);
  const read = new URL(path, "http://localhost").searchParams.get("figure");
  expect(read?.startsWith("3f2a9c1b2d3e")).toBe(true);
});

import { describe, expect, it } from "vitest";
import { aJudgedCouncil, aStatement, date } from "@/testing/dossiers";
import { saysOffTrack } from "./says-off-track";

const off = (day: string | null) => aStatement({ date: day === null ? null : date(day) });
const on = (day: string | null) => aStatement({ kind: "on-track", date: day === null ? null : date(day) });
const find = (...statements: ReturnType<typeof aStatement>[]) =>
  saysOffTrack.find(aJudgedCouncil({ statements }));

describe("said to be off track", () => {
  it.each([
    ["2025-06-10", "2025-06-11", 0],
    ["2025-06-10", "2025-06-10", 1],
    ["2025-06-10", "2025-06-09", 1],
    // Of a date known in part no day is assumed.
    ["2025-06-10", "2025", 1],
    ["2025-06-10", "2026", 0],
    ["2025", "2025-12-31", 1],
    ["2025", "2026-01-01", 0],
    ["2025-06", "2025-07", 0],
    ["2025-06-10", null, 1],
    [null, "2026-01-01", 1],
  ])("off track %s, on track %s: %d flags", (offTrack, onTrack, flags) => {
    expect(find(off(offTrack), on(onTrack))).toHaveLength(flags);
    expect(find(on(onTrack), off(offTrack))).toHaveLength(flags);
  });

  it("isn't raised by a statement that it is on track, nor by a rating", () => {
    expect(find(on("2025-06-10"), aStatement({ kind: "rating", value: "red" }))).toEqual([]);
  });

  it("tells of the latest that stands, and shows all that stand", () => {
    const [earlier, cleared, latest] = [off("2025-05-02"), off("2024-01-01"), off("2025-06-10")];
    const [flag] = find(latest, on("2024-02-01"), cleared, earlier);
    expect(flag).toMatchObject({
      ...{ severity: "at-risk", subject: "", checked: true, size: null },
      summary: "exampleshire.example (10 June 2025): Schools forum: no longer on track.",
    });
    expect(flag?.evidence.map(({ ref }) => ref)).toEqual([earlier.ref, latest.ref]);
  });
});

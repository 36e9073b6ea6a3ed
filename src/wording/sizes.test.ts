import { describe, expect, it } from "vitest";
import { formatAge, formatBytes } from "./sizes";

describe("a size", () => {
  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_000, "1.0 kB"],
    [4_240_000, "4.2 MB"],
    [999_400_000, "999 MB"],
    [999_600_000, "1.0 GB"],
    [123_456_789_000, "123 GB"],
    [5_000_000_000_000_000, "5000 TB"],
  ])("of %i is %s", (bytes, words) => expect(formatBytes(bytes)).toBe(words));
});

describe("how long ago", () => {
  const now = new Date("2026-11-30T12:00:00Z");
  it.each([
    [30_000, "just now"],
    [60_000, "1 minute ago"],
    [59 * 60_000, "59 minutes ago"],
    [60 * 60_000, "1 hour ago"],
    [47 * 3_600_000, "47 hours ago"],
    [48 * 3_600_000, "2 days ago"],
    [-5_000, "just now"],
  ])("%i ms are %s", (ms, words) => expect(formatAge(new Date(now.getTime() - ms), now)).toBe(words));
});

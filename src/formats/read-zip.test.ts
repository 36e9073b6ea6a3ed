import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readZip, ZIP_LIMITS } from "./read-zip";

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytes = (content: string) => new TextEncoder().encode(content);

const figures = bytes("la_name,plans\nExampleshire,12\nSampleton,7\n".repeat(40));
const zip = zipSync({
  "data/caseload.csv": figures,
  "data-guidance/": new Uint8Array(),
  "data-guidance/read.txt": bytes("x"),
});

/** Where the directory lists the first file: its sizes and checksum follow at fixed distances. */
const directory = zip.findIndex((_, at) => new DataView(zip.buffer, at).getUint32(0, false) === 0x504b0102);

function altered(at: number, value: number): Uint8Array {
  const copy = zip.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe("a zip", () => {
  it("yields its files, without the folders", () => {
    const read = readZip(zip);
    if (read.kind === "unreadable") throw new Error(read.reason);
    expect(read.entries.map(({ path }) => path)).toEqual(["data/caseload.csv", "data-guidance/read.txt"]);
    expect(text(read.entries[0]?.bytes)).toBe(text(figures));
  });

  it("may hold files that aren't compressed, and end with a comment", () => {
    const stored = zipSync({ "a.csv": figures }, { level: 0 });
    const commented = new Uint8Array([...stored, ...bytes("made in June")]);
    new DataView(commented.buffer).setUint16(stored.length - 2, 12, true);
    expect(readZip(commented)).toMatchObject({ kind: "entries", entries: [{ path: "a.csv" }] });
  });

  it("is read where it begins in the middle of a larger piece of memory", () => {
    const within = new Uint8Array(zip.length + 10);
    within.set(zip, 10);
    expect(readZip(within.subarray(10)).kind).toBe("entries");
  });
});

describe("a zip cut short at any length is never taken for a whole one", () => {
  it.each([1, 3])("checked at every %i-th byte", (step) => {
    const taken: number[] = [];
    for (let length = 0; length < zip.length; length += step) {
      if (readZip(zip.subarray(0, length)).kind === "entries") taken.push(length);
    }
    expect(taken).toEqual([]);
  });

  it.each([
    [4, "truncated"],
    [100, "truncated"],
    [zip.length - 1, "truncated"],
    [0, "not-a-zip"],
    [3, "not-a-zip"],
  ])("%i bytes: %s", (length, fault) => {
    expect(readZip(zip.subarray(0, length))).toMatchObject({ kind: "unreadable", fault });
  });
});

describe("what isn't read", () => {
  it.each([
    ["a web page", bytes("<!DOCTYPE html><title>Service unavailable</title>"), "not-a-zip"],
    ["a wrong checksum", altered(directory + 16, 12345), "damaged"],
    ["a larger size than there is", altered(directory + 24, figures.length + 1), "damaged"],
    ["a smaller size than there is", altered(directory + 24, figures.length - 1), "damaged"],
    ["a file elsewhere than listed", altered(directory + 42, 7), "damaged"],
    ["a password", altered(directory + 8, 1 | (8 << 16)), "unsupported"],
    ["a method nobody uses", altered(directory + 8, 99 << 16), "unsupported"],
    [
      "more than may be unpacked, as declared",
      altered(directory + 24, ZIP_LIMITS.totalBytes + 1),
      "too-large",
    ],
    ["a bomb", zipSync({ "zeros.csv": new Uint8Array(5_000_000) }), "too-large"],
  ])("%s", (_, content, fault) => {
    expect(readZip(content)).toMatchObject({ kind: "unreadable", fault });
  });

  it("holds all files together to the limit, not each for itself", () => {
    const two = zipSync({ "a.csv": new Uint8Array(60), "b.csv": new Uint8Array(60) });
    expect(readZip(two, { ...ZIP_LIMITS, totalBytes: 120 }).kind).toBe("entries");
    expect(readZip(two, { ...ZIP_LIMITS, totalBytes: 119 })).toMatchObject({ fault: "too-large" });
  });

  it("holds the number of files to the limit", () => {
    const three = zipSync({ "a.csv": bytes("1"), "b.csv": bytes("1"), "c.csv": bytes("1") });
    expect(readZip(three, { ...ZIP_LIMITS, entries: 3 }).kind).toBe("entries");
    expect(readZip(three, { ...ZIP_LIMITS, entries: 2 })).toMatchObject({ fault: "too-large" });
  });
});

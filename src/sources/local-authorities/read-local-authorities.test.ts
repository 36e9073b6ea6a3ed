import { describe, expect, it } from "vitest";
import type { AuthorityDraft } from "@/domain/dsg/draft-figures";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { extentOf } from "@/domain/local-authority/extent";
import { commonName } from "@/domain/local-authority/local-authority";
import { asJson, documentOf, fixture, textOf } from "@/testing/published-documents";
import { localAuthorities } from "./publication";

const csv = textOf(fixture(import.meta.url, "fixtures/local_authorities.csv"));
const read = (text: string) => localAuthorities.read(documentOf(text));
const check = (text: string) => localAuthorities.check(read(text), new CouncilRegister([]), "archive");

it("approved reading", () => {
  expect(asJson(read(csv))).toEqual(
    JSON.parse(textOf(fixture(import.meta.url, "golden/local_authorities.json"))),
  );
});

it.each([
  ["Bristol, City of", "Bristol"],
  ["Kingston upon Hull, City of", "Kingston upon Hull"],
  ["Herefordshire, County of", "Herefordshire"],
  ["County Durham", "County Durham"],
  ["St. Helens", "St Helens"],
  ["Kingston upon Thames", "Kingston upon Thames"],
  ["Bournemouth, Christchurch and Poole", "Bournemouth, Christchurch and Poole"],
])("%s is commonly called %s", (official, common) => {
  expect(commonName(official)).toBe(common);
});

describe("rows", () => {
  it.each([
    [
      "a live council with an end",
      "county,live,2009-01-01,,",
      "county,live,2009-01-01,2020-03-31,",
      "valid_to",
    ],
    ["an ended one without", "terminated,2009-01-01,2021-03-31", "terminated,2009-01-01,", "valid_to"],
    ["a type that isn't known", ",county,live", ",parish,live", "type"],
    ["no DfE code", "X01,X99000001", ",X99000001", "dfe_code"],
    ["a latitude in words", "51.5000", "north", "centroid_lat"],
  ])("%s is set aside", (_, sound, broken, column) => {
    expect(csv).toContain(sound);
    const draft = read(csv.replace(sound, broken));
    expect(draft.findings).toMatchObject([
      { kind: "unreadable-row", severity: "doubt", locator: { cell: column } },
    ]);
    expect(draft.figures).toHaveLength(4);
  });
});

describe("bounds", () => {
  const headings = csv.split("\n")[0] ?? "";
  const councils = (count: number) => [
    headings,
    ...Array.from(
      { length: count },
      (_, index) =>
        `X${index},Y${index},Council ${"abcdefghijklmnopqrstuvwxyz"[index % 26]}${index},Outer Example,E12,unitary,live,2009-01-01,,,,,,,https://example.org/las.csv`,
    ),
  ];

  it.each([
    [99, ["stop unexpected-layout"]],
    [100, []],
    [400, []],
    [401, ["stop unexpected-layout"]],
  ])("%i live councils: %j", (count, findings) => {
    expect(check(councils(count).join("\n")).map(({ severity, kind }) => `${severity} ${kind}`)).toEqual(
      findings,
    );
  });

  it.each([
    ["one DfE code for two live councils", /^X1,Y1,/, "X2,Y1,", "DfE code X2"],
    ["one ONS code for two entries", /^X1,Y1,/, "X1,Y2,", "ONS code Y2"],
    ["one address for two councils", /^X1,Y1,[^,]*,/, "X1,Y1,Council c2,", "Address council-c2"],
  ])("%s", (_, pattern, replacement, message) => {
    const rows = councils(150).map((row) => row.replace(pattern, replacement));
    expect(check(rows.join("\n"))).toContainEqual(
      expect.objectContaining({
        kind: "duplicate-row",
        severity: "stop",
        message: expect.stringContaining(message),
      }),
    );
  });

  it("entries of one council after another share its DfE code and address", () => {
    const slugs = read(csv).figures.map((figure) => (figure as AuthorityDraft).authority.slug);
    expect(slugs).toEqual(["exampleshire", "sampleton", "sampleton", "exampleshire-to-2019", "testbury"]);
    expect(check(csv).map(({ kind }) => kind)).toEqual(["unexpected-layout"]);
  });
});

describe("invented councils", () => {
  const headings = csv.split("\n")[0] ?? "";
  const row = (dfeCode: string, gssCode: string, name: string) =>
    `${dfeCode},${gssCode},${name},Practice,X12000001,unitary,live,2009-01-01,,,,,,,https://example.org/las.csv`;
  const invented = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(2, "0");
      return row(`X${number}`, `X990000${number}`, `Example ${"abcdefghijklmnop"[index]}`);
    });
  const england = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      row(
        String(200 + index),
        `E${10000000 + index}`,
        `Council ${"abcdefghijklmnopqrstuvwxyz"[index % 26]}${index}`,
      ),
    );
  const list = (rows: readonly string[]) => read([headings, ...rows].join("\n"));
  const held = (rows: readonly string[]) => {
    const authorities = list(rows).figures.flatMap((figure) =>
      figure.type === "authority" ? [figure.authority] : [],
    );
    return new CouncilRegister(authorities, extentOf(authorities));
  };
  const kinds = (rows: readonly string[], store: readonly string[]) =>
    localAuthorities
      .check(list(rows), held(store), "archive")
      .map(({ severity, kind }) => `${severity} ${kind}`);

  it.each([
    ["a dozen, the first time", invented(12), [], []],
    ["a dozen, over a dozen", invented(12), invented(12), []],
    ["one fewer", invented(11), [], ["stop unexpected-layout"]],
    ["one more", invented(13), [], ["stop unexpected-layout"]],
    ["England, the first time", england(153), [], []],
    ["a dozen of England", england(12), [], ["stop unexpected-layout"]],
    ["one among England's", [...england(153), ...invented(1)], [], ["stop council-unexpected"]],
    ["a dozen, offered to a store of England", invented(12), england(153), ["stop council-unexpected"]],
    ["England, offered to a store for practice", england(153), invented(12), ["stop council-unexpected"]],
  ])("%s", (_, rows, store, expected) => {
    expect(kinds(rows, store)).toEqual(expected);
  });
});

import { describe, expect, it } from "vitest";
import type { AuthorityDraft } from "@/domain/dsg/draft-figures";
import { CouncilRegister } from "@/domain/local-authority/council-register";
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

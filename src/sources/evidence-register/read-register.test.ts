import { describe, expect, it } from "vitest";
import { asJson, documentOf, fixture, textOf } from "@/testing/published-documents";
import { citationOf } from "./citation";
import { evidenceRegister } from "./publication";

const addressOf = (name: string) => `repository:archive/figures/register/${name}.csv`;
const csvOf = (name: string) => textOf(fixture(import.meta.url, `fixtures/${name}.csv`));
const read = (name: string, csv: string) => evidenceRegister.read(documentOf(csv, addressOf(name)));

it.each(["agreements", "actuals", "payments", "events"])("approved reading of %s", (name) => {
  expect(asJson(read(name, csvOf(name)))).toEqual(
    JSON.parse(textOf(fixture(import.meta.url, `golden/${name}.json`))),
  );
});

it.each([
  [
    "deficit_profile",
    "la_name,agreement_version,financial_year,planned_cumulative_deficit_gbp_m,basis,scope,local_contributions,plan_source,basis_note,source_url,confidence\nExampleshire,unclear,2027-28,114.2,gross,unknown,included,plan,before DfE money,https://example.org/a,medium\n",
    {
      type: "profile-point",
      council: { name: "Exampleshire" },
      agreementVersion: "unclear",
      financialYear: "2027-28",
      deficit: 11_420_000_000,
      basis: "gross",
      scope: "unknown",
      localContributions: "included",
      planSource: "plan",
      wording: "before DfE money",
      confidence: "medium",
    },
  ],
  [
    "stability_grant",
    "la_name,as_at_date,item,value_gbp_m,detail,source_url\nExampleshire,2026-02,other,,Welcomed it,https://example.org/a\n",
    {
      type: "stability-grant",
      council: { name: "Exampleshire" },
      asAt: "2026-02",
      item: "other",
      amount: null,
      summary: "Welcomed it",
    },
  ],
  [
    "derived_balances",
    "la_code,la_name,as_at_date,balance_gbp,error_gbp,basis_note,source_url\nX01,Exampleshire,2022-03-31,-5311000,9000,worked back,https://example.org/a\n",
    {
      type: "outturn",
      council: { dfeCode: "X01", name: "Exampleshire" },
      asAt: "2022-03-31",
      deficit: { kind: "value", value: 531_100_000 },
      error: 900_000,
      basis: "net",
      scope: "dsg",
      kind: "derived",
      after: { safetyValve: "yes", stabilityGrant: "no", localContribution: "unknown" },
    },
  ],
  [
    "dbv_authorities",
    "la_name,tranche,source_url\nExampleshire,2,https://example.org/a\n",
    {
      type: "programme-member",
      programme: "delivering-better-value",
      council: { name: "Exampleshire" },
      tranche: "2",
    },
  ],
  [
    "policy_events",
    "date,event,detail,source_url\n,Override extended,To March 2028,https://example.org/a\n",
    { type: "event", council: null, date: null, kind: "policy", summary: "Override extended: To March 2028" },
  ],
  [
    "national_totals",
    "financial_year,measure,value_gbp_bn,source_url\n2019-20,high_needs_block_total,6.279,https://example.org/a\n",
    {
      type: "national-figure",
      financialYear: "2019-20",
      measure: "high_needs_block_total",
      amount: 627_900_000_000,
    },
  ],
])("a row of %s", (name, csv, figure) => {
  const draft = read(name, csv);
  expect(draft.findings).toEqual([]);
  expect(draft.edition?.key).toBe(name);
  expect(draft.figures).toHaveLength(1);
  expect(draft.figures[0]).toMatchObject({
    ...figure,
    locator: { row: 2 },
    citation: { title: "example.org", url: "https://example.org/a" },
  });
});

describe("a row that can't be read is set aside, with file, line and column; the others are read", () => {
  it.each([
    ["agreements", "20.5,active", "about 20,active", "total_funding_gbp_m"],
    ["agreements", ",balance,", ",target,", "target_means"],
    ["agreements", "official,2026-27", "rumour,2026-27", "target_source"],
    ["agreements", "original,2021-22,2021-22,2021-22", "original,2021-23,2021-22,2021-22", "cohort"],
    ["actuals", "2024-03-31,no", "2024-03-32,no", "as_at_date"],
    ["actuals", ",no,13.9", ",perhaps,13.9", "date_inferred"],
    ["actuals", ",13.9,", ",,", "deficit_gbp_m"],
    ["actuals", ",outturn,", ",guess,", "kind"],
    ["actuals", ",net,", ",after,", "basis"],
    ["actuals", "https://www.example.org/a,high", ",high", "source_url"],
    ["actuals", "a,high,section", "a,sure,section", "confidence"],
    ["payments", ",year,,8.2", ",month,,8.2", "covers"],
    ["payments", "original,2021-22,year", "original,,year", "financial_year"],
    ["payments", "2024-11-26,14.6", ",14.6", "through_date"],
    ["payments", ",8.2,planned", ",,planned", "payment_gbp_m"],
    ["events", ",signed,", ",celebrated,", "event_type"],
    ["events", "Exampleshire,2022-03-24", ",2022-03-24", "la_name"],
    ["events", "2022-03-24", "last spring", "date"],
  ])("%s: %s as %s", (name, sound, broken, column) => {
    const csv = csvOf(name);
    expect(csv).toContain(sound);
    const whole = read(name, csv);
    const draft = read(name, csv.replace(sound, broken));
    const line = csv.slice(0, csv.indexOf(sound)).split("\n").length;
    expect(draft.findings).toMatchObject([
      {
        kind: "unreadable-row",
        severity: "doubt",
        message: expect.stringContaining(`Line ${line} of ${name}.csv`),
        locator: { row: line, cell: column },
      },
    ]);
    expect(draft.figures).toEqual(whole.figures.filter(({ locator }) => locator.row !== line));
  });

  it("a row with a cell too many", () => {
    const draft = read("events", csvOf("events").replace("the agreement,", "the agreement,,"));
    expect(draft.findings).toMatchObject([
      { kind: "unreadable-row", severity: "doubt", locator: { row: 2 } },
    ]);
    expect(draft.figures.map(({ locator }) => locator.row)).toEqual([3, 4, 4]);
  });
});

describe("a file that isn't as it should be is not read at all", () => {
  const csv = csvOf("events");
  it.each([
    ["a heading missing", csv.replace("summary", "words"), "missing-heading"],
    ["a heading twice", csv.replace("summary", "date"), "missing-heading"],
    ["a heading too many", csv.replaceAll(/$/gm, ",x"), "unexpected-layout"],
    ["headings alone", `${csv.split("\n")[0]}\n`, "unexpected-layout"],
    ["nothing", "", "unreadable-document"],
    ["a quotation mark left open", csv.replace("Cabinet", '"Cabinet'), "unreadable-document"],
  ])("%s", (_, broken, kind) => {
    expect(read("events", broken)).toMatchObject({
      edition: null,
      figures: [],
      findings: [{ kind, severity: "stop", message: expect.stringContaining("events.csv") }],
    });
  });

  it("a file that the register doesn't have", () => {
    expect(read("rumours", csv)).toMatchObject({ edition: null, findings: [{ severity: "stop" }] });
  });
});

it.each([
  ["https://www.example.org/a?b=1", { title: "example.org", url: "https://www.example.org/a?b=1" }],
  [
    "https://github.com/a/b (data/x.csv)",
    { title: "github.com (data/x.csv)", url: "https://github.com/a/b" },
  ],
  ["Council, report of 1 November 2022", { title: "Council, report of 1 November 2022", url: null }],
  ["https://", { title: "https://", url: null }],
])("the source %s", (source, citation) => {
  expect(citationOf(source)).toEqual(citation);
});

describe("printed precision is kept", () => {
  it.each([
    ["21.5", 5_000_000],
    ["21.528", 50_000],
    ["95", 50_000_000],
  ])("£%s million is known within %i pence", (printed, within) => {
    const csv = csvOf("payments")
      .split("\n")
      .slice(0, 2)
      .join("\n")
      .replace(/,\d+\.\d+,/, `,${printed},`);
    expect(read("payments", csv).figures).toMatchObject([{ error: within }]);
  });
});

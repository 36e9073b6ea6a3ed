import { describe, expect, it } from "vitest";
import { termsOf } from "@/testing/agreements/agreement-terms";
import { makePdf } from "@/testing/make-pdf";
import { bytesOf } from "@/testing/published-documents";
import { safetyValveAgreements } from "./publication";

const TITLE = "Exampleshire: dedicated schools grant ‘safety valve’ agreement 2022-2023";
const YEARS = ["2022-23", "2023-24", "2024-25", "2025-26"];

/** A short agreement as a web page; each test has another part of it otherwise. */
const PARTS = {
  parties:
    "1. This agreement is between the Department for Education and Exampleshire County Council and covers the financial years 2022-23 to 2025-26.",
  undertaking:
    "2. The authority undertakes to reach a positive in-year balance on its DSG account by the end of 2024-25 and in each subsequent year.",
  introduction:
    "The authority undertakes to reduce the cumulative deficit as follows, not including any contribution made by the department through this agreement:",
  profile: table("Forecast DSG deficit at year end £m", ["£8.0", "£9.5", "£10.2", "£10.0"]),
  conditions:
    "<p>3. The authority agrees to implement its plan. This includes action to:</p><p>3.1 do one thing;</p><p>3.2 do another.</p>",
  monitoring: "<p>4. The authority agrees to report to the department three times a year.</p>",
  payment:
    "5. DfE agrees to pay an additional £4.0 million of DSG before the end of the financial year 2022-23, £10.0 million in total, so that the cumulative deficit is eliminated by 2025-26:",
  payments: table("Additional DSG by year end £m", ["£4.0", "£2.0", "£2.0", "£2.0"]),
  rest: "",
  review: "<p>6. This agreement is subject to review at any time.</p>",
  signatures: "<p>Signed on behalf of the Department for Education: 20 March 2023</p>",
};

function table(heading: string, figures: readonly string[]): string {
  const rows = figures.map((figure, index) => `<tr><td>${YEARS[index]}</td><td>${figure}</td></tr>`);
  return `<table><tr><th>Year</th><th>${heading}</th></tr>${rows.join("")}</table>`;
}

function page(parts: Partial<typeof PARTS>): string {
  const { parties, undertaking, introduction, profile, conditions, monitoring, payment, ...others } = {
    ...PARTS,
    ...parts,
  };
  const { payments, rest, review, signatures } = others;
  return `<html><body><h1>Dedicated schools grant safety valve agreement</h1><p>${parties}</p><p>${undertaking} ${introduction}</p>${profile}${conditions}${monitoring}<p>${payment}</p>${payments}${rest}${review}${signatures}</body></html>`;
}

async function read(document: Partial<typeof PARTS> | Uint8Array, title = TITLE) {
  const bytes = document instanceof Uint8Array ? document : bytesOf(page(document));
  return safetyValveAgreements.read({
    url: "https://assets.publishing.service.gov.uk/media/1/agreement.pdf",
    title,
    mediaType: null,
    bytes,
    origin: "live",
  });
}

async function reading(parts: Partial<typeof PARTS>) {
  const draft = await read(parts);
  const pounds = (amount: number | null) => (amount === null ? null : amount / 100_000_000);
  const terms = termsOf(draft);
  return {
    ...terms,
    profile: terms.profile.map(({ deficit }) => pounds(deficit)),
    payments: terms.payments.map(({ amount }) => pounds(amount)),
    localContributions: terms.localContributions.map(({ financialYear, amount }) => [
      financialYear,
      pounds(amount),
    ]),
    total: pounds(terms.total),
    findings: draft.findings.filter(({ severity }) => severity !== "note").map(({ kind }) => kind),
  };
}

describe("an agreement", () => {
  it("is a version of its own by what its document holds", async () => {
    const { edition, figures } = await read({});
    const [agreement] = figures.filter(({ type }) => type === "agreement");
    expect(edition).toMatchObject({
      key: expect.stringMatching(/^agreement-[0-9a-f]{12}$/),
      title: TITLE,
      publishedOn: null,
      financialYear: null,
    });
    expect(agreement).toMatchObject({
      council: { name: "Exampleshire" },
      version: `2022-23-${edition?.key.slice(10, 18)}`,
      cohort: "2022-23",
      balanceBySource: "agreement",
    });
    expect((await read({ rest: "<p>More.</p>" })).edition?.key).not.toBe(edition?.key);
  });

  it("rests on nothing that a person has checked", async () => {
    const { figures } = await read({});
    expect(figures.length).toBeGreaterThan(8);
    expect(figures.filter(({ checked }) => checked !== false)).toEqual([]);
  });

  it("says of every term where it stands", async () => {
    const { figures } = await read({});
    const [agreement] = figures;
    expect(figures.filter(({ locator }) => Object.keys(locator).length === 0)).toEqual([]);
    expect(agreement?.type === "agreement" && Object.keys(agreement.places).sort()).toEqual(
      ["council", "years", "balanceBy", "clearedBy", "total", "signedOn", "monitoring", "review"].sort(),
    );
  });

  it("is read whole", async () => {
    expect(await reading({})).toMatchObject({
      from: "2022-23",
      to: "2025-26",
      balanceBy: "2024-25",
      clearedBy: "2025-26",
      total: 10,
      basis: "gross",
      profile: [8, 9.5, 10.2, 10],
      payments: [4, 2, 2, 2],
      conditions: ["do one thing;", "do another."],
      signedOn: "2023-03-20",
      findings: [],
    });
  });
});

describe("the years that an agreement covers", () => {
  it.each([
    "covers the financial years 2022-23 to 2025-26",
    "runs between 2022-23 and 2025-26",
    "covers 2022-23, 2023-24, 2024-25 and 2025-26",
    "is for the financial years ending March 2023 to March 2026",
    "covers FY22/23 to FY25/26",
  ])("it %s", async (words) => {
    const parties = `1. This agreement between the Department for Education and Exampleshire County Council ${words}.`;
    expect(await reading({ parties })).toMatchObject({ from: "2022-23", to: "2025-26", findings: [] });
  });
});

describe("the years of a table", () => {
  it.each<[string, string, readonly string[]]>([
    ["by their last day", "Position at", ["31/03/23", "31/03/24", "31/03/25", "31/03/26"]],
    ["by their last month", "At", ["Mar-23", "Mar-24", "March \u201925", "March 2026"]],
    ["without their century", "Year", ["22/23", "23/24", "24/25", "25/26*"]],
    ["without their century or letters", "Year", ["22-23", "23-24", "24\u201325", "25\u201326"]],
    ["by the calendar year that they end in", "Year ending 31 March", ["2023", "2024", "2025", "2026"]],
    ["the same, in other words", "Year end (March)", ["2023", "2024", "2025", "2026"]],
  ])("%s", async (_, head, printed) => {
    const renamed = (text: string) =>
      YEARS.reduce((left, year, index) => left.replace(year, printed[index] ?? ""), text).replace(
        "Year",
        head,
      );
    const [profile, payments] = [renamed(PARTS.profile), renamed(PARTS.payments)];
    expect(await reading({ profile, payments })).toMatchObject({
      profile: [8, 9.5, 10.2, 10],
      payments: [4, 2, 2, 2],
      findings: [],
    });
  });

  it.each<[string, string, readonly string[]]>([
    ["calendar years of which nothing says when they end", "Year", ["2023", "2024", "2025", "2026"]],
    ["years that don't follow one another", "Year", ["22/23", "24/25", "25/26", "26/27"]],
  ])("aren't guessed: %s", async (_, head, printed) => {
    const profile = YEARS.reduce(
      (left, year, index) => left.replace(year, printed[index] ?? ""),
      PARTS.profile,
    ).replace("Year", head);
    expect(await reading({ profile })).toMatchObject({ profile: [], findings: ["term-not-found"] });
  });
});

describe("whether planned deficits count the department's money", () => {
  it.each([
    ["gross", "The table excludes funding from the department under this agreement."],
    ["gross", "These figures are before any additional funding is provided by DfE."],
    ["gross", "This profile does not take into account the safety valve payments."],
    ["gross", "No account is taken of the additional DSG set out in paragraph 5."],
    ["gross", "The deficit shown is prior to receipt of DfE safety valve funding."],
    ["net", "The figures below are net of the payments to be made by DfE."],
    ["net", "The profile includes the contributions made by the department."],
  ])("%s: %s", async (basis, words) => {
    const { findings, ...terms } = await reading({
      introduction: `The deficit is planned as follows. ${words}`,
    });
    expect(terms.basis).toBe(basis);
    expect(findings).toEqual([]);
  });

  it("isn't said: gross, with a doubt", async () => {
    const terms = await reading({ introduction: "The cumulative deficit is planned as follows:" });
    expect(terms).toMatchObject({
      basis: "gross",
      profile: [8, 9.5, 10.2, 10],
      findings: ["term-not-found"],
    });
  });

  it("both are printed: the one before it counts", async () => {
    const cells = [
      ["8.0", "4.0", "4.0"],
      ["9.5", "2.0", "3.5"],
      ["10.2", "2.0", "1.6"],
      ["10.0", "2.0", "0.0"],
    ];
    const rows = cells
      .map((row, index) => `<tr><td>${[YEARS[index], ...row].join("</td><td>")}</td></tr>`)
      .join("");
    const heads = ["Year", "Deficit before DfE funding £m", "DfE funding £m", "Deficit after DfE funding £m"];
    const profile = `<table><tr><th>${heads.join("</th><th>")}</th></tr>${rows}</table>`;
    expect(await reading({ profile, payments: "" })).toMatchObject({
      basis: "gross",
      profile: [8, 9.5, 10.2, 10],
      payments: [4, 2, 2, 2],
    });
  });
});

describe("columns that are no planned deficit", () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ["balances of single years", "In-year deficit £m", [["2.0"], ["1.5"], ["0.7"], ["-0.2"]]],
    [
      "what would have been without a plan",
      "Unmitigated deficit £m",
      [["9.0"], ["14.0"], ["20.0"], ["30.0"]],
    ],
    ["other money", "High needs expenditure £m", [["52.0"], ["54.5"], ["55.7"], ["56.8"]]],
    ["counts", "EHC plans", [["3000"], ["3100"], ["3200"], ["3300"]]],
    [
      "what would be if nothing were done",
      "Deficit if no action is taken £m",
      [["9"], ["14"], ["20"], ["30"]],
    ],
    ["what was agreed before", "Originally agreed deficit £m", [["7.0"], ["8.0"], ["9.0"], ["9.0"]]],
  ])("%s", async (_, heading, others) => {
    const deficits = ["8.0", "9.5", "10.2", "10.0"];
    const rows = deficits.map(
      (deficit, index) =>
        `<tr><td>${[YEARS[index], ...(others[index] ?? []), deficit].join("</td><td>")}</td></tr>`,
    );
    const profile = `<table><tr><th>Year</th><th>${heading}</th><th>Revised cumulative deficit £m</th></tr>${rows.join("")}</table>`;
    expect(await reading({ profile })).toMatchObject({
      profile: [8, 9.5, 10.2, 10],
      payments: [4, 2, 2, 2],
      findings: [],
    });
  });

  it.each([
    ["nothing says which is agreed", "Originally agreed deficit £m", "Cumulative deficit £m"],
    ["both were agreed before", "Original deficit £m", "Previously agreed deficit £m"],
    ["both are revised", "Revised deficit £m", "Updated deficit £m"],
    ["two columns under one heading", "Cumulative deficit £m", "Cumulative deficit £m"],
  ])("%s: none is published", async (_, first, second) => {
    const deficits = ["8.0", "9.5", "10.2", "10.0"];
    const rows = deficits.map(
      (deficit, index) => `<tr><td>${YEARS[index]}</td><td>7.${index}</td><td>${deficit}</td></tr>`,
    );
    const profile = `<table><tr><th>Year</th><th>${first}</th><th>${second}</th></tr>${rows.join("")}</table>`;
    const terms = await reading({ profile });
    expect(terms).toMatchObject({ profile: [], findings: expect.arrayContaining(["unexpected-layout"]) });
  });

  it("what was agreed before, where it's all there is, is read as the plan", async () => {
    const profile = PARTS.profile.replace("Forecast DSG", "Previously forecast DSG");
    expect(await reading({ profile })).toMatchObject({ profile: [8, 9.5, 10.2, 10], findings: [] });
  });

  it("what would be, under a caption that says so", async () => {
    const rest = `<p>Annex A: forecast without intervention</p>${table("DSG deficit £m", ["9", "14", "20", "30"])}`;
    expect(await reading({ rest })).toMatchObject({ profile: [8, 9.5, 10.2, 10], findings: [] });
  });

  it("what would be, beside what is planned", async () => {
    const rows = ["8.0", "9.5", "10.2", "10.0"].map(
      (deficit, index) => `<tr><td>${YEARS[index]}</td><td>3${index}.0</td><td>${deficit}</td></tr>`,
    );
    const profile = `<table><tr><th>Year</th><th>Unmitigated forecast £m</th><th>Mitigated forecast £m</th></tr>${rows.join("")}</table>`;
    expect(await reading({ profile })).toMatchObject({ profile: [8, 9.5, 10.2, 10], findings: [] });
  });

  it("what a year had come to", async () => {
    const profile = PARTS.profile.replace(
      "<tr><td>2022-23",
      "<tr><td>2021-22 (actual)</td><td>£7.1</td></tr><tr><td>2022-23",
    );
    expect((await reading({ profile })).profile).toEqual([8, 9.5, 10.2, 10]);
  });

  it("tables of other matters", async () => {
    const rest = `<p>Annex: capital</p>${table("Capital funding £m", ["3.0", "3.0", "1.0", "1.0"])}<p>Savings</p>${table("Savings £m", ["1.0", "1.1", "1.2", "1.3"])}`;
    expect(await reading({ rest })).toMatchObject({
      profile: [8, 9.5, 10.2, 10],
      payments: [4, 2, 2, 2],
      findings: [],
    });
  });
});

describe("the sign of a planned figure", () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ["Forecast DSG deficit £m", ["8.0", "9.5", "-0.5", "10.0"], [8, 9.5, -0.5, 10]],
    ["Forecast deficit/(surplus) £m", ["(0.8)", "(0.9)", "10.2", "10.0"], [-0.8, -0.9, 10.2, 10]],
    ["Forecast surplus/(deficit) £m", ["(8.0)", "(9.5)", "(10.2)", "(10.0)"], [8, 9.5, 10.2, 10]],
    ["Forecast DSG balance £m", ["-£8.0", "-£9.5", "−£10.2", "-£10.0"], [8, 9.5, 10.2, 10]],
    ["Forecast position £m (negative = deficit)", ["-8.0", "-9.5", "-10.2", "-10.0"], [8, 9.5, 10.2, 10]],
    ["Forecast position £m (negative is a surplus)", ["8.0", "9.5", "-0.2", "-1.0"], [8, 9.5, -0.2, -1]],
    ["Deficit (deficits in brackets) £m", ["(8.0)", "(9.5)", "(10.2)", "(10.0)"], [8, 9.5, 10.2, 10]],
    [
      "Forecast position £m",
      ["0.8 surplus", "9.5 deficit", "10.2 deficit", "10.0 deficit"],
      [-0.8, 9.5, 10.2, 10],
    ],
  ])("%s", async (heading, figures, profile) => {
    expect((await reading({ profile: table(heading, figures) })).profile).toEqual(profile);
  });

  it("isn't clear: none is published", async () => {
    const terms = await reading({
      profile: table("Forecast DSG deficit £m", ["-8.0", "-9.5", "-10.2", "-10.0"]),
    });
    expect(terms).toMatchObject({ profile: [], findings: ["unexpected-layout", "term-not-found"] });
  });
});

describe("the unit of a planned figure", () => {
  it.each<[string, readonly string[]]>([
    ["Forecast deficit £000s", ["8,000", "9,500", "10,200", "10,000"]],
    ["Forecast deficit (£)", ["£8,000,000", "£9,500,000", "£10,200,000", "£10,000,000"]],
    ["Forecast deficit", ["£8.0 million", "£9.5m", "10.2m", "£10.0 million"]],
    ["Forecast deficit", ["£8.0m", "9.5", "10.2", "10.0"]],
    ["Forecast deficit £m", ["£8,000,000", "£9,500,000", "£10,200,000", "£10,000,000"]],
    ["Forecast deficit £m", ["c. 8.0", "c. 9.5", "approx. 10.2", "10.0"]],
    ["Forecast deficit (£m)", ["8.0<sup>1</sup>", "9.5 [2]", "10.2*", "10.0 (forecast)"]],
  ])("%s: %s", async (heading, figures) => {
    expect((await reading({ profile: table(heading, figures) })).profile).toEqual([8, 9.5, 10.2, 10]);
  });

  it("isn't printed: no figure is published", async () => {
    const terms = await reading({ profile: table("Forecast deficit", ["8.0", "9.5", "10.2", "10.0"]) });
    expect(terms).toMatchObject({ profile: [], findings: ["missing-heading", "term-not-found"] });
  });
});

describe("the two promised years", () => {
  it.each([
    [
      "By the end of the financial year 2024/25 the authority will have eliminated its in-year deficit and be in in-year balance.",
      "The cumulative deficit will be nil at 31 March 2026.",
    ],
    [
      "The authority undertakes to balance its DSG in-year by 2024-25, and to eliminate its cumulative deficit no later than the end of 2025-26.",
      "",
    ],
    [
      "The authority undertakes, by the end of 2024-25, to reach a positive in-year balance and, by the end of 2025-26, to eliminate its cumulative deficit.",
      "",
    ],
    [
      "Its DSG account reaches a positive in-year balance by the financial year ending March 2025.",
      "The historic cumulative deficit should be removed in full by the end of 2025-26.",
    ],
    [
      "The account returns to surplus in-year from 2024-25 onwards.",
      "The deficit is to be cleared by 2025-26.",
    ],
    [
      "The authority undertakes to reach a positive in-year balance by the end of 2024-25 (previously 2023-24).",
      "Exampleshire should therefore eliminate its cumulative deficit no later than 2025 to 2026.",
    ],
  ])("%s %s", async (undertaking, clearance) => {
    const terms = await reading({
      undertaking: `2. ${undertaking}`,
      payment: `5. DfE pays additional DSG. ${clearance}`,
    });
    expect([terms.balanceBy, terms.clearedBy]).toEqual(["2024-25", "2025-26"]);
  });

  it.each([
    "This agreement replaces the one of March 2022: the previous agreement was to reach a positive in-year balance by 2023-24.",
    "It supersedes the agreement signed in March 2022, under which the authority had undertaken to be in in-year balance by 2023-24.",
  ])("what an agreement before promised is no promise: %s", async (words) => {
    const parties = `${PARTS.parties} ${words}`;
    expect(await reading({ parties })).toMatchObject({ balanceBy: "2024-25", findings: [] });
  });

  it("two years of balance: none is published", async () => {
    const undertaking = `${PARTS.undertaking} The authority will achieve an in-year balance by 2025-26.`;
    const terms = await reading({ undertaking });
    expect(terms).toMatchObject({ balanceBy: null, findings: ["implausible-terms", "term-not-found"] });
  });
});

describe("payments", () => {
  it.each<[string, Partial<typeof PARTS>, readonly (number | null)[], number | null]>([
    [
      "in a sentence alone, of the signing year",
      {
        payment:
          "5. DfE agrees to pay £4.0 million of additional DSG before the end of the current financial year.",
        payments: table("Additional DSG £m", ["", "2.0", "2.0", "2.0"]),
      },
      [4, 2, 2, 2],
      null,
    ],
    [
      "in sentences alone",
      {
        payment:
          "5. DfE agrees to pay £4.0 million in 2022-23, £2.0 million in 2023-24, £2.0 million in 2024-25 and £2.0 million in 2025-26, a total of £10.0 million.",
        payments: "",
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "the same in several years",
      {
        payment:
          "5. DfE agrees to pay £4,000,000 in 2022-23. Thereafter it will pay £2,000,000 a year from 2023-24 to 2025-26, i.e. £10,000,000 over the lifetime of the agreement.",
        payments: "",
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "in a paragraph of its own below what leads to it",
      {
        payment:
          "5. DfE agrees to pay £4.0 million before the end of 2022-23. In subsequent years it will pay additional DSG as follows. Payments depend on progress.",
        payments: "<p>£2.0 million in each of the financial years 2023-24 to 2025-26.</p>",
      },
      [4, 2, 2, 2],
      null,
    ],
    [
      "with a total in words of its own",
      {
        payment:
          "5. DfE agrees to pay £4.0 million before the end of 2022-23. The total payable under this agreement is £10.0 million.",
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "with a total that no word names",
      {
        payment: "5. DfE agrees to pay additional DSG as follows:",
        payments: PARTS.payments.replace("</table>", "<tr><td></td><td>£10.0</td></tr></table>"),
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "that replace an earlier agreement's",
      {
        parties: `${PARTS.parties} It replaces the agreement of March 2022, under which the department was to pay £20 million in total.`,
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "of which two tables say otherwise",
      { payments: PARTS.payments + table("Additional DSG £m", ["4.0", "2.0", "3.0", "1.0"]) },
      [4, 2],
      10,
    ],
    [
      "in a list",
      {
        payments:
          "<ul><li>2022-23: £4.0m</li><li>2023-24: £2.0m</li><li>2024-25: £2.0m</li><li>2025-26: £2.0m</li></ul>",
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "in a list, the sums before their years",
      {
        payments:
          "<ul><li>£4.0m in 2022-23;</li><li>£2.0m in 2023-24;</li><li>£2.0m in 2024-25; and</li><li>£2.0m by the end of 2025-26.</li></ul>",
      },
      [4, 2, 2, 2],
      10,
    ],
    [
      "not all known",
      { payments: table("Additional DSG £m", ["4.0", "2.0", "TBC", "2.0"]) },
      [4, 2, null, 2],
      10,
    ],
    [
      "beside what an earlier agreement gave",
      {
        payment:
          "5. DfE has already paid £14.5 million under the agreement of March 2021. DfE agrees to pay the remaining £10.0 million, bringing the total to £24.5 million:",
      },
      [4, 2, 2, 2],
      24.5,
    ],
    [
      "beside money for buildings",
      { payment: "5. DfE will also provide £3.0 million of capital in 2023-24." },
      [4, 2, 2, 2],
      null,
    ],
    [
      "without a total",
      { payment: "5. DfE agrees to pay an additional £4.0 million of DSG before the end of 2022-23:" },
      [4, 2, 2, 2],
      null,
    ],
  ])("%s", async (_, parts, payments, total) => {
    const terms = await reading(parts);
    expect([terms.payments, terms.total]).toEqual([payments, total]);
  });

  it("of whole years, though paid in instalments", async () => {
    const payments = YEARS.slice(1).reduce(
      (left, year) => left.replace(`${year}<`, `${year} (in three instalments)<`),
      PARTS.payments,
    );
    const { payments: read_ } = termsOf(await read({ payments }));
    expect(read_.map(({ covers }) => covers)).toEqual(["year", "year", "year", "year"]);
  });

  it("in instalments", async () => {
    const payments =
      "<table><tr><th>Year</th><th>Date</th><th>Additional DSG £m</th></tr><tr><td>2022-23</td><td>March 2023</td><td>4.0</td></tr>" +
      '<tr><td rowspan="2">2023-24</td><td>July 2023</td><td>1.0</td></tr><tr><td>March 2024</td><td>1.0</td></tr>' +
      "<tr><td>2024-25</td><td>March 2025</td><td>4.0</td></tr><tr><td>Total</td><td></td><td>10.0</td></tr></table>";
    const terms = termsOf(await read({ payments }));
    expect(
      terms.payments.map(({ financialYear, amount, covers }) => [financialYear, amount, covers]),
    ).toEqual([
      ["2022-23", 400_000_000, "year"],
      ["2023-24", 100_000_000, "instalment"],
      ["2023-24", 100_000_000, "instalment"],
      ["2024-25", 400_000_000, "year"],
    ]);
  });
});

it("planned deficits in a sentence, each before its year", async () => {
  const profile =
    "<p>£8.0 million at the end of 2022-23, £9.5 million at the end of 2023-24, £10.2 million at the end of 2024-25 and £10.0 million at the end of 2025-26.</p>";
  expect(await reading({ profile })).toMatchObject({ profile: [8, 9.5, 10.2, 10], findings: [] });
});

describe("the council's own money", () => {
  it.each<[string, readonly (readonly [string | null, number])[]]>([
    [
      "The authority will contribute £2.0 million from its reserves in 2023-24 and £1.5 million in 2024-25.",
      [
        ["2023-24", 2],
        ["2024-25", 1.5],
      ],
    ],
    [
      "The authority will contribute £0.5 million each year from 2023-24 to 2025-26.",
      [
        ["2023-24", 0.5],
        ["2024-25", 0.5],
        ["2025-26", 0.5],
      ],
    ],
    ["The authority has set aside £3.5 million in a reserve of its own.", [[null, 3.5]]],
    ["The authority will contribute £0.5 million a year.", []],
    ["DfE will contribute £2.0 million to the authority in 2023-24.", []],
    ["The authority will contribute £2.0 million from the schools block in 2023-24.", []],
  ])("%s", async (words, contributions) => {
    const conditions = `<p>3. The authority agrees to:</p><p>3.1 act;</p><p>3.2 ${words}</p>`;
    expect((await reading({ conditions })).localContributions).toEqual(contributions);
  });
});

describe("payments held back now", () => {
  it.each([
    [true, "DfE payments are currently suspended and will be made up once a revised agreement is in place."],
    [true, "As this agreement is under review, payments for 2023-24 have been withheld."],
    [true, "During the review, instalments due under paragraph 5 are paused."],
    [true, "Payments to the authority have been suspended pending agreement of a revised plan."],
    [false, "DfE reserves the right to suspend payments if the conditions are not met."],
    [false, "Payments will be suspended if progress is insufficient."],
    [false, "Payments have not been suspended."],
    [false, "The department may withhold or suspend payments where progress is not made."],
    [false, "If the review is not completed, payments are suspended."],
  ])("%s: %s", async (suspended, words) => {
    expect((await reading({ rest: `<p>${words}</p>` })).suspended).toBe(suspended);
  });
});

describe("conditions", () => {
  const unit = "<p>3. The authority agrees to:</p>";
  it.each<[string, string, readonly string[]]>([
    ["bullets", `${unit}<ul><li>one;</li><li>two.</li></ul>`, ["one;", "two."]],
    [
      "letters with numerals below",
      `${unit}<p>(a) one:</p><p>(i) x;</p><p>(ii) y;</p><p>(b) two.</p>`,
      ["one: (i) x; (ii) y;", "two."],
    ],
    [
      "three depths of numbers",
      `${unit}<p>3.1 one:</p><p>3.1.1 x;</p><p>3.1.2 y;</p><p>3.2 two.</p>`,
      ["one: 3.1.1 x; 3.1.2 y;", "two."],
    ],
    [
      "under headings of their own",
      `${unit}<p><b>Demand</b></p><p>3.1 one;</p><p><b>Places</b></p><p>3.2 two.</p>`,
      ["one;", "two."],
    ],
    [
      "nine and ten",
      `${unit}${Array.from({ length: 10 }, (_, index) => `<p>3.${index + 1} x;</p>`).join("")}`,
      Array(10).fill("x;"),
    ],
    [
      "numbers below a numbered introduction",
      "<p>3. The authority agrees to take action to:</p><ol><li>one;</li><li>two;</li><li>three;</li><li>four.</li></ol>",
      ["one;", "two;", "three;", "four."],
    ],
    [
      "led to by what the council will do",
      "<p>3. The council will:</p><ul><li>one;</li><li>two.</li></ul>",
      ["one;", "two."],
    ],
    [
      "led to by a commitment",
      "<p>3. In return, Exampleshire commits to the following:</p><ul><li>one;</li><li>two.</li></ul>",
      ["one;", "two."],
    ],
    [
      "under a heading alone",
      "<h2>Conditions</h2><p>Open two units in mainstream schools.</p><p>Review top-up funding.</p>",
      ["Open two units in mainstream schools.", "Review top-up funding."],
    ],
    [
      "in a table with the days by which they are due",
      "<p>3. The authority agrees to take the following actions:</p><table><tr><td>1</td><td>one;</td><td>March 2024</td></tr><tr><td>2</td><td>two.</td><td>March 2025</td></tr></table>",
      ["one; March 2024", "two. March 2025"],
    ],
    [
      "in a table",
      "<p>3. The authority agrees to take the following actions:</p><table><tr><td>3.1</td><td>one;</td></tr><tr><td>3.2</td><td>two.</td></tr></table>",
      ["one;", "two."],
    ],
  ])("%s", async (_, conditions, expected) => {
    expect((await reading({ conditions })).conditions).toEqual(expected);
  });
});

it.each<[string, string, readonly string[]]>([
  ["the first", "<p>3.2 one;</p><p>3.3 two.</p>", ["no 3.1"]],
  ["one between", "<p>3.1 one;</p><p>3.3 two;</p><p>3.5 three.</p>", ["no 3.2, 3.4"]],
  ["none", "<p>3.1 one;</p><p>3.2 two.</p>", []],
  ["none, though one is no condition", "<p>3.1 one;</p><p>3.2 two:</p><p>3.2.1 x;</p><p>3.3 three.</p>", []],
])("of numbered conditions %s is missing", async (_, items, met) => {
  const conditions = `<p>3. The authority agrees to:</p>${items}`;
  const { findings } = await read({ conditions });
  expect(
    findings.filter(({ message }) => message.startsWith("The conditions")).map((finding) => finding.met),
  ).toEqual(met);
});

it.each([
  ["<p>Signed on behalf of the Secretary of State: 16/3/23</p>", "2023-03-16"],
  [
    "<table><tr><td>For the authority</td><td>For the department</td></tr><tr><td>14 March 2023</td><td>16 March 2023</td></tr></table>",
    "2023-03-16",
  ],
  ["<p>For the authority</p><p>March 2023</p>", "2023-03"],
])("the day of signing in %s", async (signatures, day) => {
  expect((await reading({ signatures })).signedOn).toBe(day);
});

describe("the council that the document names", () => {
  it.each([
    ["Exampleshire", "Exampleshire County Council", []],
    ["Exampleshire", "the London Borough of Exampleshire", []],
    ["Isle of Example", "the Council of the Isle of Example", []],
    ["Bath and North East Example", "Bath & North East Example Council", []],
    ["Bristow", "Bristow City Council", []],
    ["Kingsby upon Test", "the Royal Borough of Kingsby upon Test", []],
    ["Exampleshire", "Testbury Metropolitan Borough Council", ["name-differs"]],
    ["Somershire", "North Somershire Council", ["name-differs"]],
    ["Exampleshire", "Exampleshire East Council", []],
  ])("%s, named %s", async (place, name, kinds) => {
    const { figures, findings } = await read(
      bytesOf(page({ parties: PARTS.parties.replace("Exampleshire County Council", name) })),
      TITLE.replace("Exampleshire", place),
    );
    expect(figures[0]).toMatchObject({ council: { name: place } });
    expect(findings.filter(({ kind }) => kind === "name-differs").map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("what holds the whole document back", () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["nothing", () => new Uint8Array(), "empty-document"],
    [
      "another matter",
      () => bytesOf("<html><body><p>Guidance on the school census.</p></body></html>"),
      "foreign-document",
    ],
    [
      "an error page",
      () => bytesOf("<!doctype html><html><body><h1>Page not found</h1></body></html>"),
      "foreign-document",
    ],
    [
      "no terms",
      () => bytesOf("<p>DSG safety valve agreement between DfE and a council, to be written.</p>"),
      "unexpected-layout",
    ],
    ["a scan", () => makePdf((pdf) => pdf.rect(72, 72, 300, 300).stroke()), "scanned-document"],
    ["a password", () => makePdf((pdf) => pdf.text("DSG"), { userPassword: "x" }), "encrypted-document"],
    ["half a PDF", async () => (await makePdf((pdf) => pdf.text("DSG"))).slice(0, 700), "truncated-document"],
  ])("%s: %s", async (_, bytes, kind) => {
    const { edition, figures, findings } = await read(await bytes());
    expect([edition, figures]).toEqual([null, []]);
    expect(findings).toMatchObject([
      { kind, severity: "stop", expected: expect.any(String), met: expect.any(String) },
    ]);
  });

  it("a title that names no council", async () => {
    const draft = await read(await makePdf((pdf) => pdf.text("DSG")), "An agreement");
    expect(draft).toMatchObject({
      edition: null,
      findings: [{ kind: "foreign-document", severity: "stop" }],
    });
  });
});

describe("years that an agreement covers and gives no figure for", () => {
  const without = (part: string, year: string) =>
    part.replace(new RegExp(`<tr><td>${year}</td>.*?</tr>`), "");
  const untold = { payment: "5. DfE pays additional DSG, so that the deficit is eliminated by 2025-26:" };

  it.each<[string, Partial<typeof PARTS>, RegExp | null]>([
    ["none", {}, null],
    [
      "the first planned deficit",
      { profile: without(PARTS.profile, "2022-23") },
      /no planned deficit for 2022-23\./,
    ],
    [
      "the last planned deficit",
      { profile: without(PARTS.profile, "2025-26") },
      /no planned deficit for 2025-26\./,
    ],
    [
      "both",
      { profile: without(without(PARTS.profile, "2022-23"), "2025-26") },
      /no planned deficit for 2022-23, 2025-26\./,
    ],
    ["a planned deficit between", { profile: without(PARTS.profile, "2024-25") }, /no figure for 2024-25\./],
    ["no payment, without a total", untold, null],
    [
      "a payment between, without a total",
      { ...untold, payments: without(PARTS.payments, "2023-24") },
      /no payment for 2023-24\./,
    ],
    [
      "a payment, where the others add up to the total",
      {
        payment: PARTS.payment.replace("£10.0", "£8.0"),
        payments: without(PARTS.payments, "2025-26"),
        profile: table("Forecast DSG deficit at year end £m", ["8.0", "9.5", "9.2", "8.0"]),
      },
      null,
    ],
  ])("%s", async (_, parts, message) => {
    const { findings } = await read(parts);
    const told = findings.filter(({ message: each }) =>
      /\bno (?:figure|planned deficit|payment) for\b/.test(each),
    );
    expect(told).toEqual(
      message === null
        ? []
        : [expect.objectContaining({ severity: "doubt", message: expect.stringMatching(message) })],
    );
  });

  it("a plan that begins some years into the agreement, as after a revision, is only noted", async () => {
    const { findings } = await read({
      profile: without(without(PARTS.profile, "2022-23"), "2023-24"),
    });
    expect(findings.filter(({ message }) => message.includes("no planned deficit"))).toEqual([
      expect.objectContaining({
        severity: "note",
        message: expect.stringMatching(/no planned deficit for 2022-23, 2023-24\./),
      }),
    ]);
  });
});

describe("terms that don't fit one another", () => {
  it.each<[string, Partial<typeof PARTS>, readonly string[]]>([
    [
      "the last deficit isn't the total",
      { profile: table("Forecast DSG deficit £m", ["8.0", "9.5", "10.2", "14.0"]) },
      ["implausible-terms"],
    ],
    [
      "the last deficit is a tenth off",
      { profile: table("Forecast DSG deficit £m", ["8.0", "9.5", "10.2", "10.9"]) },
      [],
    ],
    [
      "the first payment is a tenth",
      {
        payments: table("Additional DSG £m", ["1.0", "3.0", "3.0", "3.0"]),
        payment: "5. DfE pays £10.0 million in total.",
      },
      ["implausible-terms"],
    ],
    [
      "the first payment is 35%",
      {
        payments: table("Additional DSG £m", ["3.5", "2.5", "2.0", "2.0"]),
        payment: "5. DfE pays £10.0 million in total.",
      },
      [],
    ],
    [
      "payments fall short of the total",
      { payments: table("Additional DSG £m", ["4.0", "2.0", "2.0", "1.0"]) },
      ["implausible-terms"],
    ],
    [
      "a year is left out",
      { profile: table("Forecast DSG deficit £m", ["8.0", "9.5", "", "10.0"]) },
      ["term-not-found"],
    ],
  ])("%s", async (_, parts, kinds) => {
    expect((await reading(parts)).findings).toEqual(kinds);
  });
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summariesOf } from "@/domain/trend/back-test";
import type { TrendFound } from "@/domain/trend/trend-of";
import { readCsv } from "@/formats/read-csv";
import type { Agreement, Flag, Verdict } from "@/generated/prisma/client";
import { ingest } from "@/ingest/ingest";
import { COUNTING } from "@/store/figure-tables";
import { readEvidence } from "@/store/stored-evidence";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { type AssessmentOutcome, assess } from "./assess";

/*
 * What the bundled figures of real councils support, and no more: docs/verdicts.md, worked out by hand, held
 * against the store, and each row it cites against the register.
 */

const DOCUMENT = readFileSync("docs/verdicts.md", "utf8");

interface Council {
  readonly name: string;
  readonly dfeCode: string;
  readonly status: string;
  readonly agreements: readonly Agreement[];
  readonly verdicts: readonly Verdict[];
  readonly flags: readonly Flag[];
}

let database: TestDatabase;
let context: TestContext;
let first: AssessmentOutcome;
let councils: readonly Council[];

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url, new ArchivePublisher());
  await readArchive();
  first = await assess(context);
  councils = await signedCouncils();
}, 120_000);
afterAll(async () => {
  await context.close();
  await database.drop();
});

async function readArchive(): Promise<void> {
  const { status } = await ingest(context, {
    ...{ runId: `run-${context.clock.forward(1).toISOString()}`, job: "ingest", trigger: "test" },
    ...{ mode: "archive", only: [], progress: () => undefined },
  });
  expect(status).toBe("ok");
}

async function signedCouncils(): Promise<readonly Council[]> {
  const { authorityRecord, councilStatus, agreement, verdict, flag } = context.database;
  const [names, statuses, agreements, verdicts, flags] = await Promise.all([
    authorityRecord.findMany({ where: { ...COUNTING, validTo: null } }),
    councilStatus.findMany({ where: { status: { not: "no-agreement" } } }),
    agreement.findMany({ where: COUNTING, orderBy: { version: "asc" } }),
    verdict.findMany({ where: { currentUntil: null }, orderBy: { financialYear: "asc" } }),
    flag.findMany({ where: { state: "open" }, orderBy: [{ rule: "asc" }, { subject: "asc" }] }),
  ]);
  return statuses
    .map(({ dfeCode, status }) => {
      const own = <Row extends { dfeCode: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.dfeCode === dfeCode);
      const name = own(names)[0]?.commonName ?? dfeCode;
      const terms = own(agreements);
      return { name, dfeCode, status, agreements: terms, verdicts: own(verdicts), flags: own(flags) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** A line of the document's table for what the store holds. */
function lineOf({ name, status, agreements, verdicts, flags }: Council): string {
  const terms = (say: (agreement: Agreement) => string) => {
    const [original = "not held", current] = agreements.map(say);
    return current === undefined ? original : `first ${original}, now ${current}`;
  };
  const cells = [
    name,
    terms(({ balanceBy, balanceBySource }) => (balanceBy ? `${balanceBy} (${balanceBySource})` : "not held")),
    terms(({ clearedBy }) => clearedBy ?? "not held"),
    terms(({ totalPence }) => (totalPence === null ? "not held" : `£${Number(totalPence) / 100_000_000}m`)),
    verdicts.map(inWords).join("; ") || "none",
    flags.map(({ rule, subject }) => rule + (subject === "" ? "" : ` (${subject})`)).join("; ") || "none",
    status,
  ];
  return `| ${cells.join(" | ")} |`;
}

function inWords({ financialYear, verdict, reason, baseline }: Verdict): string {
  const why = verdict === "cannot-compare" ? ` (${reason})` : "";
  return `${financialYear} ${verdict}${why}${baseline ? ", baseline" : ""}`;
}

function council(name: string): Council {
  const found = councils.find((one) => one.name === name);
  if (!found) throw new Error(`${name} hasn't signed, or isn't called so.`);
  return found;
}

const withFlag = (rule: string) =>
  councils.filter(({ flags }) => flags.some((flag) => flag.rule === rule)).map(({ name }) => name);
const flagOf = (name: string, rule: string) => council(name).flags.find((flag) => flag.rule === rule);

describe("the 38 by hand", () => {
  it("are those of the document, each with the same terms, verdicts, flags and status", () => {
    const written = DOCUMENT.split("\n").filter((line) => /^\| (?!Council )\w/.test(line));
    expect(councils.map(lineOf)).toEqual(written);
    expect(councils).toHaveLength(38);
  });

  const lines = [...DOCUMENT.matchAll(/^- \*\*([^*]+)\*\*: (.+)$/gm)];
  const cited = lines.flatMap(([, name = "", said = ""]) =>
    [...said.matchAll(/`([^`]+)`/g)].map(([, citation = ""]) => [name, citation] as const),
  );

  it("have a line each, in the table's order", () => {
    const named = lines.map(([, name]) => name).filter((name) => councils.some((one) => one.name === name));
    expect(named).toEqual(councils.map(({ name }) => name));
    expect(cited.length).toBeGreaterThan(38);
  });

  it.each(cited)("%s: %s is a row of the register", (name, citation) => {
    const [file = "", ...cells] = citation.split(" ");
    const folder = file === "section_251_balances" ? "" : "register/";
    const read = readCsv(readFileSync(`archive/figures/${folder}${file}.csv`));
    if (read.kind !== "table") throw new Error(read.reason);
    const rows = read.table.rows.filter((row) =>
      row.cells.some((cell) => cell === name || cell.startsWith(`${name}, `)),
    );
    const holding = rows.filter((row) => cells.every((cell) => row.cells.includes(cell)));
    expect(holding.length, `${rows.length} rows of ${name} in ${file}`).toBeGreaterThan(0);
  });
});

describe("real councils", () => {
  it("are neither said to have missed nor to be on track on what is bundled", () => {
    expect(new Set(councils.map(({ status }) => status))).toEqual(new Set(["at-risk", "unknown"]));
    expect(councils.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict))).not.toContain(
      "missed",
    );
    expect(councils.flatMap(({ flags }) => flags.map(({ severity }) => severity))).not.toContain("missed");
  });

  it("Rotherham met its plan in the signing year, which counts nowhere", () => {
    const [signing] = council("Rotherham").verdicts;
    expect(signing).toMatchObject({
      ...{ financialYear: "2021-22", verdict: "met", planSource: "plan", baseline: true },
      ...{ basis: "gross", promisedPence: 2_201_300_000n },
      ...{ actualLowPence: 2_137_000_000n, actualHighPence: 2_137_000_000n },
    });
    expect(council("Rotherham").status).toBe("unknown");
  });

  it("Bristol is at risk by its own forecast, 76.8 against 41.3 planned for March 2026", () => {
    const flag = flagOf("Bristol", "deficit-heading-above-profile");
    expect(flag?.summary).toBe(
      "A forecast of May 2025 puts the deficit at 31 March 2026 at £76.8 million after DfE money, against £41.3 million planned in the council’s own plan.",
    );
    expect(flag?.size).toBe(3_550_000_000n);
  });

  it("only Bristol and Devon are held against a forecast", () => {
    expect(withFlag("deficit-heading-above-profile")).toEqual(["Bristol", "Devon"]);
    expect(flagOf("Devon", "deficit-heading-above-profile")?.summary).toContain(
      "£227 million before DfE money, against £207 million planned in the council’s own plan",
    );
  });

  const UNDER_REVIEW = [
    ["Bath and North East Somerset", "amount not known"],
    ["Cambridgeshire", "£27.5 million, all that was still to be paid"],
    ["Dorset", "amount not known for 2023 to 2024"],
    ["Hillingdon", "amount not known for 2023 to 2024"],
    ["Norfolk", "amount not known"],
  ] as const;

  it.each(UNDER_REVIEW)("%s is under review, payments withheld: %s", (name, amount) => {
    for (const rule of ["under-review", "payment-withheld"]) {
      const evidence = readEvidence(flagOf(name, rule)?.evidence);
      expect(evidence.map(({ date }) => date)).toContain("2024-03-21");
      expect(evidence.every(({ place }) => place?.citationUrl)).toBe(true);
    }
    expect(flagOf(name, "payment-withheld")?.summary).toContain(`payments: ${amount}. Cited: 21 March 2024`);
  });

  it("no other is under review, and Bury's instalment was paid after all", () => {
    const five = UNDER_REVIEW.map(([name]) => name);
    expect(withFlag("under-review")).toEqual(five);
    expect(withFlag("payment-withheld")).toEqual(five);
  });

  it("Norfolk's changed terms are told beside its review", () => {
    expect(flagOf("Norfolk", "under-review")?.summary).toContain("A report of September 2024");
  });

  it.each([
    ["Bury", "balance in the year from 2024 to 2025 to a year not known"],
    ["Kirklees", "clearing the deficit from 2026 to 2027 to a year not known"],
  ])("%s moved %s", (name, moved) => {
    expect(flagOf(name, "target-moved")?.summary).toContain(moved);
    expect(withFlag("target-moved")).toEqual(["Bury", "Kirklees"]);
  });

  it("ten only had their payments re-phased, and moved no target", () => {
    const ten = withFlag("payments-rephased");
    expect(ten).toEqual([
      ...["Hammersmith and Fulham", "Hillingdon", "Kingston upon Thames", "Merton", "Richmond upon Thames"],
      ...["Rotherham", "Salford", "South Gloucestershire", "Surrey", "York"],
    ]);
    expect(ten.filter((name) => withFlag("target-moved").includes(name))).toEqual([]);
  });

  it("five said that they were off track", () => {
    expect(withFlag("says-off-track")).toEqual([
      ...["Bexley", "Cambridgeshire", "Kent", "South Gloucestershire", "Wiltshire"],
    ]);
  });

  it("Hillingdon's sources are 25.0 apart, and may be on different bases", () => {
    const flag = flagOf("Hillingdon", "sources-disagree");
    expect(flag?.summary).toBe(
      "For 31 March 2024 sources give between £25.6 million (after DfE money) and £50.6 million (basis not stated). One may be before DfE money and the other after it, which could explain the difference.",
    );
    expect(withFlag("sources-disagree")).toEqual(["Hillingdon"]);
  });

  it("no trend that ended before an agreement began says anything of what is ahead", () => {
    expect(withFlag("in-year-balance-at-risk")).toEqual([]);
  });

  // 1.689, 1.465, 2.971, 4.76, 9.450119 and 16.13 million: at March 2022 the median of -0.224, 0.641 and 1.506 is
  // 0.641 a year, so 3.612, 4.253 and 4.894 were to be expected.
  it("West Berkshire alone holds six year ends on one basis; its trend foretold none of the later ones", async () => {
    const rows = await context.database.councilStatus.findMany({ orderBy: { dfeCode: "asc" } });
    const tried = rows.flatMap(({ dfeCode, trend }) => {
      const found = trend as unknown as TrendFound;
      const points = found.kind === "trend" ? found.trend.backTest : null;
      return found.kind === "trend" && points ? [{ dfeCode, ...found.trend, points }] : [];
    });
    expect(tried.map(({ dfeCode, basis, years }) => ({ dfeCode, basis, years }))).toEqual([
      {
        ...{ dfeCode: "869", basis: "net" },
        years: ["2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25"],
      },
    ]);
    expect(tried.map(({ points }) => summariesOf(points))).toEqual([
      [
        { yearsAhead: 1, tried: 3, withinRange: 0, medianError: 342_528_567 },
        { yearsAhead: 2, tried: 2, withinRange: 0, medianError: 701_872_617 },
        { yearsAhead: 3, tried: 1, withinRange: 0, medianError: 1_123_600_000 },
      ],
    ]);
  });

  it("the same figures read and judged again change nothing", async () => {
    const nothing = { raised: 0, worsened: 0, eased: 0, cleared: 0 };
    const kept = async () => [
      await context.database.verdict.findMany({ orderBy: { id: "asc" } }),
      await context.database.flag.findMany({ orderBy: { id: "asc" } }),
      await context.database.flagChange.count(),
    ];
    const before = await kept();
    expect(first.councils).toBeGreaterThan(150);
    expect(await assess(context)).toMatchObject({ ...nothing, unchanged: first.councils });
    await readArchive();
    expect(await assess(context)).toMatchObject({ ...nothing, unchanged: first.councils });
    context.clock.forward(24);
    expect(await assess(context)).toMatchObject({ ...nothing, unchanged: first.councils - councils.length });
    expect(await kept()).toEqual(before);
  });
});

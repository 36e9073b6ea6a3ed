import { beforeAll, describe, expect, it } from "vitest";
import { committedFigures } from "./committed-archive";
import { type FigureFiles, figureRows } from "./figure-rows";

let figures: FigureFiles;
beforeAll(async () => {
  figures = await committedFigures();
});

const FILES = [
  ["local_authorities.csv", 165, "source"],
  ["high_needs_allocations.csv", 900, "source_url"],
  ["section_251_balances.csv", 151, "source_url"],
  ["ehc_plans.csv", 1064, "source_url"],
  ["register/agreements.csv", 40, "source_url"],
  ["register/deficit_profile.csv", 26, "source_url"],
  ["register/payments.csv", 25, "source_url"],
  ["register/actuals.csv", 184, "source_url"],
  ["register/events.csv", 137, "source_url"],
  ["register/stability_grant.csv", 3, "source_url"],
  ["register/derived_balances.csv", 448, "source_url"],
  ["register/dbv_authorities.csv", 46, "source_url"],
  ["register/policy_events.csv", 30, "source_url"],
  ["register/national_totals.csv", 34, "source_url"],
] as const;

/** Two agreements of which nothing but the signing is held, and a printed report without an address. */
const WITHOUT_ADDRESS = ["North Somerset", "Southwark", "York"];

describe("the committed figures", () => {
  it("are all named here", () => {
    expect([...figures.keys()].sort()).toEqual(FILES.map(([file]) => `figures/${file}`).sort());
  });

  it.each(FILES)("%s: %i rows, each with its citation", (file, count, citation) => {
    const rows = figureRows<string>(figures, `figures/${file}`, [citation]);
    expect(rows).toHaveLength(count);
    const uncited = rows.filter((row) => !/^https?:\/\//.test(row[citation] ?? ""));
    for (const row of uncited) expect(WITHOUT_ADDRESS).toContain(row.la_name);
  });

  it("a row without any citation carries no figure", () => {
    const agreements = figureRows<string>(figures, "figures/register/agreements.csv", [
      "total_funding_gbp_m",
    ]);
    const uncited = agreements.filter((row) => row.source_url === "");
    expect(uncited.map((row) => row.la_name)).toEqual(["North Somerset", "Southwark"]);
    for (const row of uncited) {
      const { start_fy, target_fy, clearance_fy, total_funding_gbp_m } = row;
      expect([start_fy, target_fy, clearance_fy, total_funding_gbp_m]).toEqual(["", "", "", ""]);
    }
  });

  it("section 251: a balance or the reason for its absence, never both, never neither", () => {
    for (const row of figureRows(figures, "figures/section_251_balances.csv", [
      "deficit_gbp",
      "missing_reason",
    ])) {
      expect([row.deficit_gbp === "", row.missing_reason === ""]).toContain(true);
      expect(row.deficit_gbp + row.missing_reason).not.toBe("");
    }
  });

  it("copies of another publication's figure are marked", () => {
    const rows = figureRows(figures, "figures/register/actuals.csv", ["copy_of", "basis_note", "kind"]);
    const marked = (copyOf: string) => rows.filter((row) => row.copy_of === copyOf);
    expect(marked("section-251-outturn")).toHaveLength(18);
    expect(marked("derived-balances")).toHaveLength(54);
    expect(marked("derived-balances").every((row) => row.kind === "derived")).toBe(true);
    expect(marked("").some((row) => row.basis_note.startsWith("Section 251 outturn line 1.9.3"))).toBe(false);
  });

  it("derived balances have a signed balance and an error in pounds", () => {
    const rows = figureRows(figures, "figures/register/derived_balances.csv", [
      "la_code",
      "as_at_date",
      "balance_gbp",
      "error_gbp",
    ]);
    for (const row of rows) expect(`${row.balance_gbp} ${row.error_gbp}`).toMatch(/^-?\d+ [1-9]\d*000$/);
    expect(rows.find((row) => row.la_code === "886" && row.as_at_date === "2022-03-31")).toMatchObject({
      balance_gbp: "-97581000",
      error_gbp: "72000",
    });
  });
});

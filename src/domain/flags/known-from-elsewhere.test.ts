import { describe, expect, it } from "vitest";
import {
  aBalance,
  aJudgedCouncil,
  anAgreement,
  anEvent,
  aPayment,
  aPlan,
  aStatement,
  date,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { moneyOf } from "../money";
import type { CouncilDossier, HeldAgreement } from "../verdicts/held-figures";
import type { RuleName } from "./flag";
import { findFlags } from "./rules";
import { statusOf } from "./status-of";

/*
 * While no agreement has been read, councils are known from rows gathered elsewhere: partly dated, on bases
 * half stated. These are such rows, in every shape that occurs, of invented councils.
 */

const known = (own: Partial<HeldAgreement> = {}) =>
  anAgreement({
    ...{ knownFrom: "register", balanceBy: null, balanceBySource: null, to: null, status: "active" },
    ...own,
  });

function assess(own: Partial<CouncilDossier>) {
  const judged = aJudgedCouncil({ agreements: [known()], ...own });
  const flags = findFlags(judged);
  return {
    judged,
    status: statusOf(judged, flags),
    rules: flags.map(({ rule }) => rule),
    flag: (rule: RuleName) => flags.find((each) => each.rule === rule),
  };
}

const rephased = anEvent("payments_rephased", { date: null });

describe("a council that kept to the plan in its signing year", () => {
  const planned = aPlan({
    ...{ financialYear: year("2021-22"), deficit: million(22.013), error: moneyOf(500, "pound") },
    ...{ localContributions: "unknown", planSource: "plan" },
  });
  const forum = { family: "forum", standing: "council" as const };
  const unknownLocal = { safetyValve: "no", stabilityGrant: "no", localContribution: "unknown" } as const;
  const own = {
    agreements: [known({ balanceBy: year("2025-26"), balanceBySource: "official" as const })],
    plans: [planned],
    balances: [
      aBalance({
        ...{ asAt: day("2022-03-31"), deficit: million(21.37), error: moneyOf(5_000, "pound") },
        ...{ basis: "gross", after: unknownLocal, ...forum },
      }),
    ],
    events: [rephased],
    statements: [aStatement({ kind: "on-track", date: date("2025") })],
  };

  it("reads met, against a plan, as the baseline, and is not green for it", () => {
    const { judged, status } = assess(own);
    expect(judged.verdicts).toMatchObject([
      { financialYear: "2021-22", verdict: "met", planSource: "plan", baseline: true, basis: "gross" },
    ]);
    expect(status).toBe("unknown");
  });

  it("its payments were moved, its target was not", () => {
    const { rules } = assess(own);
    expect(rules).toContain("payments-rephased");
    expect(rules).not.toContain("target-moved");
  });
});

describe("a council forecast to end far above its plan, scope not stated", () => {
  const { flag, status } = assess({
    plans: [
      aPlan({
        ...{ financialYear: year("2025-26"), deficit: million(41.3), basis: "net", scope: "unknown" },
        ...{ localContributions: "included", planSource: "plan", confidence: "medium" },
      }),
    ],
    balances: [
      aBalance({
        ...{ asAt: day("2026-03-31"), deficit: million(76.8), kind: "forecast", scope: "unknown" },
        ...{ publishedOn: date("2025-05"), family: "forum", standing: "council", confidence: "high" },
        after: { safetyValve: "yes", stabilityGrant: "unknown", localContribution: "unknown" },
      }),
      aBalance({
        ...{ asAt: day("2026-03-31"), deficit: million(58), kind: "forecast", basis: "unknown" },
        ...{ publishedOn: date("2025-02"), family: "committee", standing: "press" },
      }),
    ],
  });

  it("is at risk, by the forecast's own words", () => {
    expect(status).toBe("at-risk");
    expect(flag("deficit-heading-above-profile")?.summary).toBe(
      "A forecast of May 2025 puts the deficit at 31 March 2026 at £76.8 million after DfE money, against £41.3 million planned in the council’s own plan.",
    );
  });
});

describe("councils whose agreements were put under review", () => {
  const events = [anEvent("under_review"), anEvent("suspended"), anEvent("payment_withheld")];
  const suspended = known({
    status: "under review (payments suspended)",
    suspended: true,
    statusDate: date("2024-03-21"),
  });

  it.each([
    ["nothing more is known", { events }, "amount not known"],
    [
      "a payment is known to be withheld, not how much",
      { events, payments: [aPayment({ status: "withheld", amount: null, financialYear: year("2023-24") })] },
      "amount not known for 2023 to 2024",
    ],
    [
      "what remained was withheld",
      {
        events,
        payments: [
          aPayment({
            ...{ status: "withheld", covers: "remainder", financialYear: null },
            ...{ throughDate: day("2024-11-26"), amount: million(27.5) },
          }),
        ],
      },
      "£27.5 million, all that was still to be paid",
    ],
    [
      "the press says that terms were renegotiated",
      { events: [...events, anEvent("revised", { date: date("2024-09") })] },
      "amount not known",
    ],
  ])("%s", (_, own, amount) => {
    const { flag, status } = assess({ agreements: [suspended], ...own });
    expect(status).toBe("at-risk");
    for (const rule of ["under-review", "payment-withheld"] as const) {
      expect(flag(rule)?.evidence.map(({ date: said }) => said)).toContain("2024-03-21");
    }
    expect(flag("payment-withheld")?.summary).toContain(amount);
  });
});

describe("councils whose agreements were extended", () => {
  const revision = {
    ...{ version: "revised-2024", status: "revised", statusDate: date("2024-03-21") },
  };

  it("to a year that was not published", () => {
    const original = known({
      status: "revised",
      statusDate: date("2024-03-21"),
      balanceBy: year("2024-25"),
      balanceBySource: "official",
    });
    const { flag, rules } = assess({
      agreements: [original, known(revision)],
      events: [
        anEvent("payment_withheld", { date: date("2022-07-01") }),
        anEvent("payment_released", { date: date("2022-07-01") }),
        anEvent("under_review", { date: date("2023-07-12") }),
        anEvent("revised"),
      ],
    });
    expect(flag("target-moved")?.summary).toBe(
      "A later version of the agreement moved balance in the year from 2024 to 2025 to a year not known.",
    );
    expect(rules).not.toContain("payment-withheld");
    expect(rules).not.toContain("under-review");
  });

  it("beyond the year in which the deficit was to be gone", () => {
    const original = known({ status: "revised", statusDate: date("2024-03-21"), clearedBy: year("2026-27") });
    const { flag } = assess({ agreements: [original, known({ ...revision, to: year("2029-30") })] });
    expect(flag("target-moved")?.summary).toBe(
      "A later version of the agreement moved clearing the deficit from 2026 to 2027 to a year not known.",
    );
  });
});

describe("a council that DfE said was on track, its payments moved", () => {
  it("is neither green nor said to have moved its target", () => {
    const { rules, status } = assess({
      agreements: [
        known({ balanceBy: year("2025-26"), balanceBySource: "official", clearedBy: year("2025-26") }),
      ],
      events: [rephased],
      statements: [aStatement({ kind: "on-track", date: date("2022-11-01") })],
      balances: [aBalance({ asAt: day("2024-03-31"), deficit: million(1) })],
    });
    expect(rules).toEqual(["payments-rephased", "evidence-stale"]);
    expect(status).toBe("unknown");
  });
});

describe("a council that says it is off track", () => {
  it("is at risk, and judged by nothing else", () => {
    const { rules, status } = assess({
      statements: [aStatement({ date: date("2024") })],
      plans: [aPlan({ planSource: "computed", basis: "unknown", scope: "unknown", confidence: "low" })],
      balances: [aBalance()],
    });
    expect(rules).toEqual(["says-off-track", "not-judged", "evidence-stale"]);
    expect(status).toBe("at-risk");
  });
});

describe("a council of which two sources give figures £25 million apart", () => {
  it("has them shown, and is told that bases may differ", () => {
    const { flag, rules } = assess({
      agreements: [known({ clearedBy: year("2025-26"), total: million(25) })],
      balances: [
        aBalance({ asAt: day("2024-03-31"), deficit: million(25.6), confidence: "low" }),
        aBalance({
          ...{ asAt: day("2024-03-31"), deficit: million(50.6), basis: "unknown", confidence: "low" },
          ...{ family: "cabinet", standing: "council" },
        }),
      ],
    });
    expect(flag("sources-disagree")).toMatchObject({ subject: "2024-03-31 dsg", size: million(25) });
    expect(flag("sources-disagree")?.summary).toContain("could explain the difference");
    expect(rules).not.toContain("clearance-missed");
  });
});

describe("a council known to have signed, and nothing more", () => {
  it.each([
    ["from a row", [known({ total: null, status: null })]],
    ["from DfE's page", []],
  ])("%s", (_, agreements) => {
    const { rules, status } = assess({ agreements });
    expect(rules).toEqual(["evidence-stale", "evidence-stale"]);
    expect(status).toBe("unknown");
  });
});

import { describe, expect, it } from "vitest";
import { aGrantItem, aJudgedCouncil, date, million } from "@/testing/dossiers";
import { GRANT_ITEMS } from "../dsg/grant-item";
import { reformPlan } from "./reform-plan";

const steps = (...grantItems: ReturnType<typeof aGrantItem>[]) =>
  reformPlan.find(aJudgedCouncil({ grantItems })).map(({ subject }) => subject);

describe("local SEND reform plan", () => {
  it.each(GRANT_ITEMS)("shows %s only where it is a step, and no other with it", (item) => {
    const isStep = item !== "eligible-deficit" && item !== "other";
    expect(steps(aGrantItem(item))).toEqual(isStep ? [item] : []);
  });

  it("shows each cited step by itself", () => {
    const flags = reformPlan.find(
      aJudgedCouncil({
        grantItems: [
          aGrantItem("paid", { amount: million(45), asAt: date("2026-11") }),
          aGrantItem("plan-submitted", { asAt: date("2026-06-30") }),
        ],
      }),
    );
    expect(flags.map(({ subject, severity, summary }) => [subject, severity, summary])).toEqual([
      ["plan-submitted", "info", "The council submitted its local SEND reform plan (30 June 2026)."],
      ["paid", "info", "DfE paid the High Needs Stability Grant: £45 million (November 2026)."],
    ]);
  });

  it("shows no approval that was later refused", () => {
    const refused = aGrantItem("refused", { asAt: date("2026-10-02") });
    expect(steps(aGrantItem("plan-approved"), refused)).toEqual(["refused"]);
  });
});

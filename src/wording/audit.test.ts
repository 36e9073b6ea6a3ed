import { describe, expect, it } from "vitest";
import { auditActor, auditDifferences, auditVerb } from "./audit";

describe("the record in words", () => {
  it.each<[string, unknown, unknown, string[]]>([
    ["what changed", { role: "editor" }, { role: "admin" }, ["role: editor → admin"]],
    [
      "nothing of what stayed",
      { role: "editor", active: true },
      { role: "editor", active: false },
      ["active: yes → no"],
    ],
    ["what came", null, { role: "editor" }, ["role: editor"]],
    ["what went", { quote: "in own words" }, null, ["quote: in own words, no longer"]],
    ["what a part was before it was said", {}, { reply: "text" }, ["reply: nothing → text"]],
    ["values without a name", "5", "7", ["5 → 7"]],
    ["lists and parts of parts", { years: ["2024-25"] }, { years: [] }, ['years: ["2024-25"] → []']],
    ["nothing where nothing was", null, null, []],
  ])("says %s", (_what, before, after, lines) => expect(auditDifferences(before, after)).toEqual(lines));

  it.each([
    ["8e0c", "admin@example.org", "admin@example.org"],
    ["8e0c", null, "8e0c"],
    ["command line", null, "Somebody at the command line"],
    ["scheduler", null, "The schedule"],
  ])("names %s with the address %s as %s", (actor, email, name) =>
    expect(auditActor(actor, email)).toBe(name),
  );

  it("shows a verb that has no words as it's stored", () => {
    expect(auditVerb("user.invite")).toBe("Invited a user");
    expect(auditVerb("something.new")).toBe("something.new");
  });
});

import { describe, expect, it } from "vitest";
import { changeAlertTitle, flagNewsSentence, flagNewsTitle } from "./alert-titles";
import { changeTitle } from "./change-titles";

describe("what happened to a flag", () => {
  it.each([
    ["raised", "Kent: Agreement under review", "It is under review."],
    ["worsened", "Kent: Agreement under review", "It is under review. This is more than before."],
    ["eased", "Kent: Agreement under review", "It is under review. This is less than before."],
    [
      "cleared",
      "Kent: Agreement under review (cleared)",
      "No longer found: agreement under review. Before, it said: It is under review.",
    ],
    [
      "withdrawn",
      "Kent: correction, we withdrew “Agreement under review”",
      "We have withdrawn this. We misread it.",
    ],
    [
      "restored",
      "Kent: “Agreement under review” stands again",
      "We had withdrawn this, and it stands again: It is under review.",
    ],
  ] as const)("%s", (kind, title, sentence) => {
    expect(flagNewsTitle("Kent", "under-review", kind)).toBe(title);
    const told = {
      kind,
      rule: "under-review",
      summary: "It is under review.",
      reason: "We misread it.",
    } as const;
    expect(flagNewsSentence(told)).toBe(sentence);
  });
});

it("a change alone has the same title in a message and in a feed", () => {
  const said = "Balance year moved from 2025-26 to 2027-28";
  expect(changeAlertTitle("Kent", "target-moved", [said])).toBe(changeTitle("Kent", said));
  expect(changeAlertTitle(null, "agreement-changed", [said])).toBe(changeTitle(null, said));
  expect(changeAlertTitle("Kent", "agreement-changed", [said, said])).toBe(
    "Kent: 2 changes to the agreement or its page",
  );
});

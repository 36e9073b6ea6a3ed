import { describe, expect, it } from "vitest";
import { isMailboxGone } from "./mailbox-gone";

describe("a mailbox", () => {
  it.each([
    ["550 5.1.1 <a@example.org>: Recipient address rejected: User unknown"],
    ["550-5.1.1 The email account that you tried to reach does not exist."],
    ["553 5.1.3 bad address syntax"],
    ["551 5.1.6 moved away"],
    ["556 5.1.10 the domain takes no mail"],
    ["550 5.2.1 The email account that you tried to reach is disabled."],
  ])("is gone: %s", (answer) => expect(isMailboxGone(answer)).toBe(true));

  it.each([
    ["not for good", "450 4.1.1 unverified address, try again"],
    ["not by a code of its own kind", "450 5.1.1 confused"],
    ["full", "552 5.2.2 mailbox full"],
    ["beyond its quota", "550 5.2.2 over quota"],
    ["behind a policy", "550 5.7.1 blocked by policy"],
    ["behind somebody's list", "554 5.7.1 listed"],
    ["at a server that can't be found", "550 5.1.2 bad destination system"],
    ["that doesn't like our sender", "550 5.1.8 sender rejected"],
    ["of which no code says why", "550 No such user"],
    ["beside another code", "550 5.1.12 something else"],
    ["that is spoken of later in the answer", "451 later; last time 550 5.1.1"],
    ["nobody spoke of", "connect ECONNREFUSED"],
  ])("may be there, %s: %s", (_, answer) => expect(isMailboxGone(answer)).toBe(false));
});

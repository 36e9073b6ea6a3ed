import { describe, expect, it } from "vitest";
import { testSecrets } from "@/testing/factories";
import { FrozenClock } from "@/testing/test-context";
import { openSlip, sealSlip } from "./slip";

const MINUTE = 1 / 60;
const A_MOMENT = 1 / 3_600_000;

function world() {
  return { secrets: testSecrets, clock: new FrozenClock() };
}

describe("a slip", () => {
  const asked = { of: "mail-asked", email: "ann@example.org", what: "confirm" } as const;
  const added = { of: "webhook-added", id: "x", url: "https://example.org/hook", secret: "whsec_x" } as const;

  it("is opened as it was sealed, and nobody on the way reads it", () => {
    const context = world();
    const sealed = sealSlip(context, asked);
    expect(openSlip(context, sealed, "mail-asked")).toEqual(asked);
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ann");
    expect(sealed).toMatch(/^[\w-]+$/);
  });

  it.each([
    ["half an hour", asked, 30 * MINUTE],
    ["ten minutes with a secret in it", added, 10 * MINUTE],
  ])("is open for %s", (_how, slip, hours) => {
    const context = world();
    const sealed = sealSlip(context, slip);
    context.clock.forward(hours - A_MOMENT);
    expect(openSlip(context, sealed, slip.of)).toEqual(slip);
    context.clock.forward(A_MOMENT);
    expect(openSlip(context, sealed, slip.of)).toBeNull();
  });

  it("is nothing to a form it isn't for", () => {
    const context = world();
    expect(openSlip(context, sealSlip(context, asked), "link", "choices")).toBeNull();
  });

  it.each([
    ["none", undefined],
    ["an empty one", ""],
    ["one that we didn't write", "AAAA"],
    ["one that is far too long", "A".repeat(20_000)],
    ["another thing that was sealed here", testSecrets.seal("whsec_of_a_webhook")],
    ["a slip of no form", testSecrets.seal(JSON.stringify({ slip: { of: "nothing" }, until: 1e15 }))],
  ])("is nothing where it's %s", (_what, sealed) =>
    expect(openSlip(world(), sealed, "mail-asked")).toBeNull(),
  );

  it("isn't opened once a letter of it was changed", () => {
    const context = world();
    const sealed = sealSlip(context, asked);
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
    expect(openSlip(context, changed, "mail-asked")).toBeNull();
  });
});

import type { Page } from "@playwright/test";
import { sidewaysScroll } from "../fixtures";
import { expect } from "./fixtures";
import { AT_ONCE, SITE, test } from "./practice";

/* On the site of invented councils, where another measure misleads nobody. */

test.describe.configure({ mode: "serial" });

const FLOOR = "The least that counts as above or short";

/** How many flags say that Testbury is above its agreement: by £7.9 million, and no other test looks at it. */
async function openMisses(room: Page): Promise<number> {
  const query = "authority=testbury&rule=deficit-above-profile&state=open";
  const answer = await room.request.get(`${SITE}/api/v1/flags?${query}`);
  return ((await answer.json()) as { data: unknown[] }).data.length;
}

test("a threshold is set after a look at which flags would change, and taken back", async ({
  room,
  expectAccessible,
}) => {
  test.setTimeout(90_000);
  expect(await openMisses(room)).toBe(1);
  await room.goto("/admin/thresholds");
  await room.getByLabel(FLOOR).fill("£9,000,000");
  await room.getByRole("button", { name: "Look at what would change" }).click();
  const preview = room.getByRole("region", { name: "What would change" });
  await expect(preview).toContainText("£250,000 → £9,000,000");
  const testbury = preview.getByRole("listitem").filter({ hasText: /^Testbury/ });
  await expect(testbury).toContainText("Cleared");
  expect(await openMisses(room)).toBe(1);
  await expectAccessible();
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(room)).toBe(0);
  await room.setViewportSize({ width: 1280, height: 800 });

  await room.getByLabel("Why").fill("A trial on invented councils.");
  await room.getByRole("button", { name: "Set what was looked at" }).click();
  await expect(room.getByRole("status").filter({ hasText: "They are in force" })).toBeVisible();
  await expect(room.getByRole("main")).toContainText("A trial on invented councils.");
  await expect(async () => expect(await openMisses(room)).toBe(0)).toPass(AT_ONCE);
  await expect(async () => {
    await room.goto("/methodology");
    await expect(room.getByRole("main")).toContainText("£9,000,000", { timeout: 500 });
  }).toPass(AT_ONCE);

  await room.goto("/admin/thresholds");
  await room.getByRole("button", { name: "Try those built in" }).click();
  await expect(
    room.getByRole("region", { name: "What would change" }).getByText("Raised").first(),
  ).toBeVisible();
  await room.getByLabel("Why").fill("The trial is over.");
  await room.getByRole("button", { name: "Set what was looked at" }).click();
  await expect(room.getByRole("status").filter({ hasText: "They are in force" })).toBeVisible();
  await expect(async () => expect(await openMisses(room)).toBe(1)).toPass(AT_ONCE);

  await room.goto("/admin/audit?verb=threshold.set");
  await expect(room.getByRole("main")).toContainText("The trial is over.");
  await expect(room.getByRole("main")).toContainText("Set a threshold");
});

test("what can't be a measure is told at its field, and nothing typed is lost", async ({ room }) => {
  await room.goto("/admin/thresholds");
  await room.getByLabel(FLOOR).fill("a little");
  await room.getByLabel("An outturn counts as missing after").fill("14");
  await room.getByRole("button", { name: "Look at what would change" }).click();
  await expect(room.getByText("Whole pounds, such as 250,000; at most £100 million.")).toBeVisible();
  await expect(room.getByLabel(FLOOR)).toHaveValue("a little");
  await expect(room.getByLabel("An outturn counts as missing after")).toHaveValue("14");
  await expect(room.getByRole("button", { name: "Set what was looked at" })).toHaveCount(0);
});

test("only what was looked at is set, and no later year is judged without the page it rests on", async ({
  room,
}) => {
  await room.goto("/admin/thresholds");
  await room.getByLabel("The last year that is judged").fill("2026-27");
  await room.getByRole("button", { name: "Look at what would change" }).click();
  await room.getByLabel("Why").fill("As the page says.");
  await room.getByRole("button", { name: "Set what was looked at" }).click();
  await expect(room.getByRole("alert").filter({ hasText: "give the page’s address" })).toBeVisible();
  await expect(room.getByLabel("Why")).toHaveValue("As the page says.");
  await room.getByLabel("The last year that is judged").fill("2027-28");
  await room.getByRole("button", { name: "Set what was looked at" }).click();
  await expect(room.getByRole("region", { name: "What would change" })).toContainText("2027 to 2028");
  await room.goto("/admin/thresholds");
  await expect(room.getByLabel("The last year that is judged")).toHaveValue("2025-26");
});

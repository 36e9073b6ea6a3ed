import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import { AT_ONCE, SITE, test } from "./practice";

/* On the site of invented councils, where a decision about a figure misleads nobody. */

test.describe.configure({ mode: "serial" });

/** The corrected sum, where it stands as a figure that says where it is from. */
const figureOf = (reader: Page) => reader.getByRole("button", { name: /^£12,345,600[: ]/ });

test("a figure is corrected on somebody's word, beside the published one, and the correction taken back", async ({
  room,
  browser,
  expectAccessible,
}) => {
  await room.goto("/admin/corrections");
  await room.getByRole("combobox", { name: "Council" }).selectOption({ label: "Placeholder" });
  await room.getByRole("button", { name: "List its figures" }).click();
  const figure = room.getByRole("combobox", { name: "Published figure" });
  const chosen = await figure.locator("option", { hasText: "31 March 2024" }).first().getAttribute("value");
  await figure.selectOption(chosen);
  await room.getByLabel("What it should have been, in pounds").fill("£12.3456 million");
  await room.getByLabel("Who says so").fill("Erratum of the invented publisher");
  await room.getByLabel("The day on which they said so").fill("2026-01-31");
  await room.getByLabel("Why").fill("Two digits changed places in the table.");
  await expectAccessible();
  await room.getByRole("button", { name: "Correct it" }).click();
  await expect(room.getByRole("status").filter({ hasText: "judged anew" })).toBeVisible();
  await expect(room.getByRole("main")).toContainText("corrected to £12,345,600 (shown and judged by)");

  const reader = await browser.newPage({ baseURL: SITE });
  await expect(async () => {
    await reader.goto("/authorities/placeholder");
    await expect(figureOf(reader).first()).toBeVisible({ timeout: 500 });
    await expect(reader.getByRole("main")).toContainText("Two digits changed places in the table");
  }).toPass(AT_ONCE);

  await room.getByText("Withdraw", { exact: true }).first().click();
  await room.getByLabel("Why").last().fill("The erratum was itself withdrawn.");
  await room.getByRole("button", { name: /^Withdraw correction/ }).click();
  await expect(room.getByRole("status").filter({ hasText: "stands as published again" })).toBeVisible();
  await expect(async () => {
    await reader.goto("/authorities/placeholder");
    // It is told of in the council's history; no figure says it any more.
    await expect(figureOf(reader)).toHaveCount(0, { timeout: 500 });
  }).toPass(AT_ONCE);
  await reader.close();
});

test("what is typed wrongly loses nothing", async ({ room }) => {
  await room.goto("/admin/corrections?council=X09");
  await room.getByRole("combobox", { name: "Published figure" }).selectOption({ index: 1 });
  await room.getByLabel("What it should have been, in pounds").fill("about twelve million");
  await room.getByLabel("Who says so").fill("A letter");
  await room.getByLabel("The day on which they said so").fill("2026-01-31");
  await room.getByLabel("Why").fill("As the letter says.");
  await room.getByRole("button", { name: "Correct it" }).click();
  await expect(room.getByRole("alert").filter({ hasText: "about twelve million" })).toBeVisible();
  await expect(room.getByLabel("What it should have been, in pounds")).toHaveValue("about twelve million");
  await expect(room.getByLabel("Who says so")).toHaveValue("A letter");
  await expect(room.getByLabel("Why")).toHaveValue("As the letter says.");
});

test("a reading is rejected beside its document, and the decision taken back", async ({
  room,
  expectAccessible,
}) => {
  await room.goto("/admin/review");
  await expectAccessible();
  await room.getByRole("link", { name: /^Placeholder/ }).click();
  await expect(room.getByRole("heading", { name: "The document" })).toBeVisible();
  await room
    .getByRole("link", { name: /^Show .* in the document$/ })
    .nth(2)
    .click();
  await expect(room.locator('li[aria-current="true"]')).toHaveCount(1);
  await expectAccessible();
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await room.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await room.setViewportSize({ width: 1280, height: 800 });

  const reject = room.getByRole("form", { name: "Reject" });
  await reject.getByLabel("Why").fill("Of another council, filed under this name.");
  await reject.getByRole("button", { name: "Reject" }).click();
  await expect(
    room.getByRole("status").filter({ hasText: "Rejected: its figures never count." }),
  ).toBeVisible();
  const undo = room.getByRole("form", { name: "Take back" });
  await undo.getByLabel("Why").fill("It is this council's after all.");
  await undo.getByRole("button", { name: "Take back" }).click();
  await expect(
    room.getByRole("status").filter({ hasText: "everything is as before that decision" }),
  ).toBeVisible();

  await room.goto("/admin/audit?verb=reading.undo");
  await expect(room.getByRole("main")).toContainText("Took a decision about a reading back");
  await expect(room.getByRole("main")).toContainText("It is this council's after all.");
});

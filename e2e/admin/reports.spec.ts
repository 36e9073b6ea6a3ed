import type { Browser } from "@playwright/test";
import { sidewaysScroll } from "../fixtures";
import { expect } from "./fixtures";
import { AT_ONCE, SITE, test } from "./practice";

/* On the site of invented councils, where a note about an error misleads nobody. */

test.describe.configure({ mode: "serial", timeout: 120_000 });

/** A reader who reports something, by what it's about. @returns the number of the report */
async function report(browser: Browser, about: string, text: string, email = ""): Promise<string> {
  const reader = await browser.newPage({
    baseURL: SITE,
    extraHTTPHeaders: { "X-Forwarded-For": "10.1.2.3" },
  });
  await reader.goto(`/report?${about}`);
  await reader.getByLabel("What is wrong").fill(text);
  await reader.getByLabel("E-mail address for an answer (optional)").fill(email);
  await reader.getByRole("button", { name: "Send the report" }).click();
  const words = await reader.getByRole("main").innerText();
  await reader.close();
  const number = /Its number is (\d+)\./.exec(words)?.[1];
  if (number === undefined) throw new Error(`No number was told: ${words}`);
  return number;
}

test("a report is answered beside its figure, a note published and taken back", async ({
  room,
  browser,
  expectAccessible,
}) => {
  const reader = await browser.newPage({ baseURL: SITE });
  await reader.goto("/authorities/exampleshire");
  const link = reader.locator('.where-from a[href^="/report?figure="]').first();
  const about = new URL((await link.getAttribute("href")) ?? "", SITE).search.slice(1);
  const number = await report(browser, about, "The figure is of another year.", "ann@example.org");

  await room.goto("/admin");
  await expect(room.getByRole("region", { name: "What needs a decision" })).toContainText(
    /reports? of (an error|errors), not answered/,
  );
  await room.goto("/admin/reports");
  await expectAccessible();
  const entry = room.getByRole("listitem").filter({ hasText: `Report ${number},` });
  await expect(entry).toContainText("The figure is of another year.");
  await entry.getByRole("link", { name: /^Exampleshire/ }).click();
  await expect(room).toHaveURL(new RegExp(`/admin/reports/${number}$`));
  await expect(room.getByRole("region", { name: "As it stands now" })).toContainText("£");
  await expect(room.getByRole("main")).not.toContainText("ann@example.org");
  await expect(room.getByRole("link", { name: "Correct a figure" })).toHaveAttribute(
    "href",
    "/admin/corrections?council=X01",
  );
  for (const colorScheme of ["light", "dark"] as const) {
    await room.emulateMedia({ colorScheme });
    await expectAccessible();
  }
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(room)).toBe(0);
  await room.setViewportSize({ width: 1280, height: 800 });

  const answer = room.getByRole("form", { name: "Answer", exact: true });
  await answer.getByRole("radio", { name: /^Yes/ }).check();
  await answer.getByLabel("The answer").fill("Thank you.\nYou are right.");
  await answer.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(room.getByRole("status").filter({ hasText: "on its way by mail" })).toBeVisible();
  await expect(room.getByRole("main")).toContainText("Answered: it was wrong, mailed.");

  const publish = room.getByRole("form", { name: "Publish a note" });
  await publish.getByLabel("The note").fill("Until today another year’s figure stood here.");
  await publish.getByRole("button", { name: "Publish the note" }).click();
  await expect(room.getByRole("status").filter({ hasText: "everybody can read the note" })).toBeVisible();
  await expectAccessible();
  for (const path of ["/authorities/exampleshire", "/changes", "/changes?authority=exampleshire"]) {
    await expect(async () => {
      await reader.goto(path);
      await expect(reader.getByRole("main")).toContainText("Until today another year’s figure stood here.", {
        timeout: 500,
      });
    }).toPass(AT_ONCE);
  }
  await reader.goto("/changes?authority=sampleton");
  await expect(reader.getByRole("main")).not.toContainText("another year’s figure");

  await room.getByText("Take back", { exact: true }).click();
  await room.getByRole("form", { name: "Take the note back" }).getByLabel("Why").fill("It had been right.");
  await room.getByRole("button", { name: "Take the note back" }).click();
  await expect(room.getByRole("status").filter({ hasText: "Taken back: the note says so" })).toBeVisible();
  await expect(async () => {
    await reader.goto("/authorities/exampleshire");
    await expect(reader.getByRole("region", { name: "Corrections" })).toContainText(
      /Taken back on .*: It had been right\./,
      { timeout: 500 },
    );
  }).toPass(AT_ONCE);
  await reader.close();

  await room.goto("/admin/audit?verb=report.answer");
  await expect(room.getByRole("main")).toContainText("Answered a report");
  await expect(room.getByRole("main")).not.toContainText("ann@example.org");
});

test("one that says nothing is closed, and opened again", async ({ room, browser }) => {
  const number = await report(browser, "council=sampleton", "I do not like this page.");
  await room.goto(`/admin/reports/${number}`);
  const close = room.getByRole("form", { name: "Close without an answer" });
  await close.getByLabel("Why").fill("It names no error.");
  await close.getByRole("button", { name: "Close without an answer" }).click();
  await expect(room.getByRole("status").filter({ hasText: "Closed without an answer." })).toBeVisible();
  const reopen = room.getByRole("form", { name: "Open again" });
  await reopen.getByLabel("Why").fill("A second look does no harm.");
  await reopen.getByRole("button", { name: "Open again" }).click();
  await expect(room.getByRole("form", { name: "Answer", exact: true })).toBeVisible();
  await expect(room.getByRole("main")).toContainText("It names no error.");
});

test("of two who answer the second is told, and loses nothing that was typed", async ({ room, browser }) => {
  const number = await report(browser, "", "Something on the front page is wrong.");
  await room.goto(`/admin/reports/${number}`);
  const other = await room.context().newPage();
  await other.goto(`${SITE}/admin/reports/${number}`);
  for (const [page, words] of [
    [other, "The first answer."],
    [room, "The second answer."],
  ] as const) {
    const answer = page.getByRole("form", { name: "Answer", exact: true });
    await answer.getByRole("radio", { name: /^No/ }).check();
    await answer.getByLabel("The answer").fill(words);
    await answer.getByRole("button", { name: "Answer", exact: true }).click();
  }
  await expect(room.getByRole("alert").filter({ hasText: "answered already" })).toBeVisible();
  await expect(room.getByRole("main")).toContainText("You had typed: The second answer.");
  await expect(room.getByRole("main")).toContainText("The first answer.");
  await expect(room.getByRole("form", { name: "Publish a note" })).toHaveCount(0);
});

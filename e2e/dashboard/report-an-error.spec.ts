import type { Page } from "@playwright/test";
import { awaken, expect, sidewaysScroll, test } from "../fixtures";

/* From a network of their own, on a machine where others may be sending too: reports are counted by network. */
test.use({ extraHTTPHeaders: { "X-Forwarded-For": `10.0.0.${1 + Math.floor(Math.random() * 250)}` } });

const form = (page: Page) => page.getByRole("form", { name: "Report an error" });
const send = (page: Page) => form(page).getByRole("button", { name: "Send the report" }).click();

for (const colorScheme of ["light", "dark"] as const) {
  test(`from a figure's card to a report of it, mending what was typed wrongly, in ${colorScheme}`, async ({
    page,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/authorities/kent");
    const figure = page.locator("main button.figure").filter({ hasText: /^£/ }).first();
    const shown = (await figure.innerText()).trim();
    await figure.click();
    const card = page.getByRole("dialog", { name: `Where ${shown} comes from` });
    const value = await card.locator(".where-from__value").innerText();
    await card.getByRole("link", { name: "Report an error" }).click();
    await expect(page).toHaveURL(/\/report\?figure=[0-9a-f]{12};/);
    await expect(page.getByRole("region", { name: "As published" })).toContainText(value);
    await expect(page.getByRole("region", { name: "As published" })).toContainText(
      /Our (copy|register) read/,
    );
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report an error");
    await expectAccessible();

    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByLabel("What is wrong").fill("Too low");
    await page.getByLabel("What it should be (optional)").fill("£1 more");
    await page.getByLabel("Where that is published (optional)").fill("http://example.org/a.pdf");
    await page.getByLabel("E-mail address for an answer (optional)").fill("ann@nowhere");
    await send(page);
    const problems = page.getByRole("alert").filter({ hasText: "Nothing has been sent yet" });
    await expect(problems.getByRole("link")).toHaveCount(3);
    await expect(page.getByRole("region", { name: "As published" })).toContainText(value);
    await expect(page.getByLabel("What is wrong")).toHaveValue("Too low");
    await expect(page.getByLabel("What it should be (optional)")).toHaveValue("£1 more");
    const email = page.getByLabel("E-mail address for an answer (optional)");
    await expect(email).toHaveValue("ann@nowhere");
    await expect(email).toHaveAttribute("aria-invalid", "true");
    await expect(email).toHaveAccessibleDescription(/name@example\.org.*within 10 working days.*30 days/);
    await expectAccessible();
    expect(await sidewaysScroll(page)).toBe(0);
    await problems.getByRole("link", { name: /at least 10 characters/ }).click();
    await expect(page.getByLabel("What is wrong")).toBeFocused();

    await page.getByLabel("What is wrong").fill("The figure is of another year.\nSee the document.");
    await page.getByLabel("Where that is published (optional)").fill("https://example.org/a.pdf");
    await email.fill("ann@example.org");
    await send(page);
    await expect(page.getByRole("main")).toContainText(/We have your report\. Its number is \d+\./);
    await expect(page.getByRole("main")).toContainText("ann@example.org");
    expect(decodeURIComponent(page.url())).not.toContain("ann@");
    await expectAccessible();
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole("link", { name: "Back to it" }).click();
    await expect(page).toHaveURL(/\/authorities\/kent$/);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("report a flag, mending what was left out", async ({ page }) => {
    await page.goto("/flags/351-target-moved");
    await page.getByRole("link", { name: "Report an error in this flag" }).click();
    await expect(page).toHaveURL(/\/report\?flag=351-target-moved$/);
    await expect(page.getByRole("main")).toContainText("Bury: Target moved");
    await expect(page.getByRole("region", { name: "As it stands" })).toContainText(
      "moved balance in the year",
    );
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByLabel("What it should be (optional)").fill("2029 to 2030");
    await send(page);
    await expect(page.getByRole("alert")).toContainText("Say what is wrong");
    await expect(page.getByLabel("What it should be (optional)")).toHaveValue("2029 to 2030");
    await page.getByLabel("What is wrong").fill("The year was moved once more.");
    await send(page);
    await expect(page.getByRole("main")).toContainText("We have your report.");
    await expect(page.getByRole("main")).toContainText("You gave no address");
  });

  test("what is said of a council leads to a report of it", async ({ page }) => {
    await page.goto("/authorities/kent");
    await page
      .getByRole("region", { name: "Planned and published" })
      .getByRole("link", { name: "Report an error" })
      .click();
    await expect(page).toHaveURL(/\/report\?council=kent$/);
    await expect(page.getByRole("main")).toContainText("Kent: what is said of it");
  });
});

test("a figure of a long list is one link away from a report too", async ({ page }) => {
  await page.goto("/authorities");
  await awaken(page);
  await page
    .getByRole("link", { name: /where from\?$/ })
    .first()
    .click();
  const link = page.locator(".where-from:popover-open").getByRole("link", { name: "Report an error" });
  await expect(link).toHaveAttribute("href", /^\/report\?figure=[0-9a-f]{12}/);
  await link.click();
  await expect(page.getByRole("region", { name: "As published" })).toBeVisible();
});

test("an address that leads to nothing says so, and takes the report all the same", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/report?figure=000000000000;row=1");
  await expect(page.getByRole("main")).toContainText("names nothing that we hold");
  await expectAccessible();
  await page.getByLabel("What is wrong").fill("A figure of an old printout is wrong.");
  await send(page);
  await expect(page.getByRole("main")).toContainText("We have your report.");
});

test("the form is nobody else's page, and no page of another site can send it", async ({ request }) => {
  const answer = await request.get("/report?council=kent");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(answer.headers()["content-security-policy"]).toContain("form-action 'self'");
  expect(await answer.text()).toContain('content="noindex, nofollow"');
  const sent = await request.post("/report/send", {
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    form: { text: "Sent from elsewhere, by a trick." },
    maxRedirects: 0,
  });
  expect(sent.status()).toBe(403);
});

test("who runs the site, by when reports are seen to, and whose site it isn't", async ({ page }) => {
  await page.goto("/about");
  const wrong = page.getByRole("region", { name: "If something is wrong" });
  await expect(wrong).toContainText("within 10 working days");
  await expect(page.getByRole("main")).toContainText(
    "not affiliated with, or endorsed by, the Department for Education",
  );
  await wrong.getByRole("link", { name: "Report an error" }).click();
  await expect(page).toHaveURL(/\/report$/);
});

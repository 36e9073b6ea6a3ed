import type { Page } from "@playwright/test";
import { expect, sidewaysScroll, test } from "../fixtures";

/** A person nobody has heard of: limits count by address. */
const somebody = () => `reader-${crypto.randomUUID()}@example.org`;
const form = (page: Page) => page.getByRole("form", { name: "Subscribe by e-mail" });

test("come from a council's page, and be one address away from its alerts", async ({ page }) => {
  await page.goto("/authorities/kent");
  await page
    .getByRole("region", { name: "Hear of changes" })
    .getByRole("link", { name: "Get alerts about Kent" })
    .click();
  await expect(page).toHaveURL(/\/alerts\?council=kent$/);
  await expect(page.getByRole("checkbox", { name: "Kent" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Once a week" })).toBeChecked();
  const address = somebody();
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Subscribe" }).click();
  await expect(page).toHaveURL(/\/alerts\/check-your-mail\?/);
  await expect(page.getByRole("main")).toContainText(address);
  // Whoever reads a log or a history doesn't learn whose address it was.
  expect(decodeURIComponent(page.url())).not.toContain("reader-");
  await expect(page.getByRole("main")).toContainText("This copy of the site sends no mail.");
});

test("come from the flags with what is told of them filled in", async ({ page }) => {
  await page.goto("/flags?rule=target-moved&authority=bury");
  await page.getByRole("link", { name: "Be told when one is raised or cleared" }).click();
  await expect(page.getByRole("checkbox", { name: "Bury" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Target moved" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Payments" })).not.toBeChecked();
});

test("choose by keyboard alone, with a council found while one types", async ({ page, expectAccessible }) => {
  await page.goto("/alerts");
  const find = form(page).getByRole("combobox", { name: "Name or code of a council" });
  await find.pressSequentially("devo");
  await expect(page.getByRole("option", { name: /^Devon/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox", { name: "Devon" })).toBeChecked();
  await expect(page).toHaveURL(/\/alerts$/);
  await expectAccessible();
  await page.getByRole("radio", { name: "Once a week" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Once a day" })).toBeChecked();
  await page.getByLabel("Your e-mail address").focus();
  await page.keyboard.type(somebody());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
});

test("all councils need no list of them", async ({ page }) => {
  await page.goto("/alerts?council=kent");
  await page.getByRole("radio", { name: /^All \d+ councils$/ }).check();
  await expect(page.getByRole("checkbox", { name: "Kent" })).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`see what is wrong, at its field, with what was typed, in ${colorScheme}`, async ({
    page,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/alerts?frequency=daily&kind=at-risk");
    await page.getByRole("checkbox", { name: "Promise at risk" }).uncheck();
    await form(page).getByRole("combobox").fill("atlantis");
    await page.getByLabel("Your e-mail address").fill("reader@nowhere");
    await page.getByRole("button", { name: "Subscribe" }).click();
    const problems = page.getByRole("alert").filter({ hasText: "Nothing has been sent yet" });
    await expect(problems.getByRole("link")).toHaveCount(3);
    await expectAccessible();
    expect(await sidewaysScroll(page)).toBe(0);
    const email = page.getByLabel("Your e-mail address");
    await expect(email).toHaveValue("reader@nowhere");
    await expect(email).toHaveAttribute("aria-invalid", "true");
    await expect(email).toHaveAccessibleDescription(/name@example\.org/);
    await expect(form(page).getByRole("combobox")).toHaveValue("atlantis");
    await expect(page.getByRole("radio", { name: "Once a day" })).toBeChecked();
    await problems.getByRole("link", { name: /Enter an e-mail address/ }).click();
    await expect(email).toBeFocused();
  });
}

test("the answer to a link is the same for every address, and no page of alerts is kept", async ({
  page,
}) => {
  const known = somebody();
  const said = async (address: string) => {
    await page.goto("/alerts/manage");
    await page.getByLabel("Your e-mail address").fill(address);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes("/check-your-mail")),
      page.getByRole("button", { name: "Send me a link" }).click(),
    ]);
    await page.waitForLoadState();
    const { "cache-control": kept, "referrer-policy": told, "x-robots-tag": found } = answer.headers();
    const text = await page.getByRole("main").innerText();
    return { status: answer.status(), kept, told, found, text: text.replaceAll(address, "ADDRESS") };
  };
  await page.goto("/alerts?council=kent");
  await page.getByLabel("Your e-mail address").fill(known);
  await page.getByRole("button", { name: "Subscribe" }).click();
  const first = await said(known);
  expect(first).toEqual(await said(somebody()));
  expect(first).toMatchObject({ status: 200, told: "no-referrer", found: "noindex, nofollow" });
  expect(first.kept).toContain("no-store");
});

test("a link that opens nothing says so, and how to get one that does", async ({
  page,
  expectAccessible,
}) => {
  for (const path of ["/alerts/confirm/x", "/alerts/manage/x", "/alerts/unsubscribe/x"]) {
    const answer = await page.goto(path);
    expect(answer?.headers()["referrer-policy"], path).toBe("no-referrer");
    await expect(page.getByRole("link", { name: "Have a new link sent" }), path).toBeVisible();
    await expect(page.locator('meta[name="robots"]').first(), path).toHaveAttribute("content", /noindex/);
    expect(await page.content(), path).not.toContain('canonical" href="http://localhost/alerts/m');
  }
  await expectAccessible();
});

test("a page of another site can send none of the forms", async ({ request }) => {
  for (const path of ["subscribe", "confirm", "link", "choices", "webhooks", "delete", "unsubscribe"]) {
    const answer = await request.post(`/alerts/${path}`, {
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      form: { email: somebody() },
      maxRedirects: 0,
    });
    expect(answer.status(), path).toBe(403);
  }
});

test("a mailbox provider's one click reaches the page's own address", async ({ request }) => {
  const answer = await request.post("/alerts/unsubscribe/never-one", {
    form: { "List-Unsubscribe": "One-Click" },
    maxRedirects: 0,
  });
  expect([answer.status(), await answer.text()]).toEqual([200, "Unsubscribed.\n"]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("look for a council, tick the one that is meant, and subscribe", async ({ page }) => {
    await page.goto("/alerts?kind=grant-news");
    await page.getByLabel("Name or code of a council").fill("sussex");
    await page.getByRole("button", { name: "Add" }).click();
    await expect(page.getByRole("main")).toContainText("These answer to “sussex”");
    await page.getByRole("checkbox", { name: "West Sussex" }).check();
    await page.getByLabel("Name or code of a council").fill("Kent");
    await page.getByRole("button", { name: "Add" }).click();
    for (const name of ["Kent", "West Sussex", "Stability grant and reform plan"])
      await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "East Sussex" })).toHaveCount(0);
    expect(await sidewaysScroll(page)).toBe(0);
    const address = somebody();
    await page.getByLabel("Your e-mail address").fill(address);
    await page.getByRole("button", { name: "Subscribe" }).click();
    await expect(page.getByRole("main")).toContainText(address);
  });
});

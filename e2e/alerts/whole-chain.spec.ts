import type { Browser, Page } from "@playwright/test";
import type { Email } from "postal-mime";
import { openWebhookReceiver, type WebhookReceiver } from "../../src/testing/webhook-receiver";
import { ADMIN, signIn } from "../admin/fixtures";
import { expect, test } from "../fixtures";
import { type SiteMail, takeSiteMail } from "../site-mail";

/*
 * Mockham is an invented council whose agreements nobody has compared with their PDFs yet. What was published lies above
 * its profile: a missed promise that nobody is told of before a person has confirmed the terms.
 */

const SITE = `http://localhost:${process.env.E2E_PRACTICE_PORT}`;
const ARRIVES = { timeout: 60_000 };

test.use({ baseURL: SITE });
test.setTimeout(400_000);

let mail: SiteMail;
let receiver: WebhookReceiver;
let secret = "";

test.beforeAll(async () => {
  mail = await takeSiteMail();
  receiver = await openWebhookReceiver(() => secret);
});
test.afterAll(async () => {
  await Promise.all([mail.close(), receiver.close()]);
});

function linkIn({ text = "" }: Email, path: string): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((one) => new URL(one).pathname.startsWith(path));
  if (link === undefined) throw new Error(`The mail has no link to ${path}: ${text}`);
  return link;
}

function headerOf({ headers }: Email, name: string): string | undefined {
  return headers.find(({ key }) => key === name.toLowerCase())?.value;
}

/** Subscribes to Mockham's alerts, at once, and confirms from the mail. */
async function subscribe(page: Page, address: string): Promise<void> {
  await page.goto("/authorities/mockham");
  await page.getByRole("link", { name: "Get alerts about Mockham" }).click();
  await expect(page.getByRole("checkbox", { name: "Mockham" })).toBeChecked();
  await page.locator('input[name="frequency"][value="instant"]').check();
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Subscribe" }).click();
  await expect(page.getByRole("main")).toContainText(address);
  const confirm = await mail.about(address, /confirm/i);
  await page.goto(linkIn(confirm, "/alerts/confirm/"));
  await page.getByRole("button", { name: "Yes, begin" }).click();
  await expect(page).toHaveURL(/\/alerts\/manage\//);
}

async function addWebhook(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Address to be called" }).fill(`${receiver.url}/alerts`);
  await page.getByRole("radio", { name: "The same as my mail as it is now" }).check();
  await page.getByRole("button", { name: "Add the webhook" }).click();
  const shown = page.getByRole("status").filter({ hasText: "is called from now on" }).locator(".font-mono");
  secret = (await shown.innerText()).trim();
  // Neither the same address nor the one that was opened from the mail shows it again.
  await page.reload();
  await expect(page.getByRole("button", { name: `Remove ${receiver.url}/alerts` })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.goto(page.url().split("?", 1)[0] ?? "");
  await expect(page.getByRole("button", { name: `Remove ${receiver.url}/alerts` })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
}

/** An admin compares every line of both of Mockham's agreements with the documents, and says so. */
async function confirmTerms(browser: Browser, reason: string): Promise<void> {
  const context = await browser.newContext({ baseURL: SITE });
  await signIn(context, ADMIN, SITE);
  const page = await context.newPage();
  await page.goto("/admin/review");
  const waiting = page.getByRole("link", { name: /^Mockham: / });
  const addresses = await waiting.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses).toHaveLength(2);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "The document" })).toBeVisible();
    const confirm = page.getByRole("form", { name: "Confirm" });
    await confirm.getByLabel("Why").fill(reason);
    await confirm.getByRole("button").click();
    await expect(page.getByRole("alert").filter({ hasText: "Compare every line" })).toBeVisible();
    await expect(confirm.getByLabel("Why")).toHaveValue(reason);
    for (const box of await page.getByRole("checkbox", { name: /^Compared: / }).all()) await box.check();
    await confirm.getByRole("button").click();
    await expect(page.getByRole("main")).toContainText("every line is checked from now on");
  }
  await context.close();
}

test("subscribe, confirm from the mail, hear of what a person has confirmed, read it, and stop with one click", async ({
  page,
  browser,
  request,
}) => {
  const address = `reader-${crypto.randomUUID()}@example.org`;
  await subscribe(page, address);
  await addWebhook(page);

  await confirmTerms(browser, "Compared with the PDF, page by page.");
  const told = await mail.about(address, /Mockham/);
  expect(told.text).toContain("Promise missed");
  expect(told.text).toMatch(/£\d/);
  expect(told.text).toMatch(/You asked to\s+hear\s+at\s+once/);
  expect(headerOf(told, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  // One thing that happened, one message.
  expect((await mail.to(address)).filter(({ subject }) => /Mockham/.test(subject ?? ""))).toHaveLength(1);

  await expect.poll(() => receiver.calls.length, ARRIVES).toBe(1);
  expect(receiver.refused).toEqual([]);
  expect(receiver.calls[0]).toMatchObject({ path: "/alerts", body: expect.stringContaining("Mockham") });

  // As a mail program shows it.
  await page.setContent(told.html ?? "");
  await expect(page.locator("body")).toContainText("Mockham");
  await page.goto(linkIn(told, "/flags/"));
  await expect(page.getByRole("main")).toContainText("Missed");
  await expect(page.getByRole("main")).toContainText("Mockham");

  const oneClick = /<([^>]+)>/.exec(headerOf(told, "List-Unsubscribe") ?? "")?.[1] ?? "";
  const stopped = await request.post(oneClick, { form: { "List-Unsubscribe": "One-Click" } });
  expect(stopped.status()).toBe(200);
  await page.goto(linkIn(told, "/alerts/manage/"));
  await expect(page.getByRole("main")).not.toContainText(`We write to ${address}`);
});

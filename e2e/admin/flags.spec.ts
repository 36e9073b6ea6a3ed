import type { Page } from "@playwright/test";
import { sidewaysScroll } from "../fixtures";
import { createPerson, expect, signIn } from "./fixtures";
import { AT_ONCE, SITE, test } from "./practice";

/* On the site of invented councils, where taking something back misleads nobody. */

/** Of Draftshire, which no other test looks at; it rests on no threshold. */
const FLAG = "X06-target-moved";

test.describe.configure({ mode: "serial" });

/** What readers and their programs get to see, without the cookies of whoever decides. */
async function seen(reader: Page) {
  const text = async (path: string) => (await reader.request.get(path)).text();
  const council = JSON.parse(await text("/api/v1/authorities/X06")) as {
    data: { status: string; flags: { id: string; state: string; summary: string }[]; verdicts: unknown[] };
  };
  return {
    page: await text("/authorities/draftshire"),
    flags: await text("/flags?authority=draftshire"),
    feed: await text("/feeds/authorities/draftshire.atom"),
    table: await text("/api/v1/export/flags.csv"),
    api: council.data,
    open: council.data.flags.filter(({ state }) => state === "open").map(({ id }) => id),
  };
}

test("a flag is withdrawn with a public reason, gone from everywhere at once, and restored", async ({
  room,
  browser,
  expectAccessible,
}) => {
  const reader = await browser.newPage({ baseURL: SITE });
  const before = await seen(reader);
  expect(before.open).toContain(FLAG);
  const summary = before.api.flags.find(({ id }) => id === FLAG)?.summary.replaceAll("£", "&#163;") ?? "";
  expect(before.page).toContain(summary);

  await room.goto("/admin/flags");
  await room.getByRole("combobox", { name: "Council" }).selectOption({ label: "Draftshire" });
  await room.getByRole("button", { name: "List its flags" }).click();
  await expectAccessible();
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(room)).toBe(0);
  await room.locator(`main a[href="/admin/flags/${FLAG}"]`).first().click();
  await expect(room.getByRole("heading", { level: 1 })).toContainText("Draftshire");
  await expectAccessible();
  expect(await sidewaysScroll(room)).toBe(0);
  await room.setViewportSize({ width: 1280, height: 800 });
  const withdraw = room.getByRole("form", { name: "Withdraw it" });
  await withdraw.getByLabel("Why").fill("The table was read one row too low.");
  await withdraw.getByRole("button").click();
  await expect(room.getByRole("status").filter({ hasText: "Withdrawn, with your reason" })).toBeVisible();

  await expect(async () => {
    const now = await seen(reader);
    expect(now.open).not.toContain(FLAG);
    expect(now.page).not.toContain(summary);
    expect(now.page).toContain("The table was read one row too low.");
    expect(now.feed).toContain("The table was read one row too low.");
  }).toPass(AT_ONCE);
  await reader.goto(`/flags/${FLAG}`);
  await expect(reader.getByRole("main")).toContainText("Withdrawn: The table was read one row too low.");
  await expect(reader.getByRole("heading", { name: "How this was worked out" })).toHaveCount(0);

  await room.goto("/admin/flags");
  await room
    .getByRole("region", { name: "Taken back" })
    .getByRole("link", { name: /^Draftshire: / })
    .click();
  const restore = room.getByRole("form", { name: "Restore it" });
  await restore.getByLabel("Why").fill("It was read rightly after all.");
  await restore.getByRole("button").click();
  await expect(room.getByRole("status").filter({ hasText: "it is open again" })).toBeVisible();
  await expect(async () => expect((await seen(reader)).open).toEqual(before.open)).toPass(AT_ONCE);
  await reader.close();
});

test("all that is made of a council's figures is hidden at once, and shown again", async ({
  room,
  browser,
  expectAccessible,
}) => {
  const reader = await browser.newPage({ baseURL: SITE });
  const before = await seen(reader);
  expect(before.api.verdicts).not.toEqual([]);

  await room.goto("/admin/flags?council=X06");
  const hide = room.getByRole("form", { name: "Hide all of it" });
  await hide.getByLabel("Why").fill("The agreement is disputed.");
  await hide.getByRole("button").click();
  await expect(room.getByRole("status").filter({ hasText: "Hidden, with your reason" })).toBeVisible();
  await expectAccessible();

  await expect(async () => {
    const now = await seen(reader);
    expect(now.api).toMatchObject({ status: "unknown", verdicts: [], flags: [] });
    expect(now.page).toContain("The agreement is disputed.");
    expect(now.page).not.toContain(`/flags/${FLAG}`);
    expect(now.flags).not.toContain(`/flags/${FLAG}`);
    expect(now.table).not.toContain(FLAG);
  }).toPass(AT_ONCE);
  await reader.goto(`/flags/${FLAG}`);
  await expect(reader.getByRole("main")).toContainText("Hidden by us since");

  await room.goto("/admin/flags");
  await room.getByRole("link", { name: "Draftshire: all verdicts and flags" }).click();
  const show = room.getByRole("form", { name: "Show it again" });
  await show.getByLabel("Why").fill("Settled.");
  await show.getByRole("button").click();
  await expect(room.getByRole("status").filter({ hasText: "Shown again" })).toBeVisible();
  await expect(async () => {
    const now = await seen(reader);
    expect(now.api.status).toBe(before.api.status);
    expect(now.open).toEqual(before.open);
  }).toPass(AT_ONCE);
  await reader.close();
});

test("an editor puts a council's reply beside a flag and takes it down, and can't withdraw it", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: SITE });
  await signIn(context, await createPerson(context, "editor", SITE), SITE);
  const room = await context.newPage();
  await room.goto(`/admin/flags/${FLAG}`);
  await expect(room.getByRole("form", { name: "Withdraw it" })).toHaveCount(0);
  await expect(room.getByRole("main")).toContainText("An admin can withdraw it.");
  const forged = await context.request.post("/api/admin/flag", {
    form: { flag: FLAG, verb: "withdraw", reason: "I may not." },
    headers: { Origin: SITE },
    maxRedirects: 0,
  });
  expect(forged.status()).toBe(403);

  const reply = room.getByRole("form", { name: "Publish a reply" });
  await reply.getByLabel("The council’s words").fill("We dispute this.\nOur figures were revised.");
  await reply.getByLabel("Who speaks for the council").fill("Director of Finance");
  await reply.getByLabel("The day on which they said so").fill("2999-01-01");
  await reply.getByLabel("Why").fill("Sent from the council's own address.");
  await reply.getByRole("button").click();
  await expect(room.getByRole("alert").filter({ hasText: "2999" })).toBeVisible();
  await expect(reply.getByLabel("The council’s words")).toHaveValue(
    "We dispute this.\nOur figures were revised.",
  );
  await reply.getByLabel("The day on which they said so").fill("2026-01-31");
  await reply.getByRole("button").click();
  await expect(room.getByRole("status").filter({ hasText: "stands beside the flag" })).toBeVisible();

  const reader = await browser.newPage({ baseURL: SITE });
  await expect(async () => {
    await reader.goto(`/flags/${FLAG}`);
    await expect(reader.getByRole("main")).toContainText("Our figures were revised.", { timeout: 500 });
  }).toPass(AT_ONCE);
  const down = room.getByRole("form", { name: "Take the reply down" });
  await down.getByLabel("Why").fill("The council asked for it.");
  await down.getByRole("button").click();
  await expect(room.getByRole("status").filter({ hasText: "Taken down." })).toBeVisible();
  await expect(async () => {
    await reader.goto(`/flags/${FLAG}`);
    await expect(reader.getByRole("main")).not.toContainText("Our figures were revised.", { timeout: 500 });
  }).toPass(AT_ONCE);
  await context.close();
  await reader.close();
});

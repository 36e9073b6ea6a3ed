import type { Page } from "@playwright/test";
import { sidewaysScroll } from "../fixtures";
import { type SiteMail, takeSiteMail } from "../site-mail";
import { ADMIN, expect } from "./fixtures";
import { test as practice, SITE } from "./practice";

/* On the site of invented councils, whose mail server this test is. */

const ARRIVES = { timeout: 60_000 };

const test = practice.extend({
  room: async ({ room }, use) => {
    await room.goto("/admin/alerts");
    await use(room);
  },
});
test.describe.configure({ mode: "serial", timeout: 400_000 });

let mail: SiteMail;
/** Whose mailbox the server doesn't want to know for now. */
const refused = `refused-${crypto.randomUUID().slice(0, 8)}@example.org`;
let refuses = true;

test.beforeAll(async () => {
  test.setTimeout(400_000);
  mail = await takeSiteMail({
    onRcptTo: ({ address }, _, done) =>
      done(
        address === refused && refuses
          ? Object.assign(new Error(`5.7.1 <${refused}>: against our policy`), { responseCode: 550 })
          : null,
      ),
  });
});
test.afterAll(() => mail.close());

const said = (room: Page, words: string | RegExp) => room.getByRole("status").filter({ hasText: words });
const section = (room: Page, name: string | RegExp) => room.getByRole("region", { name });

/** Asks again until the page says it; what is sent in the background takes its time. */
async function becomes(room: Page, part: string | RegExp, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await room.goto("/admin/alerts");
    await expect(section(room, part)).toContainText(words, { timeout: 500 });
  }).toPass(ARRIVES);
}

test("a test message goes to whoever asks for it, and the page says where it went", async ({ room }) => {
  await room.getByRole("button", { name: "Send a test message to yourself" }).click();
  await expect(said(room, `A test message to ${ADMIN.email} is queued`)).toContainText("SMTP_URL");
  expect((await mail.about(ADMIN.email, /test/i)).text).toContain("test");
  await becomes(room, "Does mail arrive?", "The mail server took it");
});

test("a message that was given up says why without an address, and is tried again", async ({
  room,
  expectAccessible,
}) => {
  await room.goto("/alerts?council=sampleton");
  await room.getByLabel("Your e-mail address").fill(refused);
  await room.getByRole("button", { name: "Subscribe" }).click();
  await expect(room.getByRole("main")).toContainText(refused);
  await becomes(room, "What failed, and why", "against our policy");
  const failed = section(room, "What failed, and why");
  await expect(failed).toContainText("Confirmation of an address to r…@example.org");
  await expect(room.getByRole("main")).not.toContainText(refused);
  await expect(section(room, "Subscribers")).toContainText(/Asked, not yet confirmed\s*[1-9]/);
  await expectAccessible();

  refuses = false;
  await failed
    .getByRole("button", { name: /^Try again/ })
    .first()
    .click();
  await expect(said(room, "is tried again")).toBeVisible();
  await mail.about(refused, /confirm/i);
});

test("an address that gets nothing is put on the list and taken off it, masked all the while", async ({
  room,
}) => {
  const address = `nobody-${crypto.randomUUID().slice(0, 8)}@example.net`;
  const add = room.getByRole("form", { name: "Put an address on the list" });
  await add.getByLabel("E-mail address").fill(address);
  await add.getByLabel("Why").fill(`${address} telephoned.`);
  await add.getByRole("button").click();
  await expect(room.getByRole("alert").filter({ hasText: "Leave e-mail addresses out" })).toBeVisible();
  await expect(add.getByLabel("E-mail address")).toHaveValue(address);
  await add.getByLabel("Why").fill("They telephoned.");
  await add.getByRole("button").click();
  await expect(said(room, "nothing is sent there any more")).toBeVisible();

  const listed = section(room, "Addresses that get nothing").getByRole("listitem").filter({
    hasText: "n…@example.net",
  });
  await expect(listed).toContainText("Put on the list here: They telephoned.");
  await expect(room.getByRole("main")).not.toContainText(address);
  await listed.getByText("Take it off the list").click();
  await listed.getByLabel("Why").fill("They telephoned again.");
  await listed.getByRole("button").click();
  await expect(said(room, "Taken off the list")).toBeVisible();
  await expect(listed).toHaveCount(0);

  await room.goto("/admin/audit?verb=suppression.lift");
  await expect(room.getByRole("main")).toContainText("They telephoned again.");
  await expect(room.getByRole("main")).not.toContainText("example.net");
});

test("a batch of alerts says what it tells, and is held, released and cancelled", async ({
  room,
  context,
  expectAccessible,
}) => {
  const ask = async (procedure: string, json: object) => {
    const answer = await context.request.post(`${SITE}/api/trpc/admin.review.corrections.${procedure}`, {
      data: { json },
      headers: { Origin: SITE },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  const asked = encodeURIComponent(JSON.stringify({ json: { council: "X02" } }));
  const figures = await context.request.get(
    `${SITE}/api/trpc/admin.review.corrections.figures?input=${asked}`,
  );
  const [figure] = (await figures.json()).result.data.json as { figure: string }[];
  await ask("record", {
    ...{ figure: figure?.figure, corrected: "£11.1111 million", title: "Erratum", url: "" },
    ...{ correctedOn: "2026-01-31", reason: "Two digits changed places." },
  });
  await becomes(room, "Batches of alerts", /Sampleton: .*/);

  const batch = section(room, "Batches of alerts")
    .getByRole("listitem")
    .filter({ has: room.getByRole("heading", { level: 3 }) })
    .filter({ hasText: "Sampleton" })
    .first();
  await expect(batch).toContainText("Released.");
  await expect(batch).toContainText(/1 alert for/);
  const decide = async (verb: string, reason: string) => {
    const form = batch.getByRole("form");
    if (!(await form.isVisible())) await batch.getByText(/^Hold or cancel/).click();
    await form.getByLabel("Why").fill(reason);
    await form.getByRole("button", { name: new RegExp(`^${verb}`) }).click();
  };
  await decide("Hold", "Is the erratum real?");
  await expect(said(room, "Held: nothing more of it goes out")).toBeVisible();
  await expect(batch).toContainText("Is the erratum real?");
  await expectAccessible();
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(room)).toBe(0);
  await decide("Release", "It is.");
  await expect(said(room, "Released: its messages go out now")).toBeVisible();
  await decide("Cancel", "It was withdrawn.");
  await expect(said(room, "Cancelled: nothing more of it goes out")).toBeVisible();
  await expect(batch.getByRole("form")).toHaveCount(0);
});

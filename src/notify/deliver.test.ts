import { createHash, createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { webhookPayloadShape } from "@/shapes/alert-shapes";
import { alertRows } from "@/testing/alert-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inventedCorrespondents } from "@/testing/invented-correspondents";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { deliver } from "./deliver";

const BASE = "https://tracker.example.org";
const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

let testDatabase: TestDatabase;
let context: TestContext;
let rows: ReturnType<typeof alertRows>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  rows = alertRows(context.database, context);
});
beforeEach(() => Object.assign(context, inventedCorrespondents()));
afterEach(
  () => context.database.$executeRaw`
  TRUNCATE "Delivery", "Message", "Subscriber", "Alert", "AlertBatch", "Suppression" CASCADE`,
);
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

const stored = (id: bigint) => context.database.delivery.findUniqueOrThrow({ where: { id } });
const minutesUntil = (date: Date) => (date.getTime() - context.clock.now().getTime()) / 60_000;

/** As many times as said somebody claims it and dies; the last of them is still to be noticed. */
const diesHolding = (id: bigint, times: number) =>
  context.database.delivery.update({
    where: { id },
    data: {
      ...{ state: "sending", attempts: times, deaths: times - 1 },
      leasedUntil: new Date(context.clock.now().getTime() - 1),
    },
  });

/** One reader of one alert, with a message that is due. */
async function oneAlert(email?: string) {
  const batchId = await rows.batch();
  const alertId = await rows.alert(batchId);
  const subscriptionId = await rows.subscription({ subscriberId: await rows.subscriber(email) });
  const id = await rows.delivery({ subscriptionId, alertIds: [alertId], batchId });
  return { id, alertId, batchId, subscriptionId };
}

async function oneWebhook(url?: string) {
  const batchId = await rows.batch();
  const alertId = await rows.alert(batchId);
  const subscriptionId = await rows.webhook(await rows.subscriber(), url, "whsec_shown once");
  const id = await rows.delivery({ subscriptionId, channel: "webhook", alertIds: [alertId], batchId });
  return { id, alertId, batchId, subscriptionId };
}

describe("a mailbox that its server refuses", () => {
  const refusing = (reason: string, permanent: boolean) => {
    context.mailer.answer = () => ({ kind: "refused", permanent, reason });
  };

  it("for good gets nothing any more, and the list says why without the address", async () => {
    refusing("550 5.1.1 <Reader@example.net>: no such user", true);
    const { id, alertId, batchId, subscriptionId } = await oneAlert("reader@example.net");
    expect(await deliver(context, "mail")).toMatchObject({ dead: 1 });
    expect((await stored(id)).state).toBe("dead");
    expect(await context.database.suppression.findMany()).toMatchObject([
      {
        emailDigest: createHash("sha256").update("reader@example.net").digest("hex"),
        ...{ masked: "r…@example.net", reason: "bounce", since: context.clock.now() },
        note: "550 5.1.1 <R…@example.net>: no such user",
      },
    ]);
    context.mailer.answer = () => ({ kind: "accepted", response: "250" });
    const next = await rows.delivery({ subscriptionId, alertIds: [alertId], batchId });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect((await stored(next)).state).toBe("suppressed");
  });

  it("for good, twice at once, is on the list once", async () => {
    refusing("550 5.1.1 no such user", true);
    const { alertId, batchId, subscriptionId } = await oneAlert("reader@example.net");
    await rows.delivery({ subscriptionId, alertIds: [alertId], batchId });
    expect(await deliver(context, "mail")).toMatchObject({ dead: 2 });
    expect(await context.database.suppression.count()).toBe(1);
  });

  it.each([
    ["for now", "450 4.1.1 unverified", false],
    ["by a policy", "550 5.7.1 blocked", true],
    ["for its quota", "552 5.2.2 over quota", true],
    ["without saying why", "550 no", true],
  ])("%s isn't put on the list: %s", async (_, reason, permanent) => {
    refusing(reason, permanent);
    await oneAlert("reader@example.net");
    await deliver(context, "mail");
    expect(await context.database.suppression.count()).toBe(0);
  });
});

describe("what was withdrawn or hidden after it was queued", () => {
  afterEach(() => context.database.$executeRaw`TRUNCATE "Flag", "VerdictHiding" CASCADE`);

  /** Its alert is now of a flag of Exampleshire. */
  async function flagOf(alertId: string, state = "open"): Promise<void> {
    const id = `X01-${alertId}`;
    const said = { ruleVersion: "1", severity: "missed", checked: true, evidence: [], fingerprint: "f" };
    await context.database.authority.upsert({
      where: { dfeCode: "X01" },
      create: { dfeCode: "X01", slug: "exampleshire", firstSeenAt: context.clock.now() },
      update: {},
    });
    await context.database.flag.create({
      data: {
        ...{ ...said, id, dfeCode: "X01", rule: "deficit-above-profile", subject: alertId, state },
        ...{ summary: "More than planned.", raisedAt: context.clock.now() },
      },
    });
    await context.database.alertItem.create({ data: { alertId, flagId: id } });
  }
  const hide = () =>
    context.database.verdictHiding.create({
      data: { dfeCode: "X01", reason: "Disputed.", actor: "test", hiddenAt: context.clock.now() },
    });

  it.each([
    ["a flag that was withdrawn", async (alertId: string) => flagOf(alertId, "withdrawn")],
    [
      "a flag of a council whose verdicts were hidden",
      async (alertId: string) => {
        await flagOf(alertId);
        await hide();
      },
    ],
  ])("isn't sent: %s", async (_, happen) => {
    const { id, alertId } = await oneAlert();
    await happen(alertId);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect(await stored(id)).toMatchObject({
      ...{ state: "cancelled", lastError: "what it tells of has been taken back" },
    });
    expect(context.mailer.asked).toEqual([]);
  });

  it("isn't sent by webhook either", async () => {
    const { id, alertId } = await oneWebhook();
    await flagOf(alertId, "withdrawn");
    await deliver(context, "webhooks");
    expect((await stored(id)).state).toBe("cancelled");
    expect(context.webhooks.asked).toEqual([]);
  });

  it("is sent where the flag stands and its council isn't hidden", async () => {
    const { alertId } = await oneAlert();
    await flagOf(alertId);
    const { id } = await hide();
    await context.database.verdictHidingEnd.create({
      data: {
        ...{ hidingId: id, dfeCode: "X01", reason: "Settled.", actor: "test" },
        endedAt: context.clock.now(),
      },
    });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
  });

  it("is left out of a message that tells more, even if it stood in an earlier attempt", async () => {
    const { id, alertId, batchId } = await oneAlert();
    const other = await rows.alert(batchId, { title: "Exampleshire: figures out", path: "/changes" });
    await context.database.delivery.update({ where: { id }, data: { alertIds: [alertId, other] } });
    context.mailer.answer = () => ({ kind: "refused", permanent: false, reason: "451 later" });
    await deliver(context, "mail");
    expect(context.mailer.asked[0]?.text).toMatch(/deficit above the agreed profile/i);
    await flagOf(alertId);
    await hide();
    context.mailer.answer = () => ({ kind: "accepted", response: "250" });
    context.clock.forward(1);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
    expect(context.mailer.accepted[0]?.text).toContain("figures out");
    expect(context.mailer.accepted[0]?.text).not.toMatch(/deficit above the agreed profile/i);
    expect((await stored(id)).alertIds).toEqual([other]);
  });

  it("doesn't keep a correction of it from being sent", async () => {
    const { id, alertId } = await oneAlert();
    await context.database.delivery.update({ where: { id }, data: { purpose: "correction" } });
    await flagOf(alertId, "withdrawn");
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
  });
});

describe("a message by e-mail", () => {
  it("reaches its reader with links of their own, the chart and what a mailbox needs to offer one click to stop", async () => {
    context.pictures.draw("exampleshire", PICTURE);
    const { id } = await oneAlert("reader@example.net");
    expect(await deliver(context, "mail")).toEqual({ sent: 1, again: 0, dead: 0, returned: 0 });

    const [mail] = context.mailer.accepted;
    const token = context.secrets.tokenFor("delivery", String(id));
    const ending = `${token}.${context.secrets.tokenFor("end", "reader@example.net")}`;
    expect(mail).toMatchObject({ to: "reader@example.net", picture: PICTURE });
    expect(mail?.subject).toContain("Exampleshire");
    for (const words of [mail?.html, mail?.text]) {
      expect(words).toContain(`${BASE}/alerts/manage/${token}`);
      expect(words).toContain(`${BASE}/alerts/unsubscribe/${ending}`);
      expect(words).not.toContain("{{");
    }
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": `<${BASE}/alerts/unsubscribe/${ending}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": "Safety Valve Tracker alerts <alerts.tracker.example.org>",
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      Precedence: "list",
    });
    expect(await stored(id)).toMatchObject({
      ...{ state: "sent", attempts: 1, sentAt: context.clock.now(), leasedUntil: null, lastError: null },
      tokenHash: createHash("sha256").update(token).digest("hex"),
      messageId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("says in words what its chart shows, for those who don't see it", async () => {
    context.pictures.draw("exampleshire", PICTURE, "Owed after DfE money: £20 million in March 2024.");
    await oneAlert();
    await deliver(context, "mail");
    // An amount and its unit aren't parted.
    expect(context.mailer.accepted[0]?.html).toContain(
      'alt="Owed after DfE money: £20\u00a0million in March 2024."',
    );
  });

  it("isn't sent again, nor before its time", async () => {
    await oneAlert();
    await deliver(context, "mail");
    await oneAlert();
    await context.database.delivery.updateMany({
      where: { state: "queued" },
      data: { dueAt: new Date(context.clock.now().getTime() + 1) },
    });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect(context.mailer.accepted).toHaveLength(1);
  });

  it("is made once for all who get the same, and its chart drawn once", async () => {
    const batchId = await rows.batch();
    const alertId = await rows.alert(batchId);
    await rows.readers(450, [alertId], batchId);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 450 });
    expect(await context.database.message.count()).toBe(1);
    expect(context.pictures.asked).toEqual(["exampleshire"]);
    expect(new Set(context.mailer.accepted.map(({ to }) => to)).size).toBe(450);
    expect(new Set(context.mailer.accepted.map(({ messageId }) => messageId)).size).toBe(450);
    expect(new Set(context.mailer.accepted.map(({ text }) => text)).size).toBe(450);
    expect(await context.database.delivery.count({ where: { state: "sent" } })).toBe(450);
  });

  it("says the same at a later attempt, whatever has become of the chart meanwhile", async () => {
    context.mailer.answer = () => ({ kind: "refused", permanent: false, reason: "451 later" });
    const { id } = await oneAlert();
    await deliver(context, "mail");
    context.pictures.draw("exampleshire", PICTURE);
    context.mailer.answer = () => ({ kind: "accepted", response: "250" });
    context.clock.forward(1);
    await deliver(context, "mail");
    const [first, second] = context.mailer.asked;
    expect(second).toEqual(first);
    expect(await stored(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("of a digest tells all of its alerts", async () => {
    const batchId = await rows.batch();
    const alertIds = [
      await rows.alert(batchId),
      await rows.alert(batchId, { title: "Sampleton: figures out", path: "/authorities/sampleton" }),
    ];
    const subscriberId = await rows.subscriber();
    const subscriptionId = await rows.subscription({ subscriberId, frequency: "weekly" });
    await rows.delivery({ purpose: "digest", subscriptionId, alertIds });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
    expect(context.mailer.accepted[0]?.text).toContain("Exampleshire");
    expect(context.mailer.accepted[0]?.text).toContain("Sampleton");
  });

  it("goes to an address that isn't subscribed yet, with the link it's about and no other", async () => {
    const content = {
      signUpId: "sign-up-1",
      choices: { everyCouncil: true, dfeCodes: [], kinds: ["promise-missed"], frequency: "weekly" },
      names: [],
    };
    const id = await rows.delivery({ purpose: "confirm", address: "new@example.net", content });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect(await deliver(context, "personal")).toMatchObject({ sent: 1 });
    const [mail] = context.mailer.accepted;
    const token = context.secrets.tokenFor("sign-up", "sign-up-1");
    expect(mail?.to).toBe("new@example.net");
    expect(mail?.text).toContain(`/alerts/confirm/${token}`);
    expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
    // Who reads the table can't confirm with it.
    const row = await stored(id);
    expect(row).toMatchObject({ state: "sent", messageId: null, tokenHash: null });
    expect(JSON.stringify({ ...row, id: null })).not.toContain(token);
  });
});

describe("a message that may not go out any more", () => {
  it.each<
    [what: string, change: (sent: Awaited<ReturnType<typeof oneAlert>>) => Promise<unknown>, state: string]
  >([
    [
      "whose batch was cancelled",
      ({ batchId }) =>
        context.database.alertBatch.update({ where: { id: batchId }, data: { state: "cancelled" } }),
      "cancelled",
    ],
    [
      "whose batch waits",
      ({ batchId }) =>
        context.database.alertBatch.update({ where: { id: batchId }, data: { state: "held" } }),
      "held",
    ],
    [
      "whose subscription was switched off",
      ({ subscriptionId: id }) =>
        context.database.subscription.update({ where: { id }, data: { disabledAt: new Date() } }),
      "cancelled",
    ],
    ["whose address gets nothing", () => rows.suppress("reader@example.net"), "suppressed"],
  ])("%s isn't sent, and says why", async (_, change, state) => {
    const sent = await oneAlert("reader@example.net");
    await change(sent);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect(context.mailer.asked).toEqual([]);
    const row = await stored(sent.id);
    expect(row).toMatchObject({ state, attempts: 0, leasedUntil: null });
    expect(row.lastError).toMatch(/^its /);
  });

  it("doesn't keep others from going out", async () => {
    for (let index = 0; index < 30; index += 1) {
      const { batchId } = await oneAlert();
      if (index < 25) {
        await context.database.alertBatch.update({ where: { id: batchId }, data: { state: "cancelled" } });
      }
    }
    expect(await deliver(context, "mail")).toMatchObject({ sent: 5 });
  });

  it("is gone with its reader", async () => {
    const { subscriptionId } = await oneAlert();
    await context.database.subscription.delete({ where: { id: subscriptionId } });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect(await context.database.delivery.count()).toBe(0);
  });

  it("is suppressed whatever it's about", async () => {
    await rows.suppress("new@example.net");
    const id = await rows.delivery({ purpose: "confirm", address: "New@example.net", content: {} });
    await deliver(context, "personal");
    expect(await stored(id)).toMatchObject({ state: "suppressed" });
  });
});

describe("a message that isn't taken", () => {
  it("for now is tried again later, each time later still, and given up after a day", async () => {
    context.mailer.answer = () => ({ kind: "refused", permanent: false, reason: "451 greylisted" });
    const { id } = await oneAlert();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      expect(await deliver(context, "mail")).toMatchObject({ again: 1 });
      const row = await stored(id);
      expect(row).toMatchObject({ state: "queued", attempts: attempt, lastError: "451 greylisted" });
      pauses.push(minutesUntil(row.dueAt));
      expect(await deliver(context, "mail")).toMatchObject({ again: 0 });
      context.clock.forward(10);
    }
    for (const [index, pause] of pauses.entries()) {
      const expected = Math.min(2 ** index, 480);
      expect(pause).toBeGreaterThanOrEqual(expected * 0.75);
      expect(pause).toBeLessThanOrEqual(expected * 1.25);
    }
    expect(await deliver(context, "mail")).toMatchObject({ dead: 1 });
    expect(await stored(id)).toMatchObject({ state: "dead", attempts: 12 });
    context.clock.forward(1000);
    expect(await deliver(context, "mail")).toEqual({ sent: 0, again: 0, dead: 0, returned: 0 });
  });

  it("for good isn't tried again", async () => {
    context.mailer.answer = () => ({ kind: "refused", permanent: true, reason: "550 no such user" });
    const { id } = await oneAlert();
    expect(await deliver(context, "mail")).toMatchObject({ dead: 1 });
    expect(await stored(id)).toMatchObject({ state: "dead", attempts: 1, lastError: "550 no such user" });
  });

  it("because the server takes nothing now rests with all the others, which lose no attempt by it", async () => {
    const batchId = await rows.batch();
    await rows.readers(300, [await rows.alert(batchId)], batchId);
    context.mailer.answer = () => ({ kind: "refused", permanent: false, reason: "connect ECONNREFUSED" });
    const delivered = await deliver(context, "mail");
    expect(delivered.again).toBeGreaterThanOrEqual(20);
    expect(delivered.again).toBeLessThan(40);
    const untried = await context.database.delivery.count({ where: { state: "queued", attempts: 0 } });
    expect(untried).toBe(300 - delivered.again);

    context.mailer.answer = () => ({ kind: "accepted", response: "250" });
    context.clock.forward(1);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 300 });
  });

  it("because it can't be made is tried again, and nobody else's waits for it", async () => {
    const { id } = await oneAlert();
    await context.database.delivery.update({ where: { id }, data: { alertIds: ["gone"] } });
    await oneAlert();
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1, again: 1 });
    expect((await stored(id)).lastError).toMatch(/can't be made/);
  });
});

describe("several who send", () => {
  it("share the work and send nothing twice", async () => {
    const batchId = await rows.batch();
    await rows.readers(450, [await rows.alert(batchId)], batchId);
    const second = Object.assign(await createTestContext(testDatabase.url), { clock: context.clock });
    // Neither goes on before the other has something to send.
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    for (const { mailer } of [context, second]) {
      mailer.answer = async () => {
        if (context.mailer.asked.length > 0 && second.mailer.asked.length > 0) open();
        await gate;
        return { kind: "accepted", response: "250" };
      };
    }
    await Promise.all([deliver(context, "mail"), deliver(second, "mail")]);
    const all = [...context.mailer.accepted, ...second.mailer.accepted].map(({ messageId }) => messageId);
    expect(all).toHaveLength(450);
    expect(new Set(all).size).toBe(450);
    await second.close();
  });

  it("leave alone what another holds, until its lease has passed: then it has died", async () => {
    const { id } = await oneAlert();
    const leasedUntil = new Date(context.clock.now().getTime() + 5 * 60_000);
    await context.database.delivery.update({
      where: { id },
      data: { state: "sending", attempts: 1, leasedUntil },
    });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    context.clock.forward(5 / 60);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 }); // to the very end
    context.clock.forward(0.001);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
    expect(await stored(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("give up what has killed its sender every time", async () => {
    const { id } = await oneAlert();
    await diesHolding(id, 100);
    await deliver(context, "mail");
    expect(context.mailer.asked).toEqual([]);
    expect(await stored(id)).toMatchObject({ state: "dead", deaths: 100 });
  });

  it("send what was claimed by many that died, and refused by nobody", async () => {
    const { id } = await oneAlert();
    await diesHolding(id, 99);
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
    expect(await stored(id)).toMatchObject({ state: "sent", attempts: 100, deaths: 99 });
  });

  it("count refusals apart from deaths", async () => {
    const { id } = await oneAlert();
    await diesHolding(id, 20);
    context.mailer.answer = () => ({ kind: "refused", permanent: false, reason: "451 greylisted" });
    await deliver(context, "mail");
    const row = await stored(id);
    expect(row).toMatchObject({ state: "queued", attempts: 21, deaths: 20 });
    // The first refusal: a minute, by up to a quarter more.
    expect(row.dueAt.getTime() - context.clock.now().getTime()).toBeLessThanOrEqual(75_000);
  });

  it("record what was sent even after somebody else took it over, and nothing else", async () => {
    const { id } = await oneAlert();
    const takenOver = async (kind: "accepted" | "refused") => {
      await context.database.delivery.update({ where: { id }, data: { attempts: { increment: 1 } } });
      return kind === "accepted"
        ? ({ kind, response: "250" } as const)
        : ({ kind, permanent: true, reason: "550" } as const);
    };
    context.mailer.answer = () => takenOver("refused");
    await deliver(context, "mail");
    expect(await stored(id)).toMatchObject({ state: "sending", attempts: 2, lastError: null });
    await context.database.delivery.update({ where: { id }, data: { state: "queued", leasedUntil: null } });
    context.mailer.answer = () => takenOver("accepted");
    await deliver(context, "mail");
    expect(await stored(id)).toMatchObject({ state: "sent" });
  });
});

describe("a process that is asked to stop", () => {
  it("finishes what is under way and hands back the rest, untried", async () => {
    const batchId = await rows.batch();
    await rows.readers(300, [await rows.alert(batchId)], batchId);
    const stop = new AbortController();
    context.mailer.answer = async () => {
      stop.abort();
      await new Promise((resolve) => setImmediate(resolve));
      return { kind: "accepted", response: "250" };
    };
    const { sent, returned } = await deliver(context, "mail", { signal: stop.signal });
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThanOrEqual(16);
    expect(returned).toBeGreaterThan(0);
    const states = await context.database.delivery.groupBy({ by: ["state", "attempts"], _count: true });
    expect(states).toHaveLength(2);
    expect(states).toEqual(
      expect.arrayContaining([
        { state: "sent", attempts: 1, _count: sent },
        { state: "queued", attempts: 0, _count: 300 - sent },
      ]),
    );
  });
});

describe("a message to a webhook", () => {
  it("is signed, and says what it's about in the documented form", async () => {
    const { id, alertId } = await oneWebhook("https://hook.example.net/a?b=c");
    expect(await deliver(context, "webhooks")).toMatchObject({ sent: 1 });
    const [call] = context.webhooks.accepted;
    expect(call?.url).toBe("https://hook.example.net/a?b=c");
    const payload = webhookPayloadShape.parse(JSON.parse(call?.body ?? ""));
    expect(payload).toMatchObject({ test: false, sentAt: context.clock.now().toISOString() });
    expect(payload.alerts).toMatchObject([
      { id: alertId, kind: "promise-missed", address: `${BASE}/flags/x01-promise-missed` },
    ]);
    expect(payload.alerts[0]).not.toHaveProperty("matter");
    expect(call?.headers["Idempotency-Key"]).toBe(payload.id);
    const [, seconds, hex] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(call?.headers["Safety-Valve-Signature"] ?? "") ?? [];
    expect(Number(seconds)).toBe(Math.floor(context.clock.now().getTime() / 1000));
    const expected = createHmac("sha256", "whsec_shown once")
      .update(`${seconds}.${call?.body}`)
      .digest("hex");
    expect(hex).toBe(expected);
    expect(await stored(id)).toMatchObject({ state: "sent", tokenHash: null });
  });

  it("is the same at every attempt, but for the time of the signature", async () => {
    await oneWebhook();
    context.webhooks.answer = () => ({ kind: "refused", permanent: false, reason: "it answered 503" });
    await deliver(context, "webhooks");
    context.clock.forward(1);
    await deliver(context, "webhooks");
    const [first, second] = context.webhooks.asked;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["Idempotency-Key"]).toBe(first?.headers["Idempotency-Key"]);
    expect(second?.headers["Safety-Valve-Signature"]).not.toBe(first?.headers["Safety-Valve-Signature"]);
  });

  it("that its owner asked for as a test says that it is one", async () => {
    const subscriptionId = await rows.webhook(await rows.subscriber());
    await rows.delivery({ purpose: "test", channel: "webhook", subscriptionId });
    expect(await deliver(context, "webhooks")).toMatchObject({ sent: 1 });
    const payload = webhookPayloadShape.parse(JSON.parse(context.webhooks.accepted[0]?.body ?? ""));
    expect(payload.test).toBe(true);
    expect(payload.alerts[0]?.title).toContain("test");
    expect(await context.database.message.count()).toBe(0);
  });

  it("waits with the others for it when the first isn't taken", async () => {
    const { subscriptionId, alertId } = await oneWebhook();
    for (let more = 0; more < 30; more += 1) {
      await rows.delivery({ subscriptionId, channel: "webhook", alertIds: [alertId] });
    }
    const other = await oneWebhook("https://other.example.net/");
    context.webhooks.answer = ({ url }) =>
      url.includes("other")
        ? { kind: "accepted", status: 200 }
        : { kind: "refused", permanent: false, reason: "no answer within 10 s" };
    const delivered = await deliver(context, "webhooks");
    expect(delivered).toMatchObject({ sent: 1 });
    expect(await stored(other.id)).toMatchObject({ state: "sent" });
    expect(delivered.again).toBeLessThanOrEqual(8);
    const untried = await context.database.delivery.findMany({ where: { state: "queued", attempts: 0 } });
    expect(untried).toHaveLength(31 - delivered.again);
    for (const { dueAt } of untried) expect(minutesUntil(dueAt)).toBeGreaterThan(0.5);
  });

  it("given up five times in a row ends them: it's switched off, what was left is cancelled, its owner told", async () => {
    const { subscriptionId, alertId } = await oneWebhook("https://hook.example.net/gone");
    context.webhooks.answer = () => ({ kind: "refused", permanent: true, reason: "it answered 410" });
    for (let failures = 1; failures <= 5; failures += 1) {
      expect(await context.database.delivery.count({ where: { purpose: "webhook-disabled" } })).toBe(0);
      if (failures > 1) await rows.delivery({ subscriptionId, channel: "webhook", alertIds: [alertId] });
      expect(await deliver(context, "webhooks")).toMatchObject({ dead: 1 });
      const webhook = await context.database.subscription.findUniqueOrThrow({
        where: { id: subscriptionId },
      });
      expect(webhook.failuresInRow).toBe(failures);
    }
    expect(await context.database.subscription.findUnique({ where: { id: subscriptionId } })).toMatchObject({
      disabledAt: context.clock.now(),
      disabledBecause: "it answered 410",
    });
    const late = await rows.delivery({ subscriptionId, channel: "webhook", alertIds: [alertId] });
    expect(await deliver(context, "webhooks")).toMatchObject({ dead: 0 });
    expect(await stored(late)).toMatchObject({ state: "cancelled" });

    expect(await deliver(context, "personal")).toMatchObject({ sent: 1 });
    const [mail] = context.mailer.accepted;
    expect(mail?.text).toContain("https://hook.example.net/gone");
    expect(mail?.text).toContain(`${BASE}/alerts/manage/`);
  });

  it("taken in between starts the count afresh", async () => {
    const { subscriptionId, alertId } = await oneWebhook();
    await context.database.subscription.update({ where: { id: subscriptionId }, data: { failuresInRow: 4 } });
    await deliver(context, "webhooks");
    context.webhooks.answer = () => ({ kind: "refused", permanent: true, reason: "it answered 410" });
    await rows.delivery({ subscriptionId, channel: "webhook", alertIds: [alertId] });
    await deliver(context, "webhooks");
    expect(await context.database.subscription.findUnique({ where: { id: subscriptionId } })).toMatchObject({
      failuresInRow: 1,
      disabledAt: null,
    });
  });

  it("whose secret was sealed by another installation isn't sent unsigned", async () => {
    const { id, subscriptionId } = await oneWebhook();
    await context.database.subscription.update({
      where: { id: subscriptionId },
      data: { sealedSecret: "AAAA" },
    });
    expect(await deliver(context, "webhooks")).toMatchObject({ dead: 1 });
    expect(context.webhooks.asked).toEqual([]);
    expect((await stored(id)).lastError).toContain("set up anew");
  });
});

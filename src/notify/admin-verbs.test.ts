import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  latestTestMail,
  listSuppressions,
  messageRecord,
  RECORD_DAYS,
  recordBegins,
} from "@/present/message-record";
import { subscriberCounts } from "@/present/subscriber-counts";
import { alertRows } from "@/testing/alert-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inventedCorrespondents } from "@/testing/invented-correspondents";
import { createTestContext, FrozenClock, type TestContext } from "@/testing/test-context";
import { deliver } from "./deliver";
import { NotifyProblem } from "./notify-problem";
import { sendTestMail } from "./send-test-mail";
import { liftSuppression, suppressAddress } from "./suppress-address";
import { tryAgain, tryAllAgain } from "./try-again";

const ANN = "ann@example.org";
const GONE = `550 5.7.1 <${ANN}>: not here`;

let testDatabase: TestDatabase;
let context: TestContext;
let rows: ReturnType<typeof alertRows>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
});
beforeEach(async () => {
  context = { ...context, ...inventedCorrespondents(), clock: new FrozenClock() };
  rows = alertRows(context.database, context);
  await context.database.$executeRaw`
    TRUNCATE "Delivery", "Message", "Subscriber", "SignUp", "Alert", "AlertBatch", "Suppression" CASCADE`;
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

/** One reader of one alert, with a message that is due. */
async function oneAlert(email = ANN): Promise<bigint> {
  const batchId = await rows.batch();
  const alertIds = [await rows.alert(batchId)];
  const subscriptionId = await rows.subscription({ subscriberId: await rows.subscriber(email) });
  return rows.delivery({ subscriptionId, alertIds, batchId });
}

async function givenUp(email = ANN): Promise<bigint> {
  const id = await oneAlert(email);
  const dead = { state: "dead", attempts: 12, deaths: 2, lastError: GONE };
  await context.database.delivery.update({ where: { id }, data: dead });
  return id;
}

const stateOf = async (id: bigint) =>
  (await context.database.delivery.findUniqueOrThrow({ where: { id } })).state;
const newestEntry = () => context.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });

describe("a message that was given up", () => {
  it("is tried again with all its attempts, and goes out", async () => {
    const id = await givenUp();
    await tryAgain(context, id);
    expect(await context.database.delivery.findUnique({ where: { id } })).toMatchObject({
      ...{ state: "queued", attempts: 0, deaths: 0, dueAt: context.clock.now() },
    });
    expect(await newestEntry()).toMatchObject({
      ...{ actor: "test", verb: "message.try-again", subjectKind: "message", subjectId: String(id) },
    });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
  });

  it("is tried again once: whoever comes second is told", async () => {
    const id = await givenUp();
    await tryAgain(context, id);
    await expect(tryAgain(context, id)).rejects.toThrow(`Message ${id} isn’t given up any more.`);
    await expect(tryAgain(context, 999_999n)).rejects.toThrow("There is no message 999999 any more.");
  });

  it("is tried again with all others of the last days, and no older one", async () => {
    const old = await givenUp("old@example.org");
    context.clock.forward(RECORD_DAYS * 24 + 1);
    const ids = [await givenUp(), await givenUp("ben@example.org")];
    const sent = await oneAlert("cat@example.org");
    await context.database.delivery.update({ where: { id: sent }, data: { state: "sent" } });
    const since = recordBegins(context.clock.now());
    expect(await tryAllAgain(context, since)).toBe(2);
    expect(await Promise.all([...ids, old, sent].map(stateOf))).toEqual(["queued", "queued", "dead", "sent"]);
    expect(await newestEntry()).toMatchObject({ verb: "message.try-all-again", after: { queued: 2 } });
    await expect(tryAllAgain(context, since)).rejects.toThrow(NotifyProblem);
  });

  it("that is shown tells whom it was for and why it failed without an address", async () => {
    const id = await givenUp();
    await givenUp("ben@example.org");
    const waiting = await oneAlert("cat@example.org");
    await context.database.delivery.update({
      where: { id: waiting },
      data: { lastError: GONE.replace(ANN, "another@example.org") },
    });
    const record = await messageRecord(context);
    expect(JSON.stringify(record)).not.toMatch(/ann@|ben@|cat@|another@/);
    expect(record.dead[1]).toMatchObject({
      ...{ id: String(id), to: "a…@example.org", attempts: 12 },
      because: "550 5.7.1 <a…@example.org>: not here",
    });
    // What servers answer to two addresses is one reason.
    expect(record.failures).toEqual([
      { because: "550 5.7.1 <a…@example.org>: not here", triedAgain: 1, dead: 2 },
    ]);
    expect(record.byDay).toEqual([{ day: "2026-11-23", sent: 0, waiting: 1, held: 0, dead: 2, notSent: 0 }]);
  });
});

describe("the list of addresses that get nothing", () => {
  it("keeps a message from going out until the address is taken off it", async () => {
    const suppressionId = await suppressAddress(context, { email: " Ann@Example.org ", reason: "Asked us." });
    const [first, second] = [await oneAlert(), await rows.subscriber("ben@example.org")];
    expect(second).not.toBe("");
    expect(await deliver(context, "mail")).toMatchObject({ sent: 0 });
    expect(await stateOf(first)).toBe("suppressed");
    await liftSuppression(context, { suppressionId, reason: "Asked us again." });
    const { subscriptionId } = await context.database.delivery.findUniqueOrThrow({ where: { id: first } });
    await rows.delivery({ subscriptionId, alertIds: [await rows.alert(await rows.batch())] });
    expect(await deliver(context, "mail")).toMatchObject({ sent: 1 });
    // What wasn't sent meanwhile isn't.
    expect(await stateOf(first)).toBe("suppressed");
  });

  it("holds no address, and neither does the record", async () => {
    const id = await suppressAddress(context, { email: ANN, reason: "Asked us." });
    expect(await listSuppressions(context)).toEqual([
      { id, masked: "a…@example.org", reason: "admin", note: "Asked us.", since: context.clock.now() },
    ]);
    await liftSuppression(context, { suppressionId: id, reason: "Asked us again." });
    expect(await listSuppressions(context)).toEqual([]);
    const entries = await context.database.auditEntry.findMany({ where: { subjectKind: "suppression" } });
    expect(entries.filter(({ subjectId }) => subjectId === String(id))).toMatchObject([
      { verb: "suppression.add", reason: "Asked us.", actor: "test" },
      { verb: "suppression.lift", reason: "Asked us again.", actor: "test" },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/ann|[0-9a-f]{64}/i);
  });

  it.each([
    ["no address", { email: "ann at example", reason: "Asked us." }, /isn’t an e-mail address/],
    ["no reason", { email: ANN, reason: " " }, /Say why/],
    ["an address in the reason", { email: ANN, reason: `${ANN} wrote` }, /Leave e-mail addresses out/],
    ["an address that is on it", { email: "Ben@example.org", reason: "Again" }, /on the list already/],
  ])("refuses %s, and nothing is changed", async (_, request, words) => {
    await suppressAddress(context, { email: "ben@example.org", reason: "Asked us." });
    await expect(suppressAddress(context, request)).rejects.toThrow(words);
    expect(await context.database.suppression.count()).toBe(1);
  });

  it("loses an address once", async () => {
    const lift = { suppressionId: 999_999, reason: "Asked us." };
    await expect(liftSuppression(context, lift)).rejects.toThrow("isn’t on the list any more");
  });
});

describe("a test message", () => {
  it("goes to whoever asks, through the mailer, and says so", async () => {
    await sendTestMail(context, "admin@example.org");
    expect(await latestTestMail(context, "admin@example.org")).toMatchObject({ state: "queued" });
    expect(await deliver(context, "personal")).toMatchObject({ sent: 1 });
    expect(context.mailer.accepted.map(({ to }) => to)).toEqual(["admin@example.org"]);
    expect(await latestTestMail(context, "admin@example.org")).toMatchObject({
      ...{ state: "sent", to: "a…@example.org", sentAt: context.clock.now() },
    });
    expect(await latestTestMail(context, "another@example.org")).toBeNull();
    expect(await newestEntry()).toMatchObject({ verb: "message.test", subjectKind: "message" });
    expect(JSON.stringify(await newestEntry())).not.toContain("example.org");
  });
});

describe("subscribers", () => {
  it("are counted by what they asked for", async () => {
    const ann = await rows.subscriber(ANN);
    await rows.subscription({ subscriberId: ann, frequency: "weekly" });
    await rows.webhook(ann);
    await rows.subscription({ subscriberId: await rows.subscriber(), frequency: "daily" });
    const off = await rows.webhook(await rows.subscriber());
    await context.database.subscription.update({
      where: { id: off },
      data: { disabledAt: context.clock.now() },
    });
    const signUp = (id: string, hours: number) => ({
      ...{ id, email: `${id}@example.org`, everyCouncil: true, dfeCodes: [], kinds: [], frequency: "daily" },
      ...{ tokenHash: id.padEnd(64, "0"), requestedAt: context.clock.now() },
      expiresAt: new Date(context.clock.now().getTime() + hours * 3_600_000),
    });
    await context.database.signUp.createMany({ data: [signUp("a", 1), signUp("b", 0)] });
    expect(await subscriberCounts(context)).toEqual({
      ...{ confirmed: 3, waiting: 1 },
      mail: { instant: 0, daily: 1, weekly: 1 },
      webhooks: { on: 1, off: 1 },
    });
  });
});

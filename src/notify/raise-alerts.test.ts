import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RuleName } from "@/domain/flags/flag";
import { alertContentShape } from "@/shapes/alert-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, type StoredEdition } from "@/testing/factories";
import { storeSubscriber } from "@/testing/subscribers";
import { createTestContext, FrozenClock, type TestContext } from "@/testing/test-context";
import { decideBatch } from "./decide-batch";
import { gatherDigests } from "./gather-digests";
import { NotifyProblem } from "./notify-problem";
import { raiseAlerts } from "./raise-alerts";

/* Exampleshire (X01) and Oldshire (X02) have flags and changes; subscribers follow one, both or all. */
const COUNCILS = [
  ["X01", "Exampleshire"],
  ["X02", "Oldshire"],
  ...Array.from({ length: 41 }, (_, number): [string, string] => [
    `Y${String(number).padStart(2, "0")}`,
    `Shire ${number}`,
  ]),
] as const;

let database: TestDatabase;
let context: TestContext;
let papers: StoredEdition;
let made: number;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  const store = fillStore(context.database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  papers = await store.edition({ publication: "section-251-outturn", key: "2024-25" });
  for (const [dfeCode, name] of COUNCILS) {
    await store.council(list, { dfeCode, name, gssCode: `X99000${dfeCode}` });
  }
});
beforeEach(async () => {
  context = { ...context, clock: new FrozenClock() };
  made = 0;
  await context.database.$executeRaw`
    TRUNCATE "Subscriber", "Alert", "AlertBatch", "DeferredAlert", "Flag", "Change", "Finding",
      "VerdictHiding" CASCADE`;
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

interface FlagWish {
  readonly dfeCode?: string;
  readonly rule?: RuleName;
  readonly severity?: string;
  readonly kind?: string;
  readonly checked?: boolean;
  readonly news?: boolean;
}

/** What an assessment leaves behind when a flag changes. */
async function flagChange(wish: FlagWish = {}): Promise<void> {
  const { dfeCode = "X01", rule = "deficit-above-profile", kind = "raised", news = true } = wish;
  const { severity = "missed", checked = true } = wish;
  const id = `${dfeCode}-${rule}`;
  const said = {
    ...{ ruleVersion: "1", severity, financialYear: "2024-25", checked, evidence: [] },
    summary: "Planned £20 million, published £35.5 million.",
  };
  const open = kind !== "cleared" && kind !== "withdrawn";
  const state = open ? "open" : kind === "cleared" ? "cleared" : "withdrawn";
  const at = context.clock.now();
  await context.database.flag.upsert({
    where: { id },
    create: { ...said, ...{ id, dfeCode, rule, subject: "", state, fingerprint: "f", raisedAt: at } },
    update: { ...said, state, ...(kind === "withdrawn" ? { withdrawnReason: "We misread a table." } : {}) },
  });
  await context.database.flagChange.create({ data: { ...said, flagId: id, kind, at, news } });
}

async function change(dfeCode: string | null = "X01", of: object = {}): Promise<void> {
  made += 1;
  await context.database.change.create({
    data: {
      ...{ identity: `change ${made}`, kind: "outturn-published", publicationId: "section-251-outturn" },
      ...{ dfeCode, financialYear: "2024-25", subject: "net dsg outturn", origin: "live" },
      after: { kind: "money", pence: 3_550_000_000 },
      ...{ afterSnapshotSha256: papers.snapshotSha256, afterUrl: "https://example.org/release" },
      ...{ detectedAt: context.clock.now(), runId: "run-of-the-test" },
      ...of,
    },
  });
}

const deliveries = () =>
  context.database.delivery.findMany({ orderBy: { id: "asc" }, include: { subscription: true } });
const alerts = () => context.database.alert.findMany({ orderBy: { id: "asc" } });
const raise = () => raiseAlerts(context);

describe("raising alerts", () => {
  it("tells a miss with its words, its figures' page and where it can be followed", async () => {
    await storeSubscriber(context.database);
    await flagChange();
    expect(await raise()).toEqual({ alerts: 1, messages: 1, heldBecause: null });
    const [alert] = await alerts();
    expect(alertContentShape.parse(alert?.content)).toEqual({
      ...{ kind: "promise-missed", tone: "bad", checked: true, derived: true, more: 0 },
      council: { dfeCode: "X01", name: "Exampleshire", slug: "exampleshire" },
      title: "Exampleshire: Deficit above the agreed profile",
      lines: [{ text: "Planned £20 million, published £35.5 million.", source: null }],
      path: "/flags/X01-deficit-above-profile",
      occurredAt: context.clock.now().toISOString(),
    });
  });

  it("does nothing the second time", async () => {
    await storeSubscriber(context.database);
    await flagChange();
    await change();
    await raise();
    const before = await deliveries();
    context.clock.forward(1);
    expect(await raise()).toEqual({ alerts: 0, messages: 0, heldBecause: null });
    expect(await deliveries()).toEqual(before);
  });

  it("tells all of one council in one message, and of another in another", async () => {
    await storeSubscriber(context.database);
    await flagChange();
    await change("X01");
    await change("X01", { kind: "in-year-balance-published", subject: null });
    await flagChange({ dfeCode: "X02", rule: "target-moved", severity: "at-risk" });
    expect(await raise()).toMatchObject({ alerts: 3, messages: 2 });
    expect((await deliveries()).map(({ alertIds }) => alertIds.length)).toEqual([2, 1]);
  });

  it.each([
    ["every council", {}, 2],
    ["this council", { councils: ["X01"] }, 1],
    ["another council", { councils: ["X02"] }, 1],
    ["a council that has no news", { councils: ["X09"] }, 0],
    ["both", { councils: ["X01", "X02"] }, 2],
    ["other kinds", { kinds: ["grant-news" as const] }, 0],
    ["these kinds among others", { kinds: ["grant-news" as const, "promise-missed" as const] }, 2],
    ["a day's news at a time", { frequency: "daily" as const }, 0],
  ])("queues for somebody who asked for %s", async (_, wish, messages) => {
    await storeSubscriber(context.database, wish);
    await flagChange({ dfeCode: "X01" });
    await flagChange({ dfeCode: "X02" });
    expect((await raise()).messages).toBe(messages);
  });

  it.each([
    ["at the same moment", 0, 1],
    ["a minute earlier", -1, 1],
    ["a minute later", 1, 0],
  ])("tells somebody who confirmed %s", async (_, minutes, messages) => {
    const since = new Date(context.clock.now().getTime() + minutes * 60_000);
    await storeSubscriber(context.database, { since });
    await flagChange();
    expect((await raise()).messages).toBe(messages);
  });

  it.each([
    ["what a first reading found", () => flagChange({ news: false })],
    ["a miss on terms that nobody has confirmed", () => flagChange({ checked: false })],
    ["our copy replaced by the publisher's", () => change("X01", { notNews: "archive-superseded" })],
    ["a better reading of the same bytes", () => change("X01", { notNews: "reading-changed" })],
    ["a past year filled in", () => change("X01", { notNews: "backfill" })],
    ["that sources disagree", () => flagChange({ rule: "sources-disagree", severity: "unknown" })],
    [
      "what was never told in 61 days",
      () => change("X01", { detectedAt: new Date(context.clock.now().getTime() - 61 * 86_400_000) }),
    ],
  ])("alerts nobody of %s", async (_, happen) => {
    await storeSubscriber(context.database);
    await happen();
    expect(await raise()).toEqual({ alerts: 0, messages: 0, heldBecause: null });
    expect(await alerts()).toEqual([]);
  });

  it("tells the miss once its terms are confirmed", async () => {
    await storeSubscriber(context.database);
    await flagChange({ checked: false });
    expect(await raise()).toMatchObject({ alerts: 0 });
    context.clock.forward(1);
    await flagChange({ kind: "restated", checked: true });
    expect(await raise()).toMatchObject({ alerts: 1, messages: 1 });
  });

  const changedPage = { kind: "page-text-changed", subject: null, after: { kind: "text", text: "New" } };

  it("tells what concerns no single council to everybody who ticked its kind, once", async () => {
    const readers = [
      await storeSubscriber(context.database),
      await storeSubscriber(context.database, { councils: ["X01", "X02"] }),
      await storeSubscriber(context.database, { councils: ["X02"], kinds: ["agreement-changed"] }),
      await storeSubscriber(context.database, { councils: ["X02"], channel: "webhook" }),
    ];
    await storeSubscriber(context.database, { councils: ["X01"], kinds: ["promise-missed"] });
    await storeSubscriber(context.database, { kinds: ["promise-missed"] });
    await change(null, changedPage);
    expect((await raise()).messages).toBe(4);
    expect((await deliveries()).map(({ subscriptionId }) => subscriptionId).toSorted()).toEqual(
      readers.toSorted(),
    );
    expect(await context.database.alertBatch.findFirst()).toMatchObject({ recipients: 4 });
  });

  it("tells it in digests, too, once", async () => {
    const reader = await storeSubscriber(context.database, { councils: ["X01", "X02"], frequency: "daily" });
    await storeSubscriber(context.database, { kinds: ["promise-missed"], frequency: "daily" });
    await gatherDigests(context);
    await change(null, changedPage);
    await raise();
    context.clock.forward(24);
    await gatherDigests(context);
    expect(await deliveries()).toMatchObject([{ subscriptionId: reader, purpose: "digest" }]);
    expect((await deliveries())[0]?.alertIds).toHaveLength(1);
  });

  it("tells of an overdue edition of a publisher, not of our own archive's end", async () => {
    await storeSubscriber(context.database);
    const finding = {
      ...{ publicationId: "section-251-outturn", kind: "edition-overdue", severity: "note" },
      ...{ message: "2025-26 was due by 31 January 2027.", raisedAt: context.clock.now() },
      runId: "run-of-the-test",
    };
    await context.database.finding.create({ data: { ...finding, origin: "archive" } });
    expect(await raise()).toMatchObject({ alerts: 0 });
    await storeSubscriber(context.database, { councils: ["X01"] });
    await context.database.finding.create({ data: { ...finding, origin: "live" } });
    expect(await raise()).toMatchObject({ alerts: 1, messages: 2 });
    expect((await alerts())[0]).toMatchObject({ kind: "source-overdue", dfeCode: null });
  });
});

describe("more than somebody can read at once", () => {
  it("waits for the next digest beyond a dozen messages a day; a webhook gets all", async () => {
    const reader = await storeSubscriber(context.database);
    const hook = await storeSubscriber(context.database, { channel: "webhook" });
    for (const [dfeCode] of COUNCILS.slice(0, 14)) await flagChange({ dfeCode });
    await raise();
    const of = (subscription: string) =>
      context.database.delivery.count({ where: { subscriptionId: subscription, purpose: "alert" } });
    expect(await of(reader)).toBe(12);
    expect(await of(hook)).toBe(14);
    expect(await context.database.deferredAlert.count({ where: { subscriptionId: reader } })).toBe(2);

    await gatherDigests(context);
    expect(await context.database.delivery.count({ where: { purpose: "digest" } })).toBe(0);
    context.clock.forward(24);
    await gatherDigests(context);
    const digests = await context.database.delivery.findMany({ where: { purpose: "digest" } });
    expect(digests).toMatchObject([{ subscriptionId: reader }]);
    expect(digests[0]?.alertIds).toHaveLength(2);
    expect(await context.database.deferredAlert.count()).toBe(0);
    await gatherDigests(context);
    expect(await context.database.delivery.count({ where: { purpose: "digest" } })).toBe(1);
  });
});

describe("a digest", () => {
  // The frozen clock begins on Monday 23 November 2026 at 09:00 in London.
  it("gathers a day's news once, at eight, and is quiet when there is none", async () => {
    await storeSubscriber(context.database, { frequency: "daily" });
    await gatherDigests(context);
    await flagChange();
    await raise();
    await gatherDigests(context);
    expect(await deliveries()).toEqual([]);
    context.clock.forward(23);
    await gatherDigests(context);
    expect(await deliveries()).toEqual([]);
    context.clock.forward(1);
    expect(await gatherDigests(context)).toBe(1);
    expect(await gatherDigests(context)).toBe(0);
    context.clock.forward(24);
    expect(await gatherDigests(context)).toBe(0);
    const [digest, ...others] = await deliveries();
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ purpose: "digest", state: "queued" });
    expect(digest?.key).toMatch(/^digest daily 2026-11-24 /);
  });

  it("of a week comes on Monday, and is made up for when nothing ran then", async () => {
    await storeSubscriber(context.database, { frequency: "weekly" });
    await gatherDigests(context);
    await flagChange();
    await raise();
    context.clock.forward(6 * 24);
    expect(await gatherDigests(context)).toBe(0);
    context.clock.forward(2 * 24);
    expect(await gatherDigests(context)).toBe(1);
    expect((await deliveries())[0]?.key).toMatch(/^digest weekly 2026-11-30 /);
  });

  it("leaves nothing out that is released after it was due", async () => {
    await storeSubscriber(context.database, { frequency: "daily" });
    context.clock.forward(23);
    await gatherDigests(context);
    await flagChange();
    await raise();
    expect(await gatherDigests(context)).toBe(0);
    context.clock.forward(24);
    expect(await gatherDigests(context)).toBe(1);
  });
});

describe("a batch", () => {
  async function many(count: number): Promise<void> {
    for (const [dfeCode] of COUNCILS.slice(-count)) await flagChange({ dfeCode });
  }

  it("of more alerts than usual waits, messages, digests and all, until somebody releases it", async () => {
    await storeSubscriber(context.database, { councils: ["Y01"] });
    await storeSubscriber(context.database, { councils: ["Y01"], frequency: "daily" });
    await many(41);
    expect((await raise()).heldBecause).toMatch(/^41 alerts at once/);
    expect((await deliveries()).map(({ state }) => state)).toEqual(["held"]);
    context.clock.forward(24);
    expect(await gatherDigests(context)).toBe(0);
    const { id } = await context.database.alertBatch.findFirstOrThrow();
    expect(await decideBatch(context, id, "release", "Checked: the yearly outturn.")).toBe(1);
    expect((await deliveries()).map(({ state }) => state)).toEqual(["queued"]);
    context.clock.forward(24);
    expect(await gatherDigests(context)).toBe(1);
    expect(await context.database.alertBatch.findFirst()).toMatchObject({
      ...{ state: "released", decidedBy: "test", decisionReason: "Checked: the yearly outturn." },
    });
  });

  it("that nobody would hear of doesn't wait", async () => {
    await many(41);
    expect(await raise()).toMatchObject({ alerts: 41, heldBecause: null });
  });

  it("can be held after it was released, and cancelled; what was sent stays sent", async () => {
    await storeSubscriber(context.database);
    await storeSubscriber(context.database);
    await flagChange();
    await raise();
    const [first] = await deliveries();
    await context.database.delivery.update({ where: { id: first?.id ?? 0n }, data: { state: "sent" } });
    const { id } = await context.database.alertBatch.findFirstOrThrow();
    expect(await decideBatch(context, id, "hold", "Looks wrong")).toBe(1);
    expect((await deliveries()).map(({ state }) => state).toSorted()).toEqual(["held", "sent"]);
    expect(await decideBatch(context, id, "cancel", "It was wrong")).toBe(1);
    expect((await deliveries()).map(({ state }) => state).toSorted()).toEqual(["cancelled", "sent"]);
    expect((await alerts())[0]?.releasedAt).toBeNull();
    await expect(decideBatch(context, id, "release", "Again")).rejects.toThrow(/is cancelled/);
    await expect(decideBatch(context, 99, "release", "?")).rejects.toThrow("There is no batch 99.");
  });

  it("stands in the record with who decided, what and why, without anybody's address", async () => {
    await storeSubscriber(context.database);
    await flagChange();
    await raise();
    const { id } = await context.database.alertBatch.findFirstOrThrow();
    await decideBatch(context, id, "hold", "  Looks wrong ");
    for (const reason of [" ", "x".repeat(1_001), "As ann@example.org wrote."]) {
      await expect(decideBatch(context, id, "release", reason)).rejects.toThrow(NotifyProblem);
    }
    await expect(decideBatch(context, id, "hold", "Again")).rejects.toThrow(
      `Batch ${id} is held, so it can’t be held.`,
    );
    const entries = await context.database.auditEntry.findMany({ where: { subjectId: String(id) } });
    expect(entries).toMatchObject([
      {
        ...{ actor: "test", verb: "batch.hold", subjectKind: "batch", reason: "Looks wrong" },
        ...{ before: { state: "released" }, after: { state: "held", messages: 1 } },
      },
    ]);
    expect(await context.database.alertBatch.findFirst()).toMatchObject({ state: "held" });
  });

  it("held after a digest has told of it, and released again, isn't told twice; who hasn't heard does", async () => {
    const daily = await storeSubscriber(context.database, { frequency: "daily" });
    const weekly = await storeSubscriber(context.database, { frequency: "weekly" });
    await gatherDigests(context);
    await flagChange();
    await raise();
    context.clock.forward(24);
    await gatherDigests(context);
    const { id } = await context.database.alertBatch.findFirstOrThrow();
    await decideBatch(context, id, "hold", "Looks wrong");
    await decideBatch(context, id, "release", "It is right");
    context.clock.forward(7 * 24);
    await gatherDigests(context);
    expect((await deliveries()).map(({ subscriptionId }) => subscriptionId)).toEqual([daily, weekly]);
  });
});

describe("a flag that a person withdraws", () => {
  it("is corrected for those who were told, whatever they asked for, and for nobody else", async () => {
    const told = await storeSubscriber(context.database, { kinds: ["promise-missed"] });
    await storeSubscriber(context.database, { kinds: ["grant-news"] });
    await flagChange();
    await raise();
    await context.database.delivery.updateMany({ data: { state: "sent" } });
    context.clock.forward(1);
    await flagChange({ kind: "withdrawn", news: false });
    await raise();
    await raise();
    const corrections = await context.database.delivery.findMany({ where: { purpose: "correction" } });
    expect(corrections.map(({ subscriptionId }) => subscriptionId)).toEqual([told]);
    const alert = (await alerts()).find(({ correctsFlagId }) => correctsFlagId !== null);
    expect(alertContentShape.parse(alert?.content).lines.map(({ text }) => text)).toEqual([
      "We told you: Planned £20 million, published £35.5 million.",
      "We have withdrawn this. We misread a table.",
    ]);
  });

  it("of which nobody was told needs no correction", async () => {
    await storeSubscriber(context.database);
    await flagChange({ news: false });
    await flagChange({ kind: "withdrawn", news: false });
    expect(await raise()).toMatchObject({ alerts: 0 });
  });
});

describe("a council whose verdicts a person hides", () => {
  async function hide(dfeCode = "X01"): Promise<number> {
    const said = { dfeCode, reason: "The council disputes its outturn", actor: "test" };
    const { id } = await context.database.verdictHiding.create({
      data: { ...said, hiddenAt: context.clock.now() },
    });
    return id;
  }
  const show = (hidingId: number) =>
    context.database.verdictHidingEnd.create({
      data: {
        ...{ hidingId, dfeCode: "X01", reason: "It is settled.", actor: "test" },
        endedAt: context.clock.now(),
      },
    });
  const allSent = () => context.database.delivery.updateMany({ data: { state: "sent" } });
  const corrections = async () =>
    (await context.database.delivery.findMany({ where: { purpose: "correction" } })).map(
      ({ subscriptionId }) => subscriptionId,
    );

  it("is alerted of by no flag while they are hidden, by what is published as ever; afterwards by both", async () => {
    await storeSubscriber(context.database);
    const hiding = await hide();
    await flagChange();
    await flagChange({ dfeCode: "X02" });
    await change();
    await raise();
    expect((await alerts()).map(({ kind, dfeCode }) => [kind, dfeCode])).toEqual([
      ["outturn-published", "X01"],
      ["promise-missed", "X02"],
    ]);
    context.clock.forward(1);
    await show(hiding);
    expect(await raise()).toMatchObject({ alerts: 1, messages: 1 });
    expect((await alerts()).map(({ kind, dfeCode }) => [kind, dfeCode])).toContainEqual([
      "promise-missed",
      "X01",
    ]);
  });

  it("is corrected once for those who were told of its flags, whatever they ask for, and for nobody else", async () => {
    const told = await storeSubscriber(context.database, { kinds: ["promise-missed"] });
    await storeSubscriber(context.database, { kinds: ["outturn-published"] });
    await storeSubscriber(context.database, { councils: ["X02"] });
    await flagChange();
    await flagChange({ rule: "target-moved", severity: "at-risk" });
    await flagChange({ dfeCode: "X02" });
    await change();
    await raise();
    await allSent();
    context.clock.forward(1);
    const hiding = await hide();
    await raise();
    await raise();
    expect(await corrections()).toEqual([told]);
    const alert = (await alerts()).find(({ correctsHidingId }) => correctsHidingId === hiding);
    expect(alertContentShape.parse(alert?.content)).toMatchObject({
      title: "Exampleshire: what we make of its figures is hidden",
      lines: [
        {
          text:
            "We told you what we made of the figures of Exampleshire. Don’t rely on it: we have hidden all of it. " +
            "The council disputes its outturn.",
        },
      ],
      path: "/authorities/exampleshire",
    });
    await allSent();
    context.clock.forward(1);
    await show(hiding);
    await raise();
    await raise();
    expect(await corrections()).toEqual([told, told]);
  });

  it.each([
    ["was told", { state: "sent" }, 1],
    ["is being told", { state: "sending" }, 1],
    ["may have been told by a worker that died", { state: "queued", attempts: 1, deaths: 1 }, 1],
    ["waits to be told", { state: "queued" }, 0],
    ["couldn't be told", { state: "queued", attempts: 1, lastError: "451 later" }, 0],
    ["was never told", { state: "dead", attempts: 12 }, 0],
    ["is held", { state: "held" }, 0],
  ])("is corrected for somebody who %s: %o", async (_, fate, count) => {
    await storeSubscriber(context.database);
    await flagChange();
    await raise();
    await context.database.delivery.updateMany({ data: fate });
    await hide();
    await raise();
    expect(await corrections()).toHaveLength(count);
  });

  it("needs no correction where the flag had been withdrawn before, nor one that it's shown again to those who weren't told", async () => {
    await storeSubscriber(context.database);
    await flagChange();
    await raise();
    await allSent();
    await flagChange({ kind: "withdrawn" });
    await raise();
    expect(await corrections()).toHaveLength(1);
    await allSent();
    const hiding = await hide();
    await show(hiding);
    await raise();
    expect(await corrections()).toHaveLength(1);
  });

  it("is no news of a digest", async () => {
    await storeSubscriber(context.database, { frequency: "daily" });
    await gatherDigests(context);
    await flagChange();
    await raise();
    context.clock.forward(24);
    await gatherDigests(context);
    await allSent();
    await hide();
    await raise();
    expect(await corrections()).toHaveLength(1);
    context.clock.forward(24);
    await gatherDigests(context);
    expect(await context.database.delivery.count({ where: { purpose: "digest" } })).toBe(1);
  });
});

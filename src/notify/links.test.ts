import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EVERYTHING, peopleWhoSignUp } from "@/testing/people-who-sign-up";
import { addWebhook } from "./add-webhook";
import { changeChoices } from "./change-choices";
import { confirmSubscription } from "./confirm-subscription";
import { deleteEverything } from "./delete-everything";
import { forgetWhatIsOver } from "./forget-what-is-over";
import { loadEnding } from "./load-ending";
import { manageable } from "./manageable";
import { requestManageLink } from "./request-manage-link";
import { endingTokenOf, hashOfToken, tokenFor } from "./tokens";
import { unsubscribe } from "./unsubscribe";

const people = peopleWhoSignUp();
const ANN = "ann@example.org";
const BEN = "ben@example.org";
const DAY = 24;
/** Just short of nothing, in hours. */
const A_MOMENT = 1 / 3_600_000;

describe("a link that was asked for", () => {
  const asked = async () => {
    await requestManageLink(people, { email: ANN, from: null });
    return people.mailed(ANN);
  };

  it.each([
    ["just within a day", DAY - A_MOMENT, true],
    ["after a day", DAY, false],
  ])("opens the choices %s: %s", async (_when, hours, opens) => {
    await people.subscribed(ANN, { dfeCodes: ["X01", "X02"], kinds: ["at-risk"], frequency: "daily" });
    const token = await asked();
    people.clock.forward(hours);
    expect(await manageable(people, token)).toEqual(
      opens
        ? {
            email: ANN,
            mail: { everyCouncil: false, dfeCodes: ["X01", "X02"], kinds: ["at-risk"], frequency: "daily" },
            webhooks: [],
          }
        : null,
    );
  });

  it("is sent to nobody who isn't known: the same answer, and a mail stored that goes nowhere", async () => {
    await people.subscribed(ANN);
    const [before] = [await people.counted()];
    expect(await requestManageLink(people, { email: BEN, from: null })).toEqual({ kind: "asked" });
    const between = await people.counted();
    expect(await requestManageLink(people, { email: ANN, from: null })).toEqual({ kind: "asked" });
    const after = await people.counted();
    const added = (a: Record<string, number>, b: Record<string, number>, name: string) =>
      (b[name] ?? 0) - (a[name] ?? 0);
    for (const name of ["Delivery", "RequestLimit", "SignUp", "Subscriber"])
      expect(added(before, between, name), name).toBe(added(between, after, name));
    expect(await people.database.delivery.findMany({ orderBy: { id: "desc" }, take: 2 })).toMatchObject([
      { purpose: "manage", state: "queued", address: ANN },
      { purpose: "manage", state: "cancelled", address: null, content: null },
    ]);
    expect(await people.wholeStore()).not.toContain(BEN);
  });

  it("isn't sent to an address that gets nothing", async () => {
    await people.subscribed(ANN);
    const emailDigest = createHash("sha256").update(ANN).digest("hex");
    await people.database.suppression.create({
      data: { emailDigest, reason: "bounce", since: people.clock.now() },
    });
    await requestManageLink(people, { email: ANN, from: null });
    expect(await people.database.delivery.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      state: "cancelled",
      address: null,
    });
  });
});

describe("the link of a message", () => {
  it.each([
    ["just within 30 days of being sent", 30 * DAY - A_MOMENT, true],
    ["after 30 days", 30 * DAY, false],
  ])("opens the choices %s: %s", async (_when, hours, opens) => {
    await people.subscribed(ANN);
    people.clock.forward(40 * DAY);
    const token = await people.told(ANN);
    people.clock.forward(hours);
    expect((await manageable(people, token)) !== null).toBe(opens);
    expect(await changeChoices(people, token, EVERYTHING)).toEqual({
      kind: opens ? "changed" : "no-such-link",
    });
    expect((await people.subscriptionOf(ANN))?.everyCouncil).toBe(opens);
  });

  it("opens them before we hear that the message was accepted", async () => {
    await people.subscribed(ANN);
    expect(await manageable(people, await people.told(ANN, null))).toMatchObject({ email: ANN });
  });

  it("of somebody else opens their own alone", async () => {
    const token = await people.subscribed(ANN);
    await people.subscribed(BEN, { dfeCodes: ["X07"] });
    await changeChoices(people, token, EVERYTHING);
    await unsubscribe(people, token);
    await deleteEverything(people, token);
    expect(await people.subscriptionOf(BEN)).toMatchObject({ dfeCodes: ["X07"], everyCouncil: false });
  });

  it.each(["", "x", "../../manage", "a".repeat(5000)])(
    "that nobody was sent opens nothing: %j",
    async (token) => {
      await people.subscribed(ANN);
      expect(await manageable(people, token)).toBeNull();
      const nothing = { kind: "no-such-link" };
      expect(await confirmSubscription(people, token)).toEqual(nothing);
      expect(await changeChoices(people, token, EVERYTHING)).toEqual(nothing);
      expect(await unsubscribe(people, token)).toEqual(nothing);
      expect(await deleteEverything(people, token)).toEqual(nothing);
      expect(await people.subscriptionOf(ANN)).not.toBeNull();
    },
  );
});

describe("changing choices", () => {
  it("replaces them, and what is waiting for a digest stays waiting", async () => {
    const token = await people.subscribed(ANN, { dfeCodes: ["X01", "X02"], frequency: "weekly" });
    const before = await people.subscriptionOf(ANN);
    people.clock.forward(DAY);
    await changeChoices(people, token, {
      ...{ everyCouncil: false, dfeCodes: ["X02", "X03"], kinds: ["grant-news"], frequency: "daily" },
    });
    expect(await people.subscriptionOf(ANN)).toMatchObject({
      ...{ id: before?.id, dfeCodes: ["X02", "X03"], kinds: ["grant-news"], frequency: "daily" },
      ...{ since: before?.since, digestedThrough: before?.digestedThrough },
    });
  });

  it("from a digest to at once loses nothing that waited for the digest", async () => {
    const token = await people.subscribed(ANN, { kinds: ["at-risk"], dfeCodes: ["X01"] });
    const now = people.clock.forward(DAY);
    const batch = await people.database.alertBatch.create({
      data: { madeAt: now, state: "released", alerts: 1, recipients: 1 },
    });
    const alert = (id: string, difference: object = {}) => ({
      ...{ id, kind: "at-risk", dfeCode: "X01", matter: "promise", tone: "bad", content: {} },
      ...{ occurredAt: now, releasedAt: now, batchId: batch.id, ...difference },
    });
    await people.database.alert.createMany({
      data: [
        alert("waits"),
        alert("of another kind", { kind: "grant-news" }),
        alert("of another council", { dfeCode: "X02" }),
        alert("of no single council", { dfeCode: null }),
        alert("held", { releasedAt: null }),
        alert("told in the last digest", { releasedAt: new Date("2026-11-22") }),
      ],
    });
    const wish = { everyCouncil: false, dfeCodes: ["X02"], kinds: ["at-risk" as const] };
    await changeChoices(people, token, { ...wish, frequency: "instant" });
    expect(await people.database.deferredAlert.findMany({ orderBy: { alertId: "asc" } })).toMatchObject([
      { alertId: "of no single council", deferredAt: now },
      { alertId: "waits", deferredAt: now },
    ]);
    expect((await people.subscriptionOf(ANN))?.digestedThrough).toEqual(now);
  });

  it("from at once to a digest tells nothing twice", async () => {
    const token = await people.subscribed(ANN, { frequency: "instant" });
    const now = people.clock.forward(DAY);
    await changeChoices(people, token, EVERYTHING);
    expect((await people.subscriptionOf(ANN))?.digestedThrough).toEqual(now);
  });

  it("begins mail anew for somebody who kept a webhook only", async () => {
    const token = await people.subscribed(ANN);
    await addWebhook(people, token, { url: "https://example.org/hook", choices: EVERYTHING });
    await unsubscribe(people, token);
    expect(await manageable(people, token)).toMatchObject({ mail: null, webhooks: [{}] });
    const now = people.clock.forward(2);
    expect(await changeChoices(people, token, EVERYTHING)).toEqual({ kind: "changed" });
    expect(await people.subscriptionOf(ANN)).toMatchObject({ everyCouncil: true, since: now });
  });
});

describe("unsubscribing", () => {
  it("ends the mail with a message's link however old, once and again", async () => {
    await people.subscribed(ANN);
    const [older, newer] = [await people.told(ANN), await people.told(ANN)];
    people.clock.forward(500 * DAY);
    expect(await unsubscribe(people, older)).toEqual({ kind: "ended" });
    expect(await people.counted()).toMatchObject({ Subscriber: 0, Subscription: 0, AccessToken: 0 });
    expect(await unsubscribe(people, older)).toEqual({ kind: "no-such-link" });
    expect(await unsubscribe(people, newer)).toEqual({ kind: "no-such-link" });
    expect(await people.wholeStore()).not.toContain(ANN);
  });

  it("at the same moment twice is no fault", async () => {
    await people.subscribed(ANN);
    const token = await people.told(ANN);
    const outcomes = await Promise.all([1, 2, 3].map(() => unsubscribe(people, token)));
    expect(outcomes.filter(({ kind }) => kind === "ended")).toHaveLength(1);
  });

  it("cancels what is queued, and what waits for a digest", async () => {
    await people.subscribed(ANN);
    const token = await people.told(ANN, null);
    const { id: subscriptionId } = (await people.subscriptionOf(ANN)) ?? { id: "" };
    await people.database.deferredAlert.create({
      data: { subscriptionId, alertId: "an alert", deferredAt: people.clock.now() },
    });
    await unsubscribe(people, token);
    expect(await people.counted()).toMatchObject({ Delivery: 0, DeferredAlert: 0 });
  });

  it("leaves what somebody has just asked for to be confirmed", async () => {
    const token = await people.subscribed(ANN);
    await people.ask(ANN, { dfeCodes: ["X05"] });
    const newer = await people.mailed(ANN);
    await unsubscribe(people, token);
    expect(await confirmSubscription(people, newer)).toEqual({ kind: "confirmed" });
    expect(await people.subscriptionOf(ANN)).toMatchObject({ dfeCodes: ["X05"] });
  });

  it("leaves webhooks, and the address that is told when one fails", async () => {
    const token = await people.subscribed(ANN);
    await addWebhook(people, token, { url: "https://example.org/hook", choices: EVERYTHING });
    expect(await unsubscribe(people, token)).toEqual({ kind: "ended" });
    expect(await people.counted()).toMatchObject({ Subscriber: 1, Subscription: 1 });
  });
});

describe("an old message's link, after its reader stopped and began again", () => {
  /** As it stands in messages to that address. */
  const linkOf = (email: string, own: string) => endingTokenOf(own, tokenFor(people.secrets, "end", email));

  it("ends what the same address gets now, however old it is, once and again", async () => {
    await people.subscribed(ANN);
    const old = linkOf(ANN, await people.told(ANN));
    people.clock.forward(DAY);
    expect(await unsubscribe(people, old)).toEqual({ kind: "ended" });
    people.clock.forward(500 * DAY);
    await people.subscribed(ANN, { dfeCodes: ["X05"] });
    expect(await loadEnding(people, old)).toMatchObject({ email: ANN, choices: { dfeCodes: ["X05"] } });
    expect(await unsubscribe(people, old)).toEqual({ kind: "ended" });
    expect(await people.subscriptionOf(ANN)).toBeNull();
    expect(await unsubscribe(people, old)).toEqual({ kind: "no-such-link" });
  });

  it("ends it after everything was deleted, too", async () => {
    const token = await people.subscribed(ANN);
    const old = linkOf(ANN, await people.told(ANN));
    await deleteEverything(people, token);
    await people.subscribed(ANN);
    expect(await unsubscribe(people, old)).toEqual({ kind: "ended" });
  });

  it("opens nobody's choices, and ends nobody else's mail", async () => {
    await people.subscribed(ANN);
    await people.subscribed(BEN);
    const old = linkOf(ANN, await people.told(ANN));
    await unsubscribe(people, old);
    await people.subscribed(ANN);
    for (const part of [old, old.split(".")[0] ?? "", old.split(".")[1] ?? ""])
      expect(await manageable(people, part)).toBeNull();
    await unsubscribe(people, old);
    expect(await people.subscriptionOf(BEN)).not.toBeNull();
  });

  it.each(["x.y", ".", "..", `.${"a".repeat(43)}`])("that was made up ends nothing: %j", async (token) => {
    await people.subscribed(ANN);
    expect(await unsubscribe(people, token)).toEqual({ kind: "no-such-link" });
    expect(await people.subscriptionOf(ANN)).not.toBeNull();
  });

  it("of before links had two parts ends what its message was sent for", async () => {
    await people.subscribed(ANN);
    expect(await unsubscribe(people, await people.told(ANN))).toEqual({ kind: "ended" });
  });
});

describe("what is kept", () => {
  const tokens: string[] = [];
  /** Somebody with everything that one can have here. */
  async function whole(email: string, from: string): Promise<string> {
    await people.ask(email, {}, from);
    const token = await people.mailed(email);
    await confirmSubscription(people, token);
    await addWebhook(people, token, { url: `https://example.org/${from}`, choices: EVERYTHING });
    await requestManageLink(people, { email, from });
    tokens.push(token, await people.mailed(email), await people.told(email));
    await people.ask(email, { dfeCodes: ["X09"] }, from);
    tokens.push(await people.mailed(email));
    const { id: subscriptionId } = (await people.subscriptionOf(email)) ?? { id: "" };
    await people.database.deferredAlert.create({
      data: { subscriptionId, alertId: "an alert", deferredAt: people.clock.now() },
    });
    return token;
  }

  it("holds no token and no network address, anywhere", async () => {
    await whole(ANN, "198.51.100.7");
    const store = await people.wholeStore();
    expect(store).toContain(ANN);
    expect(store).toContain(hashOfToken(tokens[0] ?? ""));
    for (const token of tokens) expect(store).not.toContain(token);
    for (const trace of ["198.51.100.7", ...digestsOf("198.51.100.7")]) {
      // The address of the webhook above is all that may hold it.
      expect(store.replaceAll("https://example.org/198.51.100.7", "")).not.toContain(trace);
    }
    expect(store).not.toContain("whsec_");
    const { RequestLimit } = await people.counted();
    expect(RequestLimit).toBe(4);
  });

  it("is gone from every table once somebody deletes it, and nothing of anybody else's", async () => {
    await whole(BEN, "198.51.100.8");
    const others = await people.counted();
    const bens = await people.wholeStore();
    const token = await whole(ANN, "198.51.100.7");
    expect(await deleteEverything(people, token)).toEqual({ kind: "deleted" });
    const store = await people.wholeStore();
    for (const trace of [ANN, ...digestsOf(ANN), "198.51.100.7"]) expect(store).not.toContain(trace);
    // What is left is Ben's, and that somebody asked from a network.
    expect(await people.counted()).toEqual({ ...others, RequestLimit: (others.RequestLimit ?? 0) + 1 });
    expect(store.split("\n")).toEqual(expect.arrayContaining(bens.split("\n")));
    expect(await deleteEverything(people, token)).toEqual({ kind: "no-such-link" });
  });

  it("of a sign-up that nobody confirms is forgotten after seven days, with the mail that was sent", async () => {
    await people.ask(ANN);
    await requestManageLink(people, { email: BEN, from: null });
    people.clock.forward(7 * DAY - A_MOMENT);
    expect(await forgetWhatIsOver(people)).toMatchObject({ signUps: 0, mails: 0 });
    expect(await people.wholeStore()).toContain(ANN);
    people.clock.forward(A_MOMENT);
    expect(await forgetWhatIsOver(people)).toMatchObject({ signUps: 1, mails: 2 });
    expect(await people.wholeStore()).not.toContain(ANN);
  });

  it("of requests is forgotten when they no longer count, subscribers are not", async () => {
    await whole(ANN, "198.51.100.7");
    await people.database.requestLimit.updateMany({ data: { expire: people.clock.forward(40 * DAY) } });
    expect(await forgetWhatIsOver(people)).toEqual({ signUps: 1, links: 2, mails: 2, limits: 4 });
    expect(await people.counted()).toMatchObject({
      Subscriber: 1,
      Subscription: 2,
      RequestLimit: 0,
      AccessToken: 0,
    });
  });
});

function digestsOf(text: string): readonly string[] {
  return (["sha1", "sha256", "md5"] as const).flatMap((algorithm) =>
    (["hex", "base64url", "base64"] as const).map((encoding) =>
      createHash(algorithm).update(text).digest(encoding),
    ),
  );
}

import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EVERYTHING, peopleWhoSignUp } from "@/testing/people-who-sign-up";
import { changeChoices } from "./change-choices";
import { confirmSubscription } from "./confirm-subscription";
import { manageable } from "./manageable";
import { pendingSignUp } from "./pending-sign-up";
import { requestManageLink } from "./request-manage-link";
import { unsubscribe } from "./unsubscribe";

const people = peopleWhoSignUp();
const ANN = "ann@example.org";
const BEN = "ben@example.org";
const HOUR = 1;
const DAY = 24 * HOUR;
/** Just short of nothing, in hours. */
const A_MOMENT = 1 / 3_600_000;

const suppress = (email: string) =>
  people.database.suppression.create({
    data: {
      emailDigest: createHash("sha256").update(email).digest("hex"),
      reason: "complaint",
      since: people.clock.now(),
    },
  });

describe("asking to hear of something", () => {
  it("takes it down with one mail that asks for confirmation, and sends nothing else", async () => {
    expect(await people.ask(ANN, { dfeCodes: ["X01", "X02"], frequency: "daily" })).toEqual({
      kind: "asked",
    });
    expect(await people.counted()).toEqual({
      ...{ SignUp: 1, Delivery: 1, RequestLimit: 1 },
      ...{ Subscriber: 0, Subscription: 0, AccessToken: 0, Suppression: 0, DeferredAlert: 0 },
    });
    const [mail] = await people.database.delivery.findMany();
    expect(mail).toMatchObject({
      ...{ purpose: "confirm", channel: "email", state: "queued", address: ANN, subscriptionId: null },
      content: {
        choices: { everyCouncil: false, dfeCodes: ["X01", "X02"], frequency: "daily" },
        names: ["Exampleshire"],
      },
      ...{ createdAt: people.clock.now(), dueAt: people.clock.now() },
    });
  });

  it("does the same for a known address as for an unknown one", async () => {
    await people.subscribed(ANN);
    const added = async (email: string) => {
      const before = await people.counted();
      const outcome = await people.ask(email, {}, "198.51.100.7");
      const after = await people.counted();
      return {
        outcome,
        rows: Object.fromEntries(
          Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]),
        ),
      };
    };
    await people.ask("zoe@example.org", {}, "198.51.100.7"); // whose network is counted from here on
    await people.ask(BEN); // as Ann has been asked for once
    await people.database.signUp.deleteMany({ where: { email: BEN } });
    expect(await added(ANN)).toEqual(await added(BEN));
  });

  it("keeps nothing and sends nothing for an address that gets nothing, with the same answer", async () => {
    await suppress(ANN);
    expect(await people.ask(ANN)).toEqual({ kind: "asked" });
    expect(await people.database.delivery.findMany()).toMatchObject([
      { state: "suppressed", address: null, content: null },
    ]);
    expect(await people.counted()).toMatchObject({ SignUp: 0, Delivery: 1 });
    expect(await people.wholeStore()).not.toContain(ANN);
  });
});

describe("confirming", () => {
  it("makes a subscriber who hears of what happens from then on", async () => {
    await people.ask(ANN, { dfeCodes: ["X02", "X01"], kinds: ["at-risk", "target-moved"] });
    const token = await people.mailed(ANN);
    const confirmedAt = people.clock.forward(3 * HOUR);
    expect(await confirmSubscription(people, token)).toEqual({ kind: "confirmed" });
    expect(await people.subscriptionOf(ANN)).toMatchObject({
      ...{ channel: "email", everyCouncil: false, dfeCodes: ["X01", "X02"] },
      ...{ kinds: ["at-risk", "target-moved"], frequency: "weekly", disabledAt: null },
      ...{ since: confirmedAt, digestedThrough: confirmedAt },
    });
    expect(await people.counted()).toMatchObject({ Subscriber: 1, Subscription: 1, SignUp: 0 });
  });

  it.each([
    ["just within seven days", 7 * DAY - A_MOMENT, "confirmed"],
    ["after seven days", 7 * DAY, "no-such-link"],
  ])("works %s: %s", async (_when, hours, kind) => {
    await people.ask(ANN);
    const token = await people.mailed(ANN);
    people.clock.forward(hours);
    expect(await confirmSubscription(people, token)).toEqual({ kind });
    expect((await people.counted()).Subscriber).toBe(kind === "confirmed" ? 1 : 0);
  });

  it("looked at by a program that checks mail changes nothing", async () => {
    await people.ask(ANN);
    const token = await people.mailed(ANN);
    const before = await people.wholeStore();
    expect(await pendingSignUp(people, token)).toMatchObject({ kind: "waiting", email: ANN, together: null });
    expect(await pendingSignUp(people, token)).toMatchObject({ kind: "waiting" });
    expect(await people.wholeStore()).toBe(before);
  });

  it("twice is confirming once, and undoes nothing that was changed since", async () => {
    const token = await people.subscribed(ANN, { dfeCodes: ["X01", "X02"] });
    await changeChoices(people, token, { ...EVERYTHING, frequency: "daily" });
    const before = await people.wholeStore();
    expect(await confirmSubscription(people, token)).toEqual({ kind: "confirmed" });
    expect(await pendingSignUp(people, token)).toEqual({ kind: "confirmed" });
    expect(await people.wholeStore()).toBe(before);
  });

  it("twice at the same moment is confirming once", async () => {
    await people.ask(ANN);
    const token = await people.mailed(ANN);
    const outcomes = await Promise.all([1, 2, 3].map(() => confirmSubscription(people, token)));
    expect(outcomes).toEqual(Array(3).fill({ kind: "confirmed" }));
    expect(await people.counted()).toMatchObject({ Subscriber: 1, Subscription: 1, AccessToken: 1 });
  });

  it("again after unsubscribing doesn't begin anew", async () => {
    const token = await people.subscribed(ANN);
    await unsubscribe(people, token);
    expect(await confirmSubscription(people, token)).toEqual({ kind: "no-such-link" });
    expect(await people.subscriptionOf(ANN)).toBeNull();
  });

  it("adds to what somebody heard of before; how often is as they say last", async () => {
    await people.subscribed(ANN, { dfeCodes: ["X01"], kinds: ["promise-missed"], frequency: "daily" });
    await people.ask(ANN, { dfeCodes: ["X02"], kinds: ["at-risk"], frequency: "weekly" });
    const token = await people.mailed(ANN);
    const together = {
      ...{ everyCouncil: false, dfeCodes: ["X01", "X02"] },
      ...{ kinds: ["promise-missed", "at-risk"], frequency: "weekly" },
    };
    expect(await pendingSignUp(people, token)).toMatchObject({ kind: "waiting", together });
    await confirmSubscription(people, token);
    expect(await people.subscriptionOf(ANN)).toMatchObject(together);
    expect(await people.counted()).toMatchObject({ Subscriber: 1, Subscription: 1 });
  });

  it.each([
    ["all councils after one", { dfeCodes: ["X01"] }, { everyCouncil: true, dfeCodes: [] }],
    ["one council after all", { everyCouncil: true, dfeCodes: [] }, { dfeCodes: ["X01"] }],
  ])("%s makes all of them", async (_what, first, second) => {
    await people.subscribed(ANN, first);
    await people.subscribed(ANN, second);
    expect(await people.subscriptionOf(ANN)).toMatchObject({ everyCouncil: true, dfeCodes: [] });
  });

  it("two wishes at once loses neither", async () => {
    await people.ask(ANN, { dfeCodes: ["X01"] });
    const first = await people.mailed(ANN);
    await people.ask(ANN, { dfeCodes: ["X02"] });
    const second = await people.mailed(ANN);
    await Promise.all([first, second].map((token) => confirmSubscription(people, token)));
    expect(await people.subscriptionOf(ANN)).toMatchObject({ dfeCodes: ["X01", "X02"] });
    expect(await people.counted()).toMatchObject({ Subscriber: 1, Subscription: 1 });
  });

  it("leads to the choices from then on, for 30 days after the mail", async () => {
    await people.ask(ANN);
    const token = await people.mailed(ANN);
    people.clock.forward(6 * DAY);
    await confirmSubscription(people, token);
    people.clock.forward(24 * DAY - A_MOMENT);
    expect(await manageable(people, token)).toMatchObject({ email: ANN });
    people.clock.forward(A_MOMENT);
    expect(await manageable(people, token)).toBeNull();
  });
});

describe("how often can be asked", () => {
  afterEach(() => vi.useRealTimers());
  const at = (time: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });

  it("five times a day for one address, whoever asks, known or not", async () => {
    at("2026-11-23T09:00:00Z");
    await people.subscribed(ANN);
    for (let time = 2; time <= 5; time += 1)
      expect(await people.ask(ANN, {}, `198.51.100.${time}`)).toEqual({ kind: "asked" });
    expect(await people.ask(ANN, {}, "198.51.100.9")).toEqual({ kind: "wait", minutes: 24 * 60 });
    // The first one was confirmed, and has served.
    expect(await people.database.delivery.count()).toBe(4);
    at("2026-11-24T08:58:00Z");
    expect(await people.ask(ANN)).toEqual({ kind: "wait", minutes: 2 });
    at("2026-11-24T09:00:00Z");
    expect(await people.ask(ANN)).toEqual({ kind: "asked" });
  });

  it("thirty times an hour from one network, for whatever addresses", async () => {
    at("2026-11-23T09:00:00Z");
    for (let time = 1; time <= 30; time += 1) {
      const email = `person${time}@example.org`;
      const outcome =
        time % 2
          ? await people.ask(email, {}, "198.51.100.7")
          : await requestManageLink(people, { email, from: "198.51.100.7" });
      expect(outcome).toEqual({ kind: "asked" });
    }
    expect(await people.ask(ANN, {}, "198.51.100.7")).toEqual({ kind: "wait", minutes: 60 });
    expect(await requestManageLink(people, { email: ANN, from: "198.51.100.7" })).toMatchObject({
      kind: "wait",
    });
    expect(await people.ask(ANN, {}, "198.51.100.8")).toEqual({ kind: "asked" });
  });

  it("as often when many ask at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => people.ask(ANN)));
    expect(outcomes.filter(({ kind }) => kind === "asked")).toHaveLength(5);
    expect(await people.database.signUp.count()).toBe(5);
  });
});

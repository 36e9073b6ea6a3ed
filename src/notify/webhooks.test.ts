import { describe, expect, it } from "vitest";
import { EVERYTHING, peopleWhoSignUp } from "@/testing/people-who-sign-up";
import { addWebhook } from "./add-webhook";
import { enableWebhook } from "./enable-webhook";
import { manageable } from "./manageable";
import { removeWebhook } from "./remove-webhook";
import { testWebhook } from "./test-webhook";
import { unsubscribe } from "./unsubscribe";

const people = peopleWhoSignUp();
const ANN = "ann@example.org";
const URL_OF_ANN = "https://example.org/hook";

async function registered(email = ANN, url = URL_OF_ANN) {
  const token = await people.subscribed(email);
  const added = await addWebhook(people, token, { url, choices: EVERYTHING });
  if (added.kind !== "added") throw new Error(`It wasn't added: ${added.kind}`);
  return { token, ...added };
}

const stored = (id: string) => people.database.subscription.findUniqueOrThrow({ where: { id } });

describe("a webhook", () => {
  it("is registered with a secret that is told once and kept sealed", async () => {
    const { id, secret } = await registered();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const row = await stored(id);
    expect(row).toMatchObject({
      ...{ channel: "webhook", webhookUrl: URL_OF_ANN, everyCouncil: true, frequency: "instant" },
      ...{ since: people.clock.now(), disabledAt: null },
    });
    expect(people.secrets.open(row.sealedSecret ?? "")).toBe(secret);
    expect(await people.wholeStore()).not.toContain(secret);
    expect((await registered("ben@example.org")).secret).not.toBe(secret);
  });

  it.each([
    ["whose address may not be called", "http://10.0.0.1/hook", "It has to begin with https://"],
    ["that is registered already", URL_OF_ANN, "You have registered this address already."],
    [
      "that is registered already, spelt in another way",
      "HTTPS://EXAMPLE.org:443/hook",
      "You have registered this address already.",
    ],
  ])("%s is refused with the reason", async (_which, url, because) => {
    const { token } = await registered();
    people.webhooks.problemWith = async (asked) => (asked.startsWith("http:") ? because : null);
    expect(await addWebhook(people, token, { url, choices: EVERYTHING })).toEqual({
      kind: "address",
      because,
    });
    expect(await people.database.subscription.count({ where: { channel: "webhook" } })).toBe(1);
  });

  it("is one of five at most", async () => {
    const { token } = await registered();
    for (let which = 2; which <= 5; which += 1)
      expect(
        await addWebhook(people, token, { url: `${URL_OF_ANN}${which}`, choices: EVERYTHING }),
      ).toMatchObject({ kind: "added" });
    expect(await addWebhook(people, token, { url: `${URL_OF_ANN}6`, choices: EVERYTHING })).toMatchObject({
      kind: "address",
      because: expect.stringContaining("5 webhooks"),
    });
    expect(await people.database.subscription.count({ where: { channel: "webhook" } })).toBe(5);
  });

  it("is shown with what it's told and what became of the newest calls", async () => {
    const { token, id } = await registered();
    for (let time = 1; time <= 7; time += 1) await testWebhook(people, token, id);
    await people.database.delivery.updateMany({
      where: { subscriptionId: id },
      data: { state: "dead", lastError: "It answered 500" },
    });
    await people.database.subscription.update({
      where: { id },
      data: { disabledAt: people.clock.now(), disabledBecause: "ten messages in a row were refused" },
    });
    expect((await manageable(people, token))?.webhooks).toMatchObject([
      {
        ...{ id, url: URL_OF_ANN, everyCouncil: true, kinds: EVERYTHING.kinds },
        disabled: { at: people.clock.now(), because: "ten messages in a row were refused" },
        calls: Array(5).fill({ purpose: "test", state: "dead", problem: "It answered 500" }),
      },
    ]);
    expect(JSON.stringify(await manageable(people, token))).not.toContain("sealed");
  });

  it("can be tested: one message that says it's a test", async () => {
    const { token, id } = await registered();
    expect(await testWebhook(people, token, id)).toEqual({ kind: "sent" });
    expect(await people.database.delivery.findMany({ where: { subscriptionId: id } })).toMatchObject([
      { purpose: "test", channel: "webhook", state: "queued", alertIds: [], address: null },
    ]);
  });

  it("that was given up is called again when its owner says so, of what happens from then on", async () => {
    const { token, id } = await registered();
    const given = { failuresInRow: 10, disabledAt: people.clock.now(), disabledBecause: "refused" };
    await people.database.subscription.update({ where: { id }, data: given });
    people.webhooks.problemWith = async () => "It leads nowhere";
    expect(await enableWebhook(people, token, id)).toEqual({ kind: "address", because: "It leads nowhere" });
    expect(await stored(id)).toMatchObject(given);
    people.webhooks.problemWith = async () => null;
    const now = people.clock.forward(5);
    expect(await enableWebhook(people, token, id)).toEqual({ kind: "enabled" });
    expect(await stored(id)).toMatchObject({
      failuresInRow: 0,
      disabledAt: null,
      disabledBecause: null,
      since: now,
    });
  });

  it("is removed with all its calls, once and again", async () => {
    const { token, id } = await registered();
    await testWebhook(people, token, id);
    expect(await removeWebhook(people, token, id)).toEqual({ kind: "removed" });
    expect(await removeWebhook(people, token, id)).toEqual({ kind: "removed" });
    expect(await people.database.subscription.count({ where: { channel: "webhook" } })).toBe(0);
    expect(await people.database.delivery.count({ where: { purpose: "test" } })).toBe(0);
    expect(await people.subscriptionOf(ANN)).not.toBeNull();
  });

  it("removed last by somebody who gets no mail takes their address with it", async () => {
    const { token, id } = await registered();
    await unsubscribe(people, token);
    await removeWebhook(people, token, id);
    expect(await people.counted()).toMatchObject({ Subscriber: 0, Subscription: 0 });
  });

  it("is nobody else's: their links don't reach it, nor does anybody without one", async () => {
    const { id } = await registered();
    const { token } = await registered("ben@example.org");
    const bens = { kind: "no-such-webhook" };
    expect(await testWebhook(people, token, id)).toEqual(bens);
    expect(await enableWebhook(people, token, id)).toEqual(bens);
    await removeWebhook(people, token, id);
    // Nor is somebody's mail a webhook.
    const mail = await people.subscriptionOf("ben@example.org");
    expect(await testWebhook(people, token, mail?.id ?? "")).toEqual(bens);
    await removeWebhook(people, token, mail?.id ?? "");
    expect(await people.subscriptionOf("ben@example.org")).not.toBeNull();
    for (const nothing of [
      await addWebhook(people, "x", { url: URL_OF_ANN, choices: EVERYTHING }),
      await testWebhook(people, "x", id),
      await enableWebhook(people, "x", id),
      await removeWebhook(people, "x", id),
    ])
      expect(nothing).toEqual({ kind: "no-such-link" });
    expect(await stored(id)).toMatchObject({ webhookUrl: URL_OF_ANN });
  });

  it("costs its owner at most twenty calls an hour", async () => {
    const { token, id } = await registered(); // one
    for (let call = 2; call <= 20; call += 1)
      expect(await testWebhook(people, token, id)).toEqual({ kind: "sent" });
    const wait = { kind: "wait", minutes: expect.any(Number) };
    expect(await testWebhook(people, token, id)).toEqual(wait);
    expect(await enableWebhook(people, token, id)).toEqual(wait);
    expect(
      await addWebhook(people, token, { url: "https://example.org/other", choices: EVERYTHING }),
    ).toEqual(wait);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ALERT_KINDS } from "@/domain/alerts/alert";
import { fillStore, type KeptLog, keepingLog, snapshotsInMemory, usualSite } from "@/testing/factories";
import { EVERYTHING, peopleWhoSignUp } from "@/testing/people-who-sign-up";
import { addWebhook } from "../../notify/add-webhook";
import { unsubscribe } from "../../notify/unsubscribe";
import type { RequestContext } from "../context";
import { appRouter } from "../routers/app-router";
import { choicesForm } from "./choices-form";
import { confirmForm } from "./confirm-form";
import { deleteForm, unsubscribeForm } from "./end-forms";
import { type FormRoute, takeForms } from "./form-route";
import { linkForm } from "./link-form";
import { takeOneClick } from "./one-click";
import { subscribeForm } from "./subscribe-form";
import { webhookForm } from "./webhook-form";

const people = peopleWhoSignUp();
const ANN = "ann@example.org";
const SITE = "http://localhost:4300";
let log: KeptLog;

beforeAll(async () => {
  const store = fillStore(people.database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  for (const [code, name] of [
    ["1", "Exampleshire"],
    ["2", "North Specimen"],
    ["3", "South Specimen"],
  ] as const)
    await store.council(list, { dfeCode: `X0${code}`, gssCode: `X9900000${code}`, name });
});
beforeEach(() => {
  log = keepingLog();
});

const context = (): RequestContext => ({
  ...usualSite,
  ...{ database: people.database, clock: people.clock, log, snapshots: snapshotsInMemory() },
  webhooks: people.webhooks,
});
const pages = () => appRouter.createCaller(context()).alerts;

type Fields = Readonly<Record<string, string | readonly string[]>>;

function formOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  );
}

const OURS = { origin: SITE, host: "localhost:4300" };

async function send(route: FormRoute, fields: Fields, headers: Record<string, string> = OURS) {
  const request = new Request(`${SITE}/alerts/x`, { method: "POST", headers, body: formOf(fields) });
  const answer = await takeForms(route, context).POST(request);
  const location = answer.headers.get("location") ?? "";
  const { pathname, searchParams, hash } = new URL(location, SITE);
  return {
    answer,
    location,
    path: pathname,
    hash,
    slip: searchParams.get("slip") ?? undefined,
    status: answer.status,
  };
}

const WISH = {
  ...{ councils: "some", council: "exampleshire", kind: ["promise-missed", "at-risk"], frequency: "daily" },
  ...{ email: " Ann@Example.org ", step: "send", find: "" },
};
const NO_VIEW = { everyCouncil: false, councils: [], kinds: [], frequency: "weekly" } as const;
const formAgain = (slip: string | undefined) =>
  pages().subscribeForm({ ...NO_VIEW, councils: [], kinds: [], slip });

describe("the form of a subscription", () => {
  it("takes it down, and goes on to a page that says where we wrote to", async () => {
    const { path, slip, status } = await send(subscribeForm, WISH);
    expect([status, path]).toEqual([303, "/alerts/check-your-mail"]);
    expect(await pages().mailAsked({ slip })).toEqual({
      asked: { email: ANN, what: "confirm" },
      mailWay: "smtp",
    });
    expect(await people.database.signUp.findMany()).toMatchObject([
      {
        ...{ email: ANN, everyCouncil: false, dfeCodes: ["X01"], frequency: "daily" },
        kinds: ["promise-missed", "at-risk"],
      },
    ]);
    expect(await people.database.delivery.findMany()).toMatchObject([
      { content: { names: ["Exampleshire"] } },
    ]);
  });

  it("goes on in the same way for an address that is known", async () => {
    const shape = async () => {
      const { status, path, hash, location, answer } = await send(subscribeForm, WISH);
      return { status, path, hash, length: location.length, headers: [...answer.headers.keys()] };
    };
    const unknown = await shape();
    await people.subscribed(ANN);
    expect(await shape()).toEqual(unknown);
  });

  it("holds nothing in its address that could be read there", async () => {
    const { location } = await send(subscribeForm, { ...WISH, email: "not an address" });
    expect(decodeURIComponent(location)).not.toMatch(/address|exampleshire/);
  });

  it.each<[string, Fields, { field: string; message: string }[]]>([
    ["no address", { email: "" }, [{ field: "email", message: "Enter your e-mail address" }]],
    [
      "what is none",
      { email: "ann" },
      [{ field: "email", message: expect.stringContaining("name@example.org") }],
    ],
    [
      "a second line in it",
      { email: "ann@example.org\r\nBcc: ben@example.org" },
      [{ field: "email", message: expect.any(String) }],
    ],
    [
      "no council",
      { council: [] },
      [{ field: "council", message: expect.stringContaining("at least one council") }],
    ],
    ["a council of nowhere", { council: "atlantis" }, [{ field: "council", message: expect.any(String) }]],
    ["no kind", { kind: [] }, [{ field: "kind", message: expect.any(String) }]],
    ["no kind of ours", { kind: "weather" }, [{ field: "kind", message: expect.any(String) }]],
    [
      "nothing at all",
      { email: "", council: [], kind: [] },
      [{ field: "council" }, { field: "kind" }, { field: "email" }].map((one) => ({
        ...one,
        message: expect.any(String),
      })),
    ],
    [
      "a name that no council has",
      { find: "Atlantis" },
      [{ field: "council", message: expect.stringContaining("“Atlantis”") }],
    ],
    [
      "a name that two have",
      { find: "Specimen" },
      [{ field: "council", message: expect.stringContaining("several") }],
    ],
  ])("with %s comes back with what was typed and what is wrong", async (_what, difference, problems) => {
    const fields = { ...WISH, ...difference };
    const { path, hash, slip } = await send(subscribeForm, fields);
    expect([path, hash]).toEqual(["/alerts", "#problems"]);
    const form = await formAgain(slip);
    expect(form.problems).toEqual(problems);
    expect(form.email).toBe(
      String(fields.email)
        .replace(/[\r\n]/g, " ")
        .trim(),
    );
    expect(form.chosen.frequency).toBe("daily");
    expect(form.find).toBe(fields.find);
    expect(await people.counted()).toMatchObject({ SignUp: 0, Delivery: 0, RequestLimit: 0 });
  });

  it("understands the name of a council that was typed and not added", async () => {
    await send(subscribeForm, { ...WISH, council: [], find: "exampleshire" });
    await send(subscribeForm, { ...WISH, council: [], find: "X02", email: "ben@example.org" });
    await send(subscribeForm, { ...WISH, council: [], find: "south", email: "cat@example.org" });
    expect(
      (await people.database.signUp.findMany({ orderBy: { email: "asc" } })).map(({ dfeCodes }) => dfeCodes),
    ).toEqual([["X01"], ["X02"], ["X03"]]);
  });

  it("doesn't mind what was looked for when all councils are chosen", async () => {
    await send(subscribeForm, { ...WISH, councils: "all", find: "Atlantis" });
    expect(await people.database.signUp.findMany()).toMatchObject([{ everyCouncil: true, dfeCodes: [] }]);
  });

  it("adds a council without script, and keeps the rest", async () => {
    const { path, hash, slip } = await send(subscribeForm, {
      ...WISH,
      step: "add",
      find: "South Specimen",
      email: "half an addr",
    });
    expect([path, hash]).toEqual(["/alerts", "#councils"]);
    expect(await formAgain(slip)).toMatchObject({
      chosen: {
        councils: [{ name: "Exampleshire" }, { name: "South Specimen" }],
        kinds: ["promise-missed", "at-risk"],
        frequency: "daily",
      },
      ...{ email: "half an addr", find: "", found: [], problems: [] },
    });
  });

  it("offers the councils that a name could mean, without those that are chosen", async () => {
    const { slip } = await send(subscribeForm, {
      ...WISH,
      council: "north-specimen",
      step: "add",
      find: "Specimen",
    });
    expect(await formAgain(slip)).toMatchObject({
      ...{ find: "Specimen", found: [{ slug: "south-specimen", name: "South Specimen" }], problems: [] },
      chosen: { councils: [{ name: "North Specimen" }] },
    });
  });

  it("says that a name is no council's when it's to be added", async () => {
    const { slip, hash } = await send(subscribeForm, { ...WISH, step: "add", find: "Atlantis" });
    expect(hash).toBe("#councils");
    expect((await formAgain(slip)).problems).toMatchObject([{ field: "council" }]);
  });

  it("sends when Enter is pressed in another field: the first button counts as pressed then", async () => {
    expect(await send(subscribeForm, { ...WISH, step: "add" })).toMatchObject({
      path: "/alerts/check-your-mail",
    });
  });

  it("says when to come back to whoever asks too often, alike for everybody", async () => {
    for (let time = 1; time <= 5; time += 1) await send(subscribeForm, WISH);
    const { path, slip } = await send(subscribeForm, WISH);
    expect(path).toBe("/alerts");
    const form = await formAgain(slip);
    expect(form.problems).toEqual([{ field: "form", message: expect.stringContaining("Try again") }]);
    expect(form.email).toBe("Ann@Example.org");
  });
});

describe("a form", () => {
  const others: readonly [string, Record<string, string>][] = [
    ["another site", { origin: "https://evil.example", host: "localhost:4300" }],
    ["another site, says the browser", { ...OURS, "sec-fetch-site": "cross-site" }],
    [
      "a page that hides where it is, on another site",
      { origin: "null", host: "localhost:4300", "sec-fetch-site": "cross-site" },
    ],
    ["nobody knows where", { host: "localhost:4300" }],
  ];
  it.each(others)("from %s is refused and changes nothing", async (_where, headers) => {
    const { status, answer } = await send(subscribeForm, WISH, headers);
    expect(status).toBe(403);
    expect(await answer.text()).toContain("nothing was changed");
    expect(await people.counted()).toMatchObject({ SignUp: 0, RequestLimit: 0 });
  });

  it("from our own page that tells nobody where it is, is taken", async () => {
    const headers = { origin: "null", host: "localhost:4300", "sec-fetch-site": "same-origin" };
    expect(await send(subscribeForm, WISH, headers)).toMatchObject({ status: 303 });
  });

  it.each([
    ["what is no form", { "content-type": "application/json" }, "{}"],
    [
      "what is far too large",
      { "content-type": "application/x-www-form-urlencoded" },
      `email=${"x".repeat(70_000)}`,
    ],
    ["half a form", { "content-type": "multipart/form-data; boundary=x" }, "--x\r\nContent-"],
  ])("that is %s is refused", async (_what, headers, body) => {
    const request = new Request(`${SITE}/alerts/subscribe`, {
      method: "POST",
      headers: { ...OURS, ...headers },
      body,
    });
    expect((await takeForms(subscribeForm, context).POST(request)).status).toBe(400);
  });

  it("may come in parts too", async () => {
    const body = new FormData();
    for (const [name, value] of formOf(WISH)) body.append(name, value);
    const request = new Request(`${SITE}/alerts/subscribe`, { method: "POST", headers: OURS, body });
    const answer = await takeForms(subscribeForm, context).POST(request);
    expect(answer.headers.get("location")).toMatch(/^\/alerts\/check-your-mail\?/);
  });

  it("is only sent: whoever comes without one is shown its page", () => {
    const answer = takeForms(subscribeForm, context).GET();
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/alerts"]);
  });

  it("that fails says so without a word of why, and the log holds no token", async () => {
    const token = await people.subscribed(ANN);
    const broken = { ...confirmForm, take: () => Promise.reject(new Error("out of memory")) };
    const { status, answer } = await send(broken, { token });
    expect(status).toBe(500);
    expect(await answer.text()).not.toContain("memory");
    expect(log.lines).toEqual([{ level: "error", message: "a confirmation failed" }]);
  });

  it("is kept by nobody, and tells the next page nothing of itself", async () => {
    const { answer } = await send(subscribeForm, WISH);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
  });
});

describe("the link of a confirmation mail", () => {
  it("shows what it confirms, and then the choices", async () => {
    await people.ask(ANN, { dfeCodes: ["X02", "X01"] });
    const token = await people.mailed(ANN);
    expect(await pages().signUp({ token })).toMatchObject({
      ...{ kind: "waiting", email: ANN, together: null },
      asked: { councils: [{ name: "Exampleshire" }, { name: "North Specimen" }], frequency: "weekly" },
    });
    const { path, slip } = await send(confirmForm, { token });
    expect(path).toBe(`/alerts/manage/${token}`);
    expect(await pages().managePage({ token, slip })).toMatchObject({ email: ANN, done: "confirmed" });
    expect(await pages().signUp({ token })).toEqual({ kind: "confirmed" });
    expect(await send(confirmForm, { token })).toMatchObject({ path: `/alerts/manage/${token}` });
  });

  it("that is dead leads to the page that says so", async () => {
    expect(await send(confirmForm, { token: "x" })).toMatchObject({ path: "/alerts/confirm/x" });
    expect(await pages().signUp({ token: "x" })).toEqual({ kind: "no-such-link" });
  });
});

describe("the form for a link", () => {
  it("goes on in the same way whether or not the address is known", async () => {
    await people.subscribed(ANN);
    const shape = async (email: string) => {
      const { status, path, slip, answer } = await send(linkForm, { email });
      const { asked, ...rest } = await pages().mailAsked({ slip });
      return {
        status,
        path,
        rest,
        what: asked?.what,
        to: asked?.email === email,
        headers: [...answer.headers.keys()],
      };
    };
    expect(await shape(ANN)).toEqual(await shape("ben@example.org"));
  });

  it.each([
    ["", "Enter your e-mail address"],
    ["ann", "Enter an e-mail address like name@example.org"],
  ])("with %j comes back", async (email, message) => {
    const { path, slip } = await send(linkForm, { email });
    expect(path).toBe("/alerts/manage");
    expect(await pages().linkForm({ slip })).toMatchObject({
      email,
      problems: [{ field: "email", message }],
    });
  });
});

describe("somebody's own page", () => {
  it("shows and changes what they hear of", async () => {
    const token = await people.subscribed(ANN, { dfeCodes: ["X01"] });
    const { path, slip } = await send(choicesForm, {
      ...WISH,
      token,
      council: ["south-specimen"],
      step: "save",
    });
    expect(path).toBe(`/alerts/manage/${token}`);
    expect(await pages().managePage({ token, slip })).toMatchObject({
      ...{ done: "saved", webhooks: [] },
      mail: {
        councils: [{ slug: "south-specimen" }],
        kinds: ["promise-missed", "at-risk"],
        frequency: "daily",
      },
      fields: { chosen: { councils: [{ slug: "south-specimen" }] }, problems: [] },
    });
  });

  it("comes back with what was typed where something is wrong, and nothing is changed", async () => {
    const token = await people.subscribed(ANN, { dfeCodes: ["X01"] });
    const { slip, hash } = await send(choicesForm, {
      ...WISH,
      token,
      kind: [],
      find: "Atlantis",
      step: "save",
    });
    expect(hash).toBe("#problems");
    expect(await pages().managePage({ token, slip })).toMatchObject({
      mail: { kinds: ["promise-missed"], frequency: "weekly" },
      fields: {
        find: "Atlantis",
        problems: [{ field: "council" }, { field: "kind" }],
        chosen: { frequency: "daily" },
      },
    });
  });

  it("adds a council to the form without script", async () => {
    const token = await people.subscribed(ANN, { dfeCodes: ["X01"] });
    const { slip, hash } = await send(choicesForm, { ...WISH, token, find: "X03", step: "add" });
    expect(hash).toBe("#councils");
    expect((await pages().managePage({ token, slip }))?.fields.chosen.councils).toMatchObject([
      { slug: "exampleshire" },
      { slug: "south-specimen" },
    ]);
    expect(await people.subscriptionOf(ANN)).toMatchObject({ dfeCodes: ["X01"] });
  });

  it("is nothing without a link that works", async () => {
    expect(await pages().managePage({ token: "x" })).toBeNull();
    expect(await send(choicesForm, { ...WISH, token: "x", step: "save" })).toMatchObject({
      path: "/alerts/manage/x",
      slip: undefined,
    });
    expect(await send(webhookForm, { token: "x", url: "https://example.org/", step: "add" })).toMatchObject({
      path: "/alerts/manage/x",
      slip: undefined,
    });
  });
});

describe("the forms about webhooks", () => {
  const add = async (token: string, fields: Fields = {}) =>
    send(webhookForm, { token, url: "https://example.org/hook", told: "everything", step: "add", ...fields });

  it("add one and show its secret on the page that comes after, once", async () => {
    const token = await people.subscribed(ANN);
    const { path, hash, slip } = await add(token);
    expect([path, hash]).toEqual([`/alerts/manage/${token}`, "#webhooks"]);
    const page = await pages().managePage({ token, slip });
    expect(page).toMatchObject({
      webhooks: [
        { url: "https://example.org/hook", disabled: null, calls: [], chosen: { everyCouncil: true } },
      ],
      webhookForm: { added: { url: "https://example.org/hook", secret: expect.stringMatching(/^whsec_/) } },
    });
    expect((await pages().managePage({ token }))?.webhookForm.added).toBeNull();
    // The very address, a moment later.
    expect((await pages().managePage({ token, slip }))?.webhookForm.added).toBeNull();
    const another = await add(token, { url: "https://example.org/another" });
    expect((await pages().managePage({ token, slip: another.slip }))?.webhookForm.added).not.toBeNull();
  });

  it("show no secret to whoever looks later than in ten minutes", async () => {
    const token = await people.subscribed(ANN);
    const { slip } = await add(token);
    people.clock.forward(10 / 60);
    expect((await pages().managePage({ token, slip }))?.webhookForm.added).toBeNull();
  });

  it("tell one the same as the mail, if asked to", async () => {
    const token = await people.subscribed(ANN, { dfeCodes: ["X02"], kinds: ["grant-news"] });
    await add(token, { told: "same" });
    expect((await pages().managePage({ token }))?.webhooks).toMatchObject([
      {
        chosen: {
          everyCouncil: false,
          councils: [{ slug: "north-specimen" }],
          kinds: ["grant-news"],
          frequency: "instant",
        },
      },
    ]);
  });

  it.each([
    ["", "Enter the address that is to be called"],
    ["http://example.org/hook", "It has to begin with https://"],
  ])("come back with %j and the reason", async (url, message) => {
    const token = await people.subscribed(ANN);
    const { slip } = await add(token, { url, told: "same" });
    expect((await pages().managePage({ token, slip }))?.webhookForm).toEqual({
      ...{ url, everything: false, added: null, problems: [{ field: "url", message }] },
    });
  });

  it("test, enable and remove one", async () => {
    const token = await people.subscribed(ANN);
    await add(token);
    const webhook = (await pages().managePage({ token }))?.webhooks[0]?.id ?? "";
    const done = async (step: string) => {
      const { slip } = await send(webhookForm, { token, webhook, step });
      return (await pages().managePage({ token, slip }))?.done;
    };
    expect(await done("test")).toBe("tested");
    expect((await pages().managePage({ token }))?.webhooks).toMatchObject([
      { calls: [{ purpose: "test", state: "queued", problem: null }] },
    ]);
    expect(await done("enable")).toBe("enabled");
    expect(await done("remove")).toBe("removed");
    expect((await pages().managePage({ token }))?.webhooks).toEqual([]);
  });
});

describe("ending it", () => {
  it("shows what a message's link ends, ends it with the button, and says so as often as asked", async () => {
    await people.subscribed(ANN, { dfeCodes: ["X01"] });
    const token = await people.told(ANN);
    expect(await pages().ending({ token })).toMatchObject({
      email: ANN,
      chosen: { councils: [{ name: "Exampleshire" }] },
    });
    expect(await people.subscriptionOf(ANN)).not.toBeNull();
    for (const _ of [1, 2])
      expect(await send(unsubscribeForm, { token })).toMatchObject({ path: "/alerts/unsubscribed" });
    expect(await people.subscriptionOf(ANN)).toBeNull();
    expect(await pages().ending({ token })).toBeNull();
  });

  it("deletes everything", async () => {
    const token = await people.subscribed(ANN);
    expect(await send(deleteForm, { token })).toMatchObject({ location: "/alerts/unsubscribed?deleted=yes" });
    expect(await people.wholeStore()).not.toContain(ANN);
  });

  it("leaves a page to whoever kept a webhook", async () => {
    const token = await people.subscribed(ANN);
    await addWebhook(context(), token, { url: "https://example.org/hook", choices: EVERYTHING });
    await unsubscribe(people, token);
    expect(await pages().managePage({ token })).toMatchObject({
      mail: null,
      fields: {
        chosen: { kinds: ALERT_KINDS.filter((kind) => kind !== "source-overdue"), frequency: "weekly" },
      },
    });
  });
});

describe("a mailbox provider's one click", () => {
  const click = async (token: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const request = new Request(`${SITE}/alerts/unsubscribe/${token}`, { method: "POST", body, headers });
    return takeOneClick(context).POST(request, { params: Promise.resolve({ token }) });
  };
  const inParts = () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    return form;
  };

  it.each<[string, () => BodyInit]>([
    ["as a web form", () => new URLSearchParams({ "List-Unsubscribe": "One-Click" })],
    ["in parts", inParts],
  ])("%s ends the mail without anything else, from anywhere, however often", async (_how, body) => {
    await people.subscribed(ANN);
    const token = await people.told(ANN);
    people.clock.forward(24 * 400);
    const headers = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
    for (const _ of [1, 2]) {
      const answer = await click(token, body(), headers);
      expect([answer.status, await answer.text()]).toEqual([200, "Unsubscribed.\n"]);
    }
    expect(await people.subscriptionOf(ANN)).toBeNull();
  });

  it("is answered alike for a link that was never one", async () => {
    expect((await click("x", inParts())).status).toBe(200);
  });

  it("ends nothing without those words", async () => {
    await people.subscribed(ANN);
    const token = await people.told(ANN);
    const answer = await click(token, new URLSearchParams({ something: "else" }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/alerts/unsubscribe/${token}`]);
    expect(await people.subscriptionOf(ANN)).not.toBeNull();
  });
});

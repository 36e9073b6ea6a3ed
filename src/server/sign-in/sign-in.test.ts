import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { deactivateUser } from "@/users/change-user";
import { choosePassword } from "@/users/choose-password";
import { createAdmin } from "@/users/create-admin";
import { inviteUser } from "@/users/invite-user";
import { createAuth } from "../auth";
import { clientAddressHeader } from "../client-address";
import type { FrontDoor } from "../context";
import { setPassword } from "./set-password";
import { signIn } from "./sign-in";
import { signOut, signOutOfAll } from "./sign-out";

const SITE = "https://tracker.example.org";
const EMAIL = "admin@example.org";
const PASSWORD = "four words of somebody";

let testDatabase: TestDatabase;
let context: TestContext;
let door: FrontDoor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  door = doorWith("s".repeat(40));
  await createAdmin(context, { email: EMAIL, password: PASSWORD });
});
afterEach(async () => {
  await context.database.rateLimit.deleteMany();
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

function doorWith(secret: string, baseUrl = SITE): FrontDoor {
  const { database, log } = context;
  return { auth: createAuth({ database, log, baseUrl, secret }), baseUrl };
}

interface Sent {
  readonly cookie?: string;
  readonly from?: string;
  readonly origin?: string | null;
  readonly type?: string;
}

function post(fields: Readonly<Record<string, string>>, sent: Sent = {}): Request {
  const { cookie, from = "198.51.100.1", origin = SITE, type = "application/x-www-form-urlencoded" } = sent;
  return new Request(`${SITE}/api/auth/anything`, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: {
      "content-type": type,
      [clientAddressHeader()]: from,
      ...(origin === null ? {} : { origin }),
      ...(cookie === undefined ? {} : { cookie }),
    },
  });
}

const attempt = (password: string, sent: Sent = {}, email = EMAIL) =>
  signIn(post({ email, password }, sent), door);

/** What a browser would send from now on. */
function cookiesOf(answer: Response, carried = ""): string {
  const jar = new Map(
    carried
      .split("; ")
      .filter(Boolean)
      .map((pair) => pair.split("=", 2) as [string, string]),
  );
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/max-age=0/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

const whoHas = (cookie: string, auth = door.auth) => auth.signedIn(new Headers({ cookie }));

describe("signing in", () => {
  it("leads on to the admin room, with a cookie that no script sees and no other site sends", async () => {
    const answer = await attempt(PASSWORD);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const cookie = answer.headers.getSetCookie().find((each) => each.includes("session_token")) ?? "";
    expect(cookie).toMatch(/^__Secure-svt\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Max-Age=43200/);
    expect(cookie).not.toMatch(/; Domain/i);
    expect(await whoHas(cookiesOf(answer))).toMatchObject({ email: EMAIL, role: "admin" });
  });

  it("asks for no lock on the cookie where the site has none", async () => {
    const plain = doorWith("s".repeat(40), "http://localhost:3000");
    const answer = await signIn(
      post({ email: EMAIL, password: PASSWORD }, { origin: "http://localhost:3000" }),
      plain,
    );
    const cookies = answer.headers.getSetCookie();
    expect(cookies.filter((cookie) => /Secure/.test(cookie))).toEqual([]);
    expect(await whoHas(cookiesOf(answer), plain.auth)).toMatchObject({ email: EMAIL });
  });

  it("takes the address in capitals and with blanks around it", async () => {
    const answer = await attempt(PASSWORD, {}, ` ${EMAIL.toUpperCase()} `);
    expect(answer.headers.get("location")).toBe("/admin");
  });

  it("leads on to the page that was asked for", async () => {
    const answer = await signIn(post({ email: EMAIL, password: PASSWORD, next: "/admin/runs?page=2" }), door);
    expect(answer.headers.get("location")).toBe("/admin/runs?page=2");
  });

  it.each([
    ["a wrong password", EMAIL, "four words of nobody"],
    ["no password", EMAIL, ""],
    ["an address nobody has", "nobody@example.org", PASSWORD],
    ["no address at all", "admin", PASSWORD],
    ["a password as long as a book", EMAIL, "x".repeat(2_000)],
  ])("with %s is refused with the same words", async (_what, email, password) => {
    const answer = await attempt(password, {}, email);
    expect(answer.headers.get("location")).toBe("/sign-in?problem=refused");
    expect(answer.headers.getSetCookie().filter((cookie) => cookie.includes("session"))).toEqual([]);
  });

  it("keeps what was typed as the address for the form, and the password nowhere", async () => {
    const answer = await attempt("wrong and secret", {}, "some.body@example.org");
    expect(cookiesOf(answer)).toBe("typed-email=some.body%40example.org");
    expect([...answer.headers].join()).not.toContain("secret");
  });

  it("is refused to somebody deactivated, whose sessions end", async () => {
    const { userId, link } = await inviteUser(context, { email: "gone@example.org", role: "editor" });
    await choosePassword(context, { token: link.token, password: PASSWORD });
    const cookie = cookiesOf(await attempt(PASSWORD, {}, "gone@example.org"));
    expect(await whoHas(cookie)).toMatchObject({ role: "editor" });
    await deactivateUser(context, { userId });
    expect(await whoHas(cookie)).toBe(null);
    const answer = await attempt(PASSWORD, {}, "gone@example.org");
    expect(answer.headers.get("location")).toBe("/sign-in?problem=refused");
  });

  it.each<[string, Sent, number]>([
    ["another site", { origin: "https://evil.example" }, 403],
    ["nobody knows where", { origin: null }, 403],
    ["something that isn't a form", { type: "text/plain" }, 400],
    ["a form with files", { type: "multipart/form-data; boundary=x" }, 400],
  ])("from %s is refused before the password is looked at", async (_what, sent, status) => {
    const answer = await attempt(PASSWORD, sent);
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await context.database.rateLimit.count()).toBe(0);
  });

  it("refuses a form larger than any of ours", async () => {
    expect((await attempt("x".repeat(40_000))).status).toBe(400);
  });
});

describe("a session", () => {
  it("is a new one at every sign-in, and the one before is over: nobody can fix it beforehand", async () => {
    const planted = cookiesOf(await attempt(PASSWORD, { from: "198.51.100.66" }));
    const answer = await attempt(PASSWORD, { cookie: planted });
    const fresh = cookiesOf(answer, planted);
    expect(fresh).not.toBe(planted);
    expect(await whoHas(fresh)).toMatchObject({ email: EMAIL });
    expect(await whoHas(planted)).toBe(null);
  });

  it("can't be chosen by whoever sends the cookie", async () => {
    const chosen = "__Secure-svt.session_token=chosen-by-an-attacker.c2lnbmVk";
    const fresh = cookiesOf(await attempt(PASSWORD, { cookie: chosen }), chosen);
    expect(fresh).not.toContain("chosen-by-an-attacker");
    expect(await whoHas(chosen)).toBe(null);
  });

  it("isn't believed when forged", async () => {
    const cookie = cookiesOf(await attempt(PASSWORD));
    expect(await whoHas(cookie)).not.toBe(null);
    const [{ token } = { token: "" }] = await context.database.session.findMany({
      orderBy: { createdAt: "desc" },
    });
    for (const forged of [
      `__Secure-svt.session_token=${token}`,
      `__Secure-svt.session_token=${token}.`,
      `__Secure-svt.session_token=${token}.${"A".repeat(44)}`,
      cookie.replace(/session_token=./, "session_token=_"),
      cookie.replace("__Secure-", ""),
    ]) {
      expect(await whoHas(forged), forged).toBe(null);
    }
    expect(await whoHas(cookie, doorWith("another secret, as long as the first one").auth)).toBe(null);
  });

  it("isn't believed once it has expired", async () => {
    const cookie = cookiesOf(await attempt(PASSWORD));
    await context.database.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await whoHas(cookie)).toBe(null);
  });

  it("lasts twelve hours, however much it's used", async () => {
    await context.database.session.deleteMany();
    const cookie = cookiesOf(await attempt(PASSWORD));
    const [begun] = await context.database.session.findMany();
    expect(begun && begun.expiresAt.getTime() - begun.createdAt.getTime()).toBeLessThanOrEqual(
      12 * 3_600_000 + 1_000,
    );
    await whoHas(cookie);
    const [used] = await context.database.session.findMany();
    expect(used?.expiresAt).toEqual(begun?.expiresAt);
  });

  it("is over after signing out, when its cookie is sent once more too", async () => {
    const cookie = cookiesOf(await attempt(PASSWORD));
    const answer = await signOut(post({}, { cookie }), door);
    expect(answer.headers.get("location")).toBe("/sign-in?done=signed-out");
    expect(cookiesOf(answer, cookie)).not.toContain("session_token");
    expect(await whoHas(cookie)).toBe(null);
  });

  it("isn't ended by another site", async () => {
    const cookie = cookiesOf(await attempt(PASSWORD));
    const sent = { cookie, origin: "https://evil.example" };
    expect((await signOut(post({}, sent), door)).status).toBe(403);
    expect((await signOutOfAll(post({}, sent), door, context)).status).toBe(403);
    expect(await whoHas(cookie)).not.toBe(null);
  });

  it("is over everywhere when asked so, and the record says how many there were", async () => {
    await context.database.session.deleteMany();
    const here = cookiesOf(await attempt(PASSWORD));
    const there = cookiesOf(await attempt(PASSWORD));
    const answer = await signOutOfAll(post({}, { cookie: here }), door, context);
    expect(answer.headers.get("location")).toBe("/sign-in?done=signed-out-everywhere");
    expect([await whoHas(here), await whoHas(there)]).toEqual([null, null]);
    const entry = await context.database.auditEntry.findFirst({ orderBy: { id: "desc" } });
    expect(entry).toMatchObject({ verb: "user.sign-out-everywhere", before: { sessions: 2 } });
  });
});

describe("guessing passwords", () => {
  /** As if so many wrong tries had gone before, one after the other. */
  async function triedBefore(count: number, ago = 0): Promise<void> {
    const last = BigInt(Date.now() - ago);
    await context.database.rateLimit.updateMany({ data: { count, lastRequest: last } });
  }
  const wrong = async (sent: Sent = {}, email = EMAIL) =>
    (await attempt("wrong", sent, email)).headers.get("location");
  const REFUSED = "/sign-in?problem=refused";
  const SLOWED = /^\/sign-in\?problem=wait&minutes=1[45]$/;

  it("of one account is slowed from the eleventh try on, wherever it comes from", async () => {
    expect(await wrong({ from: "203.0.113.1" })).toBe(REFUSED);
    await triedBefore(9);
    expect(await wrong({ from: "203.0.113.2" })).toBe(REFUSED);
    expect(await wrong({ from: "203.0.113.3" })).toMatch(SLOWED);
    expect((await attempt(PASSWORD, { from: "203.0.113.4" })).headers.get("location")).toMatch(SLOWED);
    expect(await wrong({ from: "203.0.113.5" }, "nobody@example.org")).toBe(REFUSED);
  });

  it("of one account doesn't slow a browser in which its owner signed in before", async () => {
    const known = cookiesOf(await attempt(PASSWORD));
    await wrong({ from: "203.0.113.1" });
    await triedBefore(10);
    expect(await wrong({ from: "203.0.113.2" })).toMatch(SLOWED);
    expect((await attempt(PASSWORD, { cookie: known })).headers.get("location")).toBe("/admin");
    const forged = known.replace(/known-browser=../, "known-browser=AA");
    expect((await attempt(PASSWORD, { cookie: forged })).headers.get("location")).toMatch(SLOWED);
  });

  it("from one address is slowed from the twenty-first try on, whichever account is tried", async () => {
    // The second half of such an address is for whoever has it to choose.
    await wrong({ from: "2001:db8:1:2::1" }, "nobody@example.org");
    await triedBefore(19);
    expect(await wrong({ from: "2001:db8:1:2::2" })).toBe(REFUSED);
    expect(await wrong({ from: "2001:db8:1:2::3" })).toMatch(SLOWED);
    expect((await attempt(PASSWORD, { from: "2001:db8:1:3::1" })).headers.get("location")).toBe("/admin");
  });

  it("with many tries at once isn't counted less", async () => {
    await wrong();
    await triedBefore(8);
    const from = (index: number) => ({ from: `203.0.113.${index}` });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((index) => wrong(from(index))));
    expect(answers.filter((location) => location === REFUSED)).toHaveLength(2);
  });

  it("is forgotten after the right password", async () => {
    await wrong();
    await triedBefore(9);
    expect((await attempt(PASSWORD)).headers.get("location")).toBe("/admin");
    expect(await context.database.rateLimit.count()).toBe(0);
  });

  it.each([
    ["a moment before a quarter of an hour is over still have to wait", 15 * 60_000 - 30_000, /minutes=1$/],
    ["a quarter of an hour later lead in", 15 * 60_000, /^\/admin$/],
  ])("and the right password %s", async (_when, ago, location) => {
    await wrong();
    await triedBefore(11, ago);
    // Trying in between doesn't make the wait longer.
    expect((await attempt(PASSWORD)).headers.get("location")).toMatch(location);
  });

  it("leaves nobody's address in the counts", async () => {
    await attempt("wrong");
    const rows = await context.database.rateLimit.findMany();
    expect(rows.map(({ key }) => key).join()).not.toContain("admin");
  });
});

describe("a one-time link", () => {
  const choose = (link: string, password: string, again = password) =>
    setPassword(post({ link, password, again }), door, context);

  it("lets somebody choose a password, once", async () => {
    const { link } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    const answer = await choose(link.token, PASSWORD);
    expect(answer.headers.get("location")).toBe("/sign-in?done=password-chosen");
    expect((await attempt(PASSWORD, {}, "new@example.org")).headers.get("location")).toBe("/admin");
    const again = await choose(link.token, "another long password");
    expect(again.headers.get("location")).toMatch(/problem=link$/);
    expect((await attempt(PASSWORD, {}, "new@example.org")).headers.get("location")).toBe("/admin");
  });

  it.each([
    ["differ", "one long password", "another long password"],
    ["password", "short", "short"],
    ["password", "typed@example.org!", "typed@example.org!"],
  ])("isn't used up by a mistake (%s)", async (problem, password, again) => {
    await context.database.user.deleteMany({ where: { email: "typed@example.org" } });
    const { link } = await inviteUser(context, { email: "typed@example.org", role: "editor" });
    const refused = await choose(link.token, password, again);
    expect(refused.headers.get("location")).toBe(`/sign-in/password?link=${link.token}&problem=${problem}`);
    expect((await choose(link.token, PASSWORD)).headers.get("location")).toMatch(/done=/);
  });

  it("isn't taken from another site", async () => {
    const request = post(
      { link: "x", password: PASSWORD, again: PASSWORD },
      { origin: "https://evil.example" },
    );
    expect((await setPassword(request, door, context)).status).toBe(403);
  });
});

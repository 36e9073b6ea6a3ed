import { verifyPassword } from "better-auth/crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listUsers } from "@/present/users";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { changeRole, deactivateUser, reactivateUser } from "./change-user";
import { choosePassword, linkHolder } from "./choose-password";
import { createAdmin, createFirstAdmin } from "./create-admin";
import { inviteUser } from "./invite-user";
import { renewLink } from "./renew-link";
import { UserProblem, type UserProblemKind } from "./user-problem";

let testDatabase: TestDatabase;
let context: TestContext;
let admin: string;

const PASSWORD = "four words of somebody";

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
});
beforeEach(async () => {
  await context.database.user.deleteMany();
  await createAdmin(context, { email: "first@example.org", password: PASSWORD });
  admin = (await userNamed("first@example.org")).id;
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

const userNamed = (email: string) => context.database.user.findUniqueOrThrow({ where: { email } });
const lastEntry = () => context.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });

async function problemOf(attempt: () => Promise<unknown>): Promise<UserProblemKind> {
  const entries = await context.database.auditEntry.count();
  const error = await attempt().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserProblem)) throw new Error(`It was done, or failed otherwise: ${error}`);
  expect(await context.database.auditEntry.count(), "a refusal leaves no line in the record").toBe(entries);
  return error.kind;
}

describe("inviting somebody", () => {
  it("adds them without a password, and writes down who did it, without their address", async () => {
    const { userId, email, link } = await inviteUser(context, { email: " New@Example.org ", role: "editor" });
    expect(email).toBe("new@example.org");
    expect(link.purpose).toBe("invitation");
    expect(link.expiresAt).toEqual(new Date(context.clock.now().getTime() + 7 * 24 * 3_600_000));
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      actor: "test",
      verb: "user.invite",
      subjectKind: "user",
      subjectId: userId,
      before: null,
      after: { role: "editor" },
    });
    expect(JSON.stringify(entry)).not.toContain("example.org");
  });

  it("keeps of the link only a hash", async () => {
    const { link } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    const rows = await context.database.passwordLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(link.token);
    expect(link.token).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ["email", "somebody"],
    ["email", "a@b@example.org"],
    ["email", "<script>@example.org"],
    ["email", `${"x".repeat(250)}@example.org`],
    ["known", "FIRST@example.org"],
  ])("is refused (%s) for %s", async (kind, email) =>
    expect(await problemOf(() => inviteUser(context, { email, role: "editor" }))).toBe(kind),
  );
});

describe("a link", () => {
  it("can be used until it expires, and not a moment longer", async () => {
    const { link } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    const clock = { now: () => new Date(link.expiresAt.getTime() - 1) };
    expect(await linkHolder({ ...context, clock }, link.token)).toEqual({
      email: "new@example.org",
      purpose: "invitation",
    });
    const later = { ...context, clock: { now: () => link.expiresAt } };
    expect(await linkHolder(later, link.token)).toBe(null);
    expect(await problemOf(() => choosePassword(later, { token: link.token, password: PASSWORD }))).toBe(
      "link",
    );
  });

  it("no longer works once there is a newer one", async () => {
    const { userId, link } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    const { link: newer } = await renewLink(context, { userId });
    expect(newer.purpose).toBe("invitation");
    expect(await linkHolder(context, link.token)).toBe(null);
    expect(await linkHolder(context, newer.token)).not.toBe(null);
  });

  it("for somebody who has a password leads back in, within a day, and the old one holds until then", async () => {
    const { link } = await renewLink(context, { userId: admin });
    expect(link.purpose).toBe("reset");
    expect(link.expiresAt).toEqual(new Date(context.clock.now().getTime() + 24 * 3_600_000));
    expect(await passwordHolds(admin, PASSWORD)).toBe(true);
    await choosePassword(context, { token: link.token, password: "another four words" });
    expect(await passwordHolds(admin, PASSWORD)).toBe(false);
    expect(await passwordHolds(admin, "another four words")).toBe(true);
  });

  it("used by two at once works for one", async () => {
    const { link } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    const outcomes = await Promise.allSettled(
      ["one of two passwords", "two of two passwords"].map((password) =>
        choosePassword(context, { token: link.token, password }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("that nobody made is nobody's", async () => {
    expect(await linkHolder(context, "")).toBe(null);
    expect(await linkHolder(context, "x".repeat(43))).toBe(null);
  });

  async function passwordHolds(userId: string, password: string): Promise<boolean> {
    const { password: hash } = await context.database.credential.findFirstOrThrow({ where: { userId } });
    return verifyPassword({ hash: hash ?? "", password });
  }
});

describe("the last admin", () => {
  it.each([
    ["be made an editor", () => changeRole(context, { userId: admin, role: "editor" })],
    ["be deactivated", () => deactivateUser(context, { userId: admin })],
  ])("can't %s", async (_what, attempt) => {
    expect(await problemOf(attempt)).toBe("last-admin");
    expect(await userNamed("first@example.org")).toMatchObject({ role: "admin", deactivatedAt: null });
  });

  it("isn't the last when another can sign in, who was only invited doesn't count", async () => {
    const { link } = await inviteUser(context, { email: "second@example.org", role: "admin" });
    expect(await problemOf(() => deactivateUser(context, { userId: admin }))).toBe("last-admin");
    await choosePassword(context, { token: link.token, password: PASSWORD });
    await deactivateUser(context, { userId: admin });
    const second = (await userNamed("second@example.org")).id;
    expect(await problemOf(() => changeRole(context, { userId: second, role: "editor" }))).toBe("last-admin");
  });

  it("stays, though two demote each other at once", async () => {
    const { userId, link } = await inviteUser(context, { email: "second@example.org", role: "admin" });
    await choosePassword(context, { token: link.token, password: PASSWORD });
    const outcomes = await Promise.allSettled([
      changeRole(context, { userId: admin, role: "editor" }),
      changeRole(context, { userId, role: "editor" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("changing somebody", () => {
  it("writes down what they were and what they are, and nothing when nothing changes", async () => {
    const { userId } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    await changeRole(context, { userId, role: "admin" });
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      verb: "user.change-role",
      before: { role: "editor" },
      after: { role: "admin" },
    });
    await changeRole(context, { userId, role: "admin" });
    expect((await lastEntry()).id).toBe(entry.id);
  });

  it("shut out ends their links and sessions, and letting in again brings none back", async () => {
    const { userId, link } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    const now = context.clock.now();
    const expiresAt = new Date("2100-01-01T00:00:00Z");
    await context.database.session.create({
      data: { id: "s", token: "t", userId, createdAt: now, updatedAt: now, expiresAt },
    });
    await deactivateUser(context, { userId });
    expect(await context.database.session.count({ where: { userId } })).toBe(0);
    expect(await linkHolder(context, link.token)).toBe(null);
    expect(await problemOf(() => renewLink(context, { userId }))).toBe("wrong-state");
    expect(await problemOf(() => deactivateUser(context, { userId }))).toBe("wrong-state");
    await reactivateUser(context, { userId });
    expect(await linkHolder(context, link.token)).toBe(null);
    expect(await problemOf(() => reactivateUser(context, { userId }))).toBe("wrong-state");
  });

  it.each([
    ["role", () => changeRole(context, { userId: "nobody", role: "admin" })],
    ["access", () => deactivateUser(context, { userId: "nobody" })],
    ["link", () => renewLink(context, { userId: "nobody" })],
  ])("who isn't there is refused: %s", async (_what, attempt) =>
    expect(await problemOf(attempt)).toBe("no-such-user"),
  );
});

describe("the list", () => {
  it("says who is in, who was invited and who is out", async () => {
    const invited = await inviteUser(context, { email: "b@example.org", role: "editor" });
    const out = await inviteUser(context, { email: "a@example.org", role: "editor" });
    await deactivateUser(context, { userId: out.userId });
    const users = await listUsers(context);
    expect(users.map(({ email, role, state, linkUntil }) => ({ email, role, state, linkUntil }))).toEqual([
      { email: "first@example.org", role: "admin", state: "active", linkUntil: null },
      { email: "b@example.org", role: "editor", state: "invited", linkUntil: invited.link.expiresAt },
      { email: "a@example.org", role: "editor", state: "deactivated", linkUntil: null },
    ]);
  });
});

describe("at the machine itself", () => {
  it("an admin is made, with a link where no password is given", async () => {
    const made = await createAdmin(context, { email: "New@example.org", password: null });
    expect(made?.link.purpose).toBe("invitation");
    expect(await userNamed("new@example.org")).toMatchObject({ role: "admin" });
    expect(await lastEntry()).toMatchObject({ verb: "user.create-admin", before: null });
  });

  it("somebody who was shut out, or an editor, gets in as an admin again", async () => {
    const { userId } = await inviteUser(context, { email: "new@example.org", role: "editor" });
    await deactivateUser(context, { userId });
    expect(await createAdmin(context, { email: "new@example.org", password: PASSWORD })).toBe(null);
    expect(await userNamed("new@example.org")).toMatchObject({ role: "admin", deactivatedAt: null });
    expect(await lastEntry()).toMatchObject({
      before: { role: "editor", active: false },
      after: { role: "admin", active: true },
    });
  });

  it("the first admin of the settings is made once: an old setting brings no password back", async () => {
    const settings = { email: "first@example.org", password: "from the settings" };
    expect(await createFirstAdmin(context, settings)).toBe(false);
    const { password } = await context.database.credential.findFirstOrThrow({ where: { userId: admin } });
    expect(await verifyPassword({ hash: password ?? "", password: PASSWORD })).toBe(true);
    await context.database.user.deleteMany();
    expect(await createFirstAdmin(context, settings)).toBe(true);
    expect(await userNamed("first@example.org")).toMatchObject({ role: "admin" });
  });

  it("two starts at once make one", async () => {
    await context.database.user.deleteMany();
    const settings = { email: "first@example.org", password: "from the settings" };
    const made = await Promise.all([
      createFirstAdmin(context, settings),
      createFirstAdmin(context, settings),
    ]);
    expect(made.sort()).toEqual([false, true]);
    expect(await context.database.user.count()).toBe(1);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOMS, type Room } from "@/app/admin/rooms";
import { ROLES, type Role } from "@/domain/users/role";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { usualSite } from "@/testing/factories";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { createAuth } from "../auth";
import type { FrontDoor } from "../context";
import type { ProcedureMeta } from "../trpc";
import { createVisitor, type ProcedureContext, type Visitor } from "../visitor";
import { appRouter } from "./app-router";

/**
 * For whom each procedure is. Whoever adds one says so here: what isn't named fails. Without a name in here a
 * procedure may only be public, and outside of `admin`.
 */
const FOR: Readonly<Record<string, ProcedureMeta["access"]>> = {
  "admin.me": "editor",
  "admin.overview": "editor",
  "admin.health": "editor",
  "admin.flags.byId": "editor",
  "admin.flags.hide": "admin",
  "admin.flags.ofCouncil": "editor",
  "admin.flags.reply": "editor",
  "admin.flags.restore": "admin",
  "admin.flags.show": "admin",
  "admin.flags.takenBack": "editor",
  "admin.flags.takeReplyDown": "editor",
  "admin.flags.withdraw": "admin",
  "admin.reports.answer": "editor",
  "admin.reports.byId": "editor",
  "admin.reports.close": "editor",
  "admin.reports.publishNote": "editor",
  "admin.reports.queue": "editor",
  "admin.reports.reopen": "editor",
  "admin.reports.takeNoteBack": "editor",
  "admin.register.councils": "editor",
  "admin.register.export": "editor",
  "admin.register.files": "editor",
  "admin.register.import": "editor",
  "admin.register.keep": "editor",
  "admin.register.restore": "editor",
  "admin.register.retire": "editor",
  "admin.register.row": "editor",
  "admin.register.rows": "editor",
  "admin.alerts.subscribers": "editor",
  "admin.alerts.batches.list": "editor",
  "admin.alerts.batches.decide": "admin",
  "admin.alerts.messages.record": "editor",
  "admin.alerts.messages.tryAgain": "admin",
  "admin.alerts.messages.tryAllAgain": "admin",
  "admin.alerts.messages.latestTest": "admin",
  "admin.alerts.messages.sendTest": "admin",
  "admin.alerts.suppressions.list": "editor",
  "admin.alerts.suppressions.add": "admin",
  "admin.alerts.suppressions.lift": "admin",
  "admin.review.byId": "editor",
  "admin.review.corrections.figures": "editor",
  "admin.review.corrections.made": "editor",
  "admin.review.corrections.record": "editor",
  "admin.review.corrections.withdraw": "editor",
  "admin.review.decide": "editor",
  "admin.review.place": "editor",
  "admin.review.queue": "editor",
  "admin.review.spellings.list": "editor",
  "admin.review.spellings.map": "editor",
  "admin.review.spellings.takeBack": "editor",
  "admin.runs.again": "admin",
  "admin.runs.byId": "editor",
  "admin.runs.cancel": "admin",
  "admin.runs.list": "editor",
  "admin.runs.sources": "editor",
  "admin.runs.start": "admin",
  "admin.thresholds.current": "admin",
  "admin.thresholds.preview": "admin",
  "admin.thresholds.set": "admin",
  "admin.signIn.linkHolder": "public",
  "admin.users.list": "admin",
  "admin.users.invite": "admin",
  "admin.users.renewLink": "admin",
  "admin.users.changeRole": "admin",
  "admin.users.deactivate": "admin",
  "admin.users.reactivate": "admin",
  "admin.audit.search": "admin",
};

/** The same for every page and route under /admin, by its address as the folders spell it. */
const ROOM_FOR: Readonly<Record<string, Role>> = {
  "/admin": "editor",
  "/admin/alerts": "editor",
  "/admin/audit": "admin",
  "/admin/health": "editor",
  "/admin/thresholds": "admin",
  "/admin/users": "admin",
  "/admin/corrections": "editor",
  "/admin/flags": "editor",
  "/admin/flags/[id]": "editor",
  "/admin/reports": "editor",
  "/admin/reports/[id]": "editor",
  "/admin/evidence": "editor",
  "/admin/evidence/import": "editor",
  "/admin/evidence/[file]": "editor",
  "/admin/evidence/[file]/add": "editor",
  "/admin/evidence/[file]/[row]": "editor",
  "/admin/review": "editor",
  "/admin/review/[id]": "editor",
  "/admin/runs": "editor",
  "/admin/runs/[id]": "editor",
};

interface Procedure {
  readonly _def: { readonly type: "query" | "mutation" | "subscription"; readonly meta?: ProcedureMeta };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).map(
  ([path, { _def }]) => ({ path, type: _def.type, access: _def.meta?.access }),
);

describe("every procedure", () => {
  it("says for whom it is, and what it says is what was decided", () => {
    const undecided = procedures.filter(
      ({ path, access }) => access !== (FOR[path] ?? (path.startsWith("admin.") ? undefined : "public")),
    );
    expect(undecided).toEqual([]);
  });

  it("that was decided about is there", () => {
    const known = new Set(procedures.map(({ path }) => path));
    expect(Object.keys(FOR).filter((path) => !known.has(path))).toEqual([]);
  });

  it("that changes something is for people who are signed in", () => {
    const open = procedures.filter(({ type, access }) => type === "mutation" && access === "public");
    expect(open).toEqual([]);
  });
});

describe("asked by", () => {
  let testDatabase: TestDatabase;
  let context: TestContext;
  let procedureContext: ProcedureContext;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    context = await createTestContext(testDatabase.url);
    procedureContext = { ...context, ...usualSite };
  });
  afterAll(async () => {
    await context.close();
    await testDatabase.drop();
  });

  function ask(path: string, visitor: Visitor | undefined): Promise<unknown> {
    const caller = appRouter.createCaller({ ...procedureContext, visitor });
    const procedure = path
      .split(".")
      .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], caller);
    // Without its input: whoever is let in is told that it's missing, or gets an answer.
    return (procedure as (input?: unknown) => Promise<unknown>)(undefined);
  }

  const refusal = (path: string, visitor: Visitor | undefined) =>
    ask(path, visitor).then(
      () => "let in",
      (error: unknown) =>
        error instanceof TRPCError && ["UNAUTHORIZED", "FORBIDDEN"].includes(error.code)
          ? error.code
          : "let in",
    );

  const withRole = (role: Role, fromThisSite = true): Visitor => ({
    signedIn: async () => ({ id: `an ${role}`, email: `${role}@example.org`, role }),
    fromThisSite: async () => fromThisSite,
  });

  const guarded = procedures.filter(({ access }) => access !== "public");

  it.each(guarded)("nobody, $path lets nobody in", async ({ path }) => {
    expect(await refusal(path, undefined)).toBe("UNAUTHORIZED");
    expect(await refusal(path, { signedIn: async () => null, fromThisSite: async () => true })).toBe(
      "UNAUTHORIZED",
    );
  });

  it.each(guarded)("an editor, $path ($access) keeps to what is theirs", async ({ path, access }) => {
    expect(await refusal(path, withRole("editor"))).toBe(access === "editor" ? "let in" : "FORBIDDEN");
  });

  it.each(guarded)("an admin, $path lets them in", async ({ path }) => {
    expect(await refusal(path, withRole("admin"))).toBe("let in");
  });

  it("a page of another site, nothing is changed, whoever is signed in", async () => {
    const changing = procedures.filter(({ type }) => type === "mutation");
    for (const { path } of changing) {
      expect(await refusal(path, withRole("admin", false)), path).toBe("FORBIDDEN");
    }
  });

  it("a request with a cookie that nobody gave out, it's nobody's", async () => {
    const { database, log } = context;
    const baseUrl = "https://tracker.example.org";
    const auth = createAuth({ database, log, baseUrl, secret: "s".repeat(40) });
    const door = async (): Promise<FrontDoor> => ({ auth, baseUrl });
    const forged = new Headers({ cookie: "__Secure-svt.session_token=invented.invented", origin: baseUrl });
    const visitor = createVisitor(() => forged, door);
    expect(await refusal("admin.me", visitor)).toBe("UNAUTHORIZED");
    expect(await visitor.fromThisSite()).toBe(true);
  });
});

describe("every page and route under /admin", () => {
  const folder = "src/app/admin";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file));
  const addressOf = (file: string) => `/${join("admin", relative(".", file), "..")}`.replace(/\/\.$/, "");

  it("is a page, for nothing else asks who is there", () => {
    expect(files.filter((file) => /(^|\/)(route|default|template)\.tsx?$/.test(file))).toEqual([]);
  });

  it("is among the rooms, for the role that was decided", () => {
    const rooms: readonly Room[] = ROOMS;
    expect(Object.fromEntries(rooms.map(({ address, role }) => [address, role]))).toEqual(ROOM_FOR);
    expect(pages.map(addressOf).sort()).toEqual(Object.keys(ROOM_FOR).sort());
    expect(rooms.filter(({ role }) => !ROLES.includes(role))).toEqual([]);
  });

  it.each(pages)("%s asks who is there before anything else", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(/export default adminPage\(\s*"([^"]+)"/.exec(text)?.[1]).toBe(addressOf(file));
    expect(text.match(/export default/g)).toHaveLength(1);
  });
});

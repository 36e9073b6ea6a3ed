import type { BrowserContext, Page } from "@playwright/test";
import { test as base, expect } from "../fixtures";

/** As scripts/e2e-server.mjs creates the first admin. */
export const ADMIN = { email: "admin@example.org", password: "four words of an admin" } as const;

export interface Person {
  readonly email: string;
  readonly password: string;
}

interface Fixtures {
  /** The page of somebody who is signed in as an admin; what tests of others do doesn't sign them out. */
  readonly asAdmin: Page;
}

export const test = base.extend<Fixtures>({
  asAdmin: async ({ page, context }, use) => {
    await signIn(context, await createPerson(context, "admin"));
    await use(page);
  },
});

/** Signs in as the form does, without a look at it. */
export async function signIn(
  context: BrowserContext,
  { email, password }: Person,
  site = originOf(),
): Promise<void> {
  const answer = await context.request.post(`${site}/api/auth/sign-in`, {
    form: { email, password },
    headers: { Origin: site },
    maxRedirects: 0,
  });
  expect(answer.headers().location, `signing in as ${email}`).toBe("/admin");
}

/**
 * Somebody new: invited by the first admin and with a password chosen, so that each test has people of its own and
 * tests side by side don't sign each other out.
 */
export async function createPerson(
  context: BrowserContext,
  role: "admin" | "editor",
  site = originOf(),
): Promise<Person> {
  const email = `${role}-${crypto.randomUUID().slice(0, 8)}@example.org`;
  const password = `four words of ${email.slice(0, 12)}`;
  const browser = context.browser();
  if (browser === null) throw new Error("There is no browser to invite somebody with.");
  const first = await browser.newContext({ baseURL: site });
  await signIn(first, ADMIN, site);
  const invited = await first.request.post("/api/trpc/admin.users.invite", {
    data: { json: { email, role } },
    headers: { Origin: site },
  });
  expect(invited.status(), await invited.text()).toBe(200);
  const { token } = (await invited.json()).result.data.json as { token: string };
  const chosen = await first.request.post("/api/auth/password", {
    form: { link: token, password, again: password },
    headers: { Origin: site },
    maxRedirects: 0,
  });
  expect(chosen.headers().location).toBe("/sign-in?done=password-chosen");
  await first.close();
  return { email, password };
}

export function originOf(): string {
  return `http://localhost:${process.env.E2E_PORT}`;
}

/** Every page of the admin room with an address of its own; a test holds that none is left out. */
export const ROOMS = [
  ["the overview", "/admin", "editor"],
  ["the runs", "/admin/runs", "editor"],
  ["the review", "/admin/review", "editor"],
  ["the corrections", "/admin/corrections", "editor"],
  ["the flags", "/admin/flags", "editor"],
  ["the reports", "/admin/reports", "editor"],
  ["the evidence register", "/admin/evidence", "editor"],
  ["the import of evidence", "/admin/evidence/import", "editor"],
  ["the thresholds", "/admin/thresholds", "admin"],
  ["the alerts", "/admin/alerts", "editor"],
  ["the audit log", "/admin/audit", "admin"],
  ["the users", "/admin/users", "admin"],
  ["the health of the machine", "/admin/health", "editor"],
] as const;

export { expect };

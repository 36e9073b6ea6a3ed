import type { Page } from "@playwright/test";
import { ADMIN, test as base, signIn } from "./fixtures";

/** The site of invented councils, where nothing that is decided misleads anybody. */
export const SITE = `http://localhost:${process.env.E2E_PRACTICE_PORT}`;

/** Pages, interface and feeds may take that long to follow a decision. */
export const AT_ONCE = { timeout: 5_000 };

/** On that site, with the first admin signed in. Its specs share it, so each works on councils of its own. */
export const test = base.extend<{
  /** A page of the admin room. */
  readonly room: Page;
}>({
  baseURL: SITE,
  room: async ({ page, context }, use) => {
    await signIn(context, ADMIN, SITE);
    await use(page);
  },
});

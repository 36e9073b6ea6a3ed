import { createRouter } from "../../trpc";
import { auditRouter } from "./audit";
import { me } from "./me";
import { signInRouter } from "./sign-in";
import { usersRouter } from "./users";

/** All that the admin room asks, each procedure for a role. No page of the public site names any of it. */
export const adminRouter = createRouter({
  me,
  signIn: signInRouter,
  users: usersRouter,
  audit: auditRouter,
});

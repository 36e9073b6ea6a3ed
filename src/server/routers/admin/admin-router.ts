import { createRouter } from "../../trpc";
import { me } from "./me";
import { signInRouter } from "./sign-in";

/** All that the admin room asks, each procedure for a role. No page of the public site names any of it. */
export const adminRouter = createRouter({
  me,
  signIn: signInRouter,
});

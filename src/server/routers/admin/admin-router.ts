import { createRouter } from "../../trpc";
import { adminAlertsRouter } from "./alerts";
import { auditRouter } from "./audit";
import { flagDecisionsRouter } from "./flags";
import { health } from "./health";
import { me } from "./me";
import { overview } from "./overview";
import { registerRouter } from "./register";
import { reportsRouter } from "./reports";
import { reviewRouter } from "./review";
import { runsRouter } from "./runs";
import { signInRouter } from "./sign-in";
import { thresholdsRouter } from "./thresholds";
import { usersRouter } from "./users";

/** All that the admin room asks, each procedure for a role. No page of the public site names any of it. */
export const adminRouter = createRouter({
  me,
  overview,
  health,
  alerts: adminAlertsRouter,
  review: reviewRouter,
  flags: flagDecisionsRouter,
  reports: reportsRouter,
  register: registerRouter,
  runs: runsRouter,
  signIn: signInRouter,
  thresholds: thresholdsRouter,
  users: usersRouter,
  audit: auditRouter,
});

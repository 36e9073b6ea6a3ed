import { createRouter } from "../trpc";
import { adminRouter } from "./admin/admin-router";
import { alertsRouter } from "./alerts";
import { authoritiesRouter } from "./authorities";
import { changesRouter } from "./changes";
import { compareRouter } from "./compare";
import { exportsRouter } from "./exports";
import { flagsRouter } from "./flags";
import { methodologyRouter } from "./methodology";
import { nationalRouter } from "./national";
import { practiceRouter } from "./practice";
import { reportsRouter } from "./reports";
import { siteMapRouter } from "./site-map";
import { sourcesRouter } from "./sources";

export const appRouter = createRouter({
  national: nationalRouter,
  authorities: authoritiesRouter,
  sources: sourcesRouter,
  changes: changesRouter,
  compare: compareRouter,
  flags: flagsRouter,
  methodology: methodologyRouter,
  practice: practiceRouter,
  exports: exportsRouter,
  siteMap: siteMapRouter,
  admin: adminRouter,
  alerts: alertsRouter,
  reports: reportsRouter,
});

export type AppRouter = typeof appRouter;

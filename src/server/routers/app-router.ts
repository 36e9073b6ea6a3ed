import { createRouter } from "../trpc";
import { authoritiesRouter } from "./authorities";
import { changesRouter } from "./changes";
import { nationalRouter } from "./national";
import { sourcesRouter } from "./sources";

export const appRouter = createRouter({
  national: nationalRouter,
  authorities: authoritiesRouter,
  sources: sourcesRouter,
  changes: changesRouter,
});

export type AppRouter = typeof appRouter;

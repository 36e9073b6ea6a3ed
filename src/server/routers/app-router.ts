import { createRouter } from "../trpc";
import { authoritiesRouter } from "./authorities";
import { nationalRouter } from "./national";
import { sourcesRouter } from "./sources";

export const appRouter = createRouter({
  national: nationalRouter,
  authorities: authoritiesRouter,
  sources: sourcesRouter,
});

export type AppRouter = typeof appRouter;

import "server-only";

import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCQueryOptions } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { createRequestContext, frontDoor } from "@/server/context";
import { appRouter } from "@/server/routers/app-router";
import { createVisitor } from "@/server/visitor";
import { makeQueryClient } from "./query-client";

/** The same client throughout one request. */
export const getQueryClient = cache(makeQueryClient);

/** One per request: however many procedures a page asks, the session is looked up once. */
const visitor = cache(() => createVisitor(headers, frontDoor));

const createContext = () => ({ ...createRequestContext(), visitor: visitor() });

/** The query options that `useTRPC()` gives in the browser, answered here without HTTP. */
export const trpc = createTRPCOptionsProxy({
  ctx: createContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/** For pages that need an answer themselves: titles, redirects, `notFound()`. */
export const caller = appRouter.createCaller(createContext);

export function HydrateClient({ children }: { readonly children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}

/** Awaited, the answer is in the first HTML and shows without script. */
// biome-ignore lint/suspicious/noExplicitAny: the options of any procedure; tRPC's own type for it takes no other.
export async function prefetch<Options extends ReturnType<TRPCQueryOptions<any>>>(
  options: Options,
): Promise<void> {
  await getQueryClient().prefetchQuery(options);
}

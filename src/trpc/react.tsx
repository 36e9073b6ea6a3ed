"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchStreamLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/routers/app-router";
import { makeQueryClient } from "./query-client";

const binding = createTRPCContext<AppRouter>();
export const useTRPC = binding.useTRPC;

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

let ofThisVisit: QueryClient | undefined;

function queryClient(): QueryClient {
  // On the server a shared client would show one visitor's answers to another.
  if (typeof window === "undefined") return makeQueryClient();
  ofThisVisit ??= makeQueryClient();
  return ofThisVisit;
}

/** Where a component rendered on the server finds the procedures if the page didn't prefetch. */
function origin(): string {
  return typeof window === "undefined"
    ? `http://localhost:${process.env.PORT ?? 3000}`
    : window.location.origin;
}

export function TRPCReactProvider({ children }: { readonly children: ReactNode }) {
  const client = queryClient();
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [httpBatchStreamLink({ transformer: superjson, url: `${origin()}/api/trpc` })],
    }),
  );
  return (
    <QueryClientProvider client={client}>
      <binding.TRPCProvider trpcClient={trpcClient} queryClient={client}>
        {children}
      </binding.TRPCProvider>
    </QueryClientProvider>
  );
}

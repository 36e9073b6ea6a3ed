import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createRequestContext, frontDoor } from "@/server/context";
import { appRouter } from "@/server/routers/app-router";
import { createVisitor } from "@/server/visitor";

export const dynamic = "force-dynamic";

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => ({
      ...createRequestContext(),
      visitor: createVisitor(() => request.headers, frontDoor),
    }),
    maxBatchSize: 20,
    // What is asked in somebody's name is theirs alone.
    responseMeta: ({ paths }) =>
      paths?.every((path) => !path.startsWith("admin."))
        ? {}
        : { headers: new Headers({ "Cache-Control": "no-store" }) },
  });
}

export { handle as GET, handle as POST };

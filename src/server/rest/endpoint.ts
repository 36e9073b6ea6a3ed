import { createRequestContext, type RequestContext } from "../context";
import { type Answer, entityTag, isUnchanged, NEVER_KEPT } from "./answer";
import { badRequest, FAULT, Problem, problemDocument } from "./problem";

/** A route of the public, read-only interface. */
export interface Endpoint<Params> {
  /** The query parameters it takes, none if unset. Others are refused by name, unless the answer is the same whatever is asked. */
  readonly parameters?: "ignored" | readonly string[];
  /** @throws Problem when the request can't be answered */
  answer(context: RequestContext, params: Params, request: Request): Promise<Answer>;
}

interface RouteProps<Params> {
  readonly params: Promise<Params>;
}

type Handler<Params> = (request: Request, props: RouteProps<Params>) => Promise<Response>;

export interface RouteHandlers<Params> {
  readonly GET: Handler<Params>;
  readonly HEAD: Handler<Params>;
  readonly OPTIONS: () => Response;
}

/** Anyone's page may read this: there is nothing secret in it and nothing to change through it. */
const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
  "X-Content-Type-Options": "nosniff",
};

/** The handlers that Next looks for in a `route.ts`. */
export function serve<Params>(
  endpoint: Endpoint<Params>,
  openContext: () => RequestContext = createRequestContext,
): RouteHandlers<Params> {
  const GET: Handler<Params> = async (request, { params }) => {
    try {
      if (endpoint.parameters !== "ignored") refuseParameters(request, endpoint.parameters ?? []);
      return respond(request, await endpoint.answer(openContext(), await params, request));
    } catch (error) {
      return respondWithProblem(request, error, openContext);
    }
  };
  return {
    GET,
    HEAD: async (request, props) => {
      const { status, headers } = await GET(request, props);
      return new Response(null, { status, headers });
    },
    OPTIONS: () =>
      new Response(null, {
        status: 204,
        headers: {
          ...OPEN_TO_ALL,
          Allow: "GET, HEAD, OPTIONS",
          "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
          "Access-Control-Allow-Headers": "If-None-Match",
          "Access-Control-Max-Age": "86400",
        },
      }),
  };
}

/** One that is passed over in silence would look as if it had worked; of one given twice, which is meant? */
function refuseParameters(request: Request, known: readonly string[]): void {
  const given = [...new URL(request.url).searchParams.keys()];
  const unknown = [...new Set(given)].filter((name) => !known.includes(name));
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
  if (unknown.length > 0) {
    const takes = known.length === 0 ? "takes no parameters" : `takes ${quoted(known)}`;
    throw badRequest(`This route ${takes}, but got ${quoted(unknown)}.`, { unknownParameters: unknown });
  }
  const repeated = [...new Set(given.filter((name, index) => given.indexOf(name) !== index))];
  if (repeated.length > 0) throw badRequest(`Give ${quoted(repeated)} once.`);
}

function respond(request: Request, answer: Answer): Response {
  const tag = entityTag(answer.body);
  const headers = {
    ...OPEN_TO_ALL,
    ...answer.headers,
    "Cache-Control": answer.cacheControl,
    ETag: tag,
  };
  if (isUnchanged(request.headers.get("if-none-match"), tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(answer.body, { headers: { ...headers, "Content-Type": answer.mediaType } });
}

function respondWithProblem(request: Request, error: unknown, openContext: () => RequestContext): Response {
  const { pathname } = new URL(request.url);
  const problem = error instanceof Problem ? error : FAULT;
  if (!(error instanceof Problem)) report(error, pathname, openContext);
  return new Response(problemDocument(problem, pathname), {
    status: problem.status,
    headers: {
      ...OPEN_TO_ALL,
      "Content-Type": "application/problem+json",
      "Cache-Control": NEVER_KEPT,
    },
  });
}

function report(error: unknown, path: string, openContext: () => RequestContext): void {
  try {
    openContext().log.error(`${path} failed`, { err: error });
  } catch {
    // The context itself can't be made: then this is the only place left to say why.
    console.error(error);
  }
}

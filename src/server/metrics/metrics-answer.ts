import { timingSafeEqual } from "node:crypto";
import { clientAddressOf, isLoopback } from "../client-address";
import type { RequestContext } from "../context";
import { loadHealth } from "../load-health";
import { Problem, problemDocument } from "../rest/problem";
import { productMetrics } from "./product-metrics";

/**
 * `/api/metrics`, for Prometheus: to whoever knows METRICS_TOKEN; where none is set, to this machine alone.
 *
 * @param token METRICS_TOKEN
 */
export async function metricsAnswer(
  request: Request,
  context: RequestContext,
  token: string | undefined,
): Promise<Response> {
  if (token === undefined ? !isFromHere(request.headers) : !carries(request.headers, token)) {
    return refusal(token !== undefined);
  }
  const { contentType, text } = await productMetrics(await loadHealth(context));
  return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
}

function carries(headers: Headers, token: string): boolean {
  const given = Buffer.from(/^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1]?.trim() ?? "");
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Whether a request began on this machine. One that a proxy here passed on did not: each says so in a header, and
 * whether that header can be believed doesn't matter when it only ever shuts out.
 */
function isFromHere(headers: Headers): boolean {
  const passedOn = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return (
    isLoopback(clientAddressOf(headers)) &&
    !headers.has("forwarded") &&
    !headers.has("x-real-ip") &&
    passedOn.every((address) => address === "" || isLoopbackText(address))
  );
}

function isLoopbackText(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

function refusal(byToken: boolean): Response {
  const problem = byToken
    ? new Problem(401, "Not authorised", "Send METRICS_TOKEN as a bearer token.")
    : new Problem(
        403,
        "Not from here",
        "Metrics are for this machine alone. To read them from elsewhere, set METRICS_TOKEN.",
      );
  return new Response(problemDocument(problem, "/api/metrics"), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(byToken ? { "WWW-Authenticate": "Bearer" } : {}),
    },
  });
}

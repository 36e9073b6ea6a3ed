import { createRequestContext, metricsToken } from "@/server/context";
import { metricsAnswer } from "@/server/metrics/metrics-answer";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return metricsAnswer(request, createRequestContext(), metricsToken());
}

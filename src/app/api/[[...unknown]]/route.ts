import { serve } from "@/server/rest/endpoint";
import { unknownRouteEndpoint } from "@/server/rest/unknown-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(unknownRouteEndpoint);

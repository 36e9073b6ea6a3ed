import { serve } from "@/server/rest/endpoint";
import { readyEndpoint } from "@/server/rest/health";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(readyEndpoint);

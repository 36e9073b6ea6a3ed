import { serve } from "@/server/rest/endpoint";
import { sourcesEndpoint } from "@/server/rest/sources";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(sourcesEndpoint);

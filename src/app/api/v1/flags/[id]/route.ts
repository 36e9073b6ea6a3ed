import { serve } from "@/server/rest/endpoint";
import { flagEndpoint } from "@/server/rest/flags";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(flagEndpoint);

import { serve } from "@/server/rest/endpoint";
import { flagsEndpoint } from "@/server/rest/flags";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(flagsEndpoint);

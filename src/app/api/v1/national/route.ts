import { serve } from "@/server/rest/endpoint";
import { nationalEndpoint } from "@/server/rest/national";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(nationalEndpoint);

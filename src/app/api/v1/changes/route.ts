import { changesEndpoint } from "@/server/rest/changes";
import { serve } from "@/server/rest/endpoint";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(changesEndpoint);

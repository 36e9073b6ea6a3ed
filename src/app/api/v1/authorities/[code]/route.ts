import { authorityEndpoint } from "@/server/rest/authorities";
import { serve } from "@/server/rest/endpoint";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(authorityEndpoint);

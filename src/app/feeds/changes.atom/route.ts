import { changesFeedEndpoint } from "@/server/rest/changes-feed";
import { serve } from "@/server/rest/endpoint";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(changesFeedEndpoint);

import { serve } from "@/server/rest/endpoint";
import { flagsFeedEndpoint } from "@/server/rest/flags-feed";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(flagsFeedEndpoint);

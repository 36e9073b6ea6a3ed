import { authorityFeedEndpoint } from "@/server/rest/authority-feed";
import { serve } from "@/server/rest/endpoint";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(authorityFeedEndpoint);

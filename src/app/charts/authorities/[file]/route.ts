import { chartFileEndpoint } from "@/server/rest/chart-file";
import { serve } from "@/server/rest/endpoint";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(chartFileEndpoint);

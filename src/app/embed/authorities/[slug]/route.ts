import { embeddedChartEndpoint } from "@/server/rest/embedded-chart";
import { serve } from "@/server/rest/endpoint";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(embeddedChartEndpoint);

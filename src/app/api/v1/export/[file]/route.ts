import { serve } from "@/server/rest/endpoint";
import { exportEndpoint } from "@/server/rest/export";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(exportEndpoint);

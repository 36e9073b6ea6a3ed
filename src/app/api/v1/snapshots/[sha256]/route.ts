import { serve } from "@/server/rest/endpoint";
import { snapshotEndpoint } from "@/server/rest/snapshots";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS } = serve(snapshotEndpoint);

import { healthShape } from "@/shapes/health-shapes";
import { loadHealth } from "../../load-health";
import { editorProcedure } from "../../trpc";

/** How the machine does. Editors see it too: what they wait for may be what is broken. */
export const health = editorProcedure.output(healthShape).query(({ ctx }) => loadHealth(ctx));

import { auditTrail } from "@/present/audit-trail";
import { auditPageShape, auditQueryShape } from "@/shapes/audit-shapes";
import { adminProcedure, createRouter } from "../../trpc";

export const auditRouter = createRouter({
  search: adminProcedure
    .input(auditQueryShape)
    .output(auditPageShape)
    .query(({ ctx, input }) => auditTrail(ctx, input)),
});

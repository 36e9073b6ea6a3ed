import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ThresholdForm } from "@/components/admin/thresholds/threshold-form";
import { FLAG_RULES } from "@/domain/flags/rules";
import { THRESHOLD_NAMES } from "@/domain/verdicts/read-threshold";
import { caller } from "@/trpc/server";
import { adminPage } from "../admin-page";
import { tryThresholds } from "./actions";

export const metadata: Metadata = { title: "Thresholds" };

export default adminPage("/admin/thresholds", async () => {
  const inForce = await caller.admin.thresholds.current();
  const rulesOf = Object.fromEntries(
    THRESHOLD_NAMES.map((name) => [
      name,
      FLAG_RULES.filter(({ thresholds }) => thresholds.includes(name)).map(({ title }) => title),
    ]),
  );
  return (
    <>
      <AdminHeading title="Thresholds">
        What the rules for flags and verdicts are measured with. Before another value is set, every council is
        judged by it, and you see what would change. Setting the earlier value again takes it back.
      </AdminHeading>
      <ThresholdForm inForce={inForce} rulesOf={rulesOf} action={tryThresholds} />
    </>
  );
});

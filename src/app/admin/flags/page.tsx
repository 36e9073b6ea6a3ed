import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ChooseCouncil } from "@/components/admin/choose-council";
import { CouncilVerdicts } from "@/components/admin/flags/council-verdicts";
import { TakenBack } from "@/components/admin/flags/taken-back";
import { FormMessage } from "@/components/forms/form-message";
import { mayActAs } from "@/domain/users/role";
import { caller } from "@/trpc/server";
import { adminPage } from "../admin-page";
import { whatWasSaid } from "../what-was-said";

export const metadata: Metadata = { title: "Flags and verdicts" };

export default adminPage("/admin/flags", async ({ user, searchParams }) => {
  const asked = [searchParams.council].flat()[0]?.slice(0, 20) ?? "";
  const [{ councils, withdrawn, hidden }, judged, said] = await Promise.all([
    caller.admin.flags.takenBack(),
    judgedOf(asked),
    whatWasSaid("/admin/flags"),
  ]);
  return (
    <>
      <AdminHeading title="Flags and verdicts">
        What we say of a council can be wrong though its rule was followed. Here it is taken back with a
        public reason, and a council’s own words are put beside it.
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <div className="pb-8">
        <ChooseCouncil action="/admin/flags" button="List its flags" councils={councils} chosen={asked} />
      </div>
      {judged === null ? null : (
        <CouncilVerdicts
          judged={judged}
          mayHide={mayActAs(user.role, "admin")}
          typed={said?.kind === "problem" ? said.typed : {}}
        />
      )}
      <TakenBack hidden={hidden} withdrawn={withdrawn} />
    </>
  );
});

async function judgedOf(dfeCode: string) {
  if (dfeCode === "") return null;
  try {
    return await caller.admin.flags.ofCouncil({ dfeCode });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminHeading } from "@/components/admin/admin-heading";
import { AdminSection } from "@/components/admin/admin-section";
import { FlagDecisions } from "@/components/admin/flags/flag-decisions";
import { FlagReplies } from "@/components/admin/flags/flag-replies";
import { FormMessage } from "@/components/forms/form-message";
import { mayActAs } from "@/domain/users/role";
import { caller } from "@/trpc/server";
import { formatDay } from "@/wording/dates";
import { flagName, flagStateWord } from "@/wording/flags";
import { adminPage } from "../../admin-page";
import { whatWasSaid } from "../../what-was-said";

export const metadata: Metadata = { title: "A flag" };

export default adminPage("/admin/flags/[id]", async ({ user, params }) => {
  const flag = await flagOf(decodeURIComponent(String(params.id)));
  const said = await whatWasSaid(`/admin/flags/${encodeURIComponent(flag.id)}`);
  const typed = said?.kind === "problem" ? said.typed : {};
  const { council, dfeCode, rule, financialYear, state, raisedAt, summary, verdictsHidden } = flag;
  return (
    <>
      <AdminHeading
        title={`${council}: ${flagName({ rule, financialYear: financialYear ?? undefined })}`}
        above={
          <Link href={`/admin/flags?council=${dfeCode}`} prefetch={false}>
            All flags of {council}
          </Link>
        }
      >
        {summary}
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <p className="pb-6 text-sm">
        {flagStateWord(state)}, raised {formatDay(raisedAt)}.{" "}
        {verdictsHidden ? "Readers see none of it, for all verdicts of this council are hidden. " : ""}
        <a href={`/flags/${flag.id}`}>Its page, with what it rests on</a>
      </p>
      <AdminSection id="decide" heading={state === "withdrawn" ? "Restore" : "Withdraw"}>
        <FlagDecisions flag={flag} mayDecide={mayActAs(user.role, "admin")} typed={typed} />
      </AdminSection>
      <AdminSection id="reply" heading="The council’s reply">
        <FlagReplies flag={flag} typed={typed} />
      </AdminSection>
    </>
  );
});

async function flagOf(flagId: string) {
  try {
    return await caller.admin.flags.byId({ flagId });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST"))
      notFound();
    throw error;
  }
}

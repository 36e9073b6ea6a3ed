import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminHeading } from "@/components/admin/admin-heading";
import { FormMessage } from "@/components/forms/form-message";
import { mayActAs } from "@/domain/users/role";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { runTitle } from "@/wording/runs";
import { adminPage } from "../../admin-page";
import { whatWasSaid } from "../../what-was-said";
import { LiveRun } from "./client";

export const metadata: Metadata = { title: "Run" };

export default adminPage("/admin/runs/[id]", async ({ user, params }) => {
  const id = String(params.id);
  const run = await runOf(id);
  await prefetch(trpc.admin.runs.byId.queryOptions({ id }));
  const said = await whatWasSaid(`/admin/runs/${id}`);
  return (
    <>
      <AdminHeading
        title={runTitle(run)}
        above={
          <Link href="/admin/runs" prefetch={false}>
            All runs
          </Link>
        }
      />
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <HydrateClient>
        <LiveRun id={id} mayRun={mayActAs(user.role, "admin")} />
      </HydrateClient>
    </>
  );
});

async function runOf(id: string) {
  try {
    return await caller.admin.runs.byId({ id });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { RunFilters } from "@/components/admin/runs/run-filters";
import { RunList } from "@/components/admin/runs/run-list";
import { StartRun } from "@/components/admin/runs/start-run";
import { FormMessage } from "@/components/forms/form-message";
import { mayActAs } from "@/domain/users/role";
import { caller } from "@/trpc/server";
import { isPractice } from "../../practice";
import { adminPage } from "../admin-page";
import { whatWasSaid } from "../what-was-said";
import { hrefOfRunsView, readRunsView } from "./search-params";

export const metadata: Metadata = { title: "Runs" };

export default adminPage("/admin/runs", async ({ user, searchParams }) => {
  const sources = await caller.admin.runs.sources();
  const view = readRunsView(
    searchParams,
    sources.map(({ id }) => id),
  );
  const { state, source, by, page } = view;
  const [{ runs, more }, said] = await Promise.all([
    caller.admin.runs.list({
      page,
      ...(state === null ? {} : { state }),
      ...(source === null ? {} : { source: source as "ehc-plans" }),
      ...(by === null ? {} : { by }),
    }),
    whatWasSaid("/admin/runs"),
  ]);
  return (
    <>
      <AdminHeading title="Runs">
        Every reading of the publishers’ documents, by the schedule and by people, and what came of it.
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      {mayActAs(user.role, "admin") ? (
        <section aria-labelledby="start">
          <h2 id="start" className="pb-2 text-xl">
            Start one
          </h2>
          <StartRun sources={sources} practice={isPractice()} />
        </section>
      ) : null}
      <section aria-labelledby="list">
        <h2 id="list" className="pb-3 text-xl">
          So far
        </h2>
        <RunFilters {...{ sources, state, source, by }} />
        {runs.length === 0 ? <p className="text-sm text-ink-soft">No such run.</p> : <RunList runs={runs} />}
        <nav aria-label="More runs" className="screen-only flex gap-x-6 pt-4 text-sm">
          {more ? <a href={hrefOfRunsView({ ...view, page: page + 1 })}>Older</a> : null}
          {page > 1 ? <a href={hrefOfRunsView({ ...view, page: page - 1 })}>Newer</a> : null}
        </nav>
      </section>
    </>
  );
});

"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { RunReport } from "@/components/admin/runs/run-report";
import { useTRPC } from "@/trpc/react";

/** While a run goes on, it's asked so often how it stands. */
const ASK_EVERY_MS = 1_500;

/** A run as it stands, for as long as somebody looks: everybody who looks sees the same. */
export function LiveRun({ id, mayRun }: { readonly id: string; readonly mayRun: boolean }) {
  const trpc = useTRPC();
  const { data: run } = useSuspenseQuery(
    trpc.admin.runs.byId.queryOptions(
      { id },
      {
        refetchInterval: ({ state: { data } }) =>
          data === undefined || data.state === "queued" || data.state === "running" ? ASK_EVERY_MS : false,
      },
    ),
  );
  const underWay = run.state === "queued" || run.state === "running";
  return (
    <>
      <RunReport run={run} mayRun={mayRun} />
      {underWay ? (
        <p className="screen-only text-sm">
          <a href={`/admin/runs/${run.id}`}>Look again</a>{" "}
          <span className="text-ink-faint">(with script the page does so by itself)</span>
        </p>
      ) : null}
    </>
  );
}

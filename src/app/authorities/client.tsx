"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { CouncilFilters } from "@/components/councils/council-filters";
import { CouncilTable } from "@/components/councils/council-table";
import { PageBody } from "@/components/layout/page-body";
import { useTRPC } from "@/trpc/react";
import { NET_FALL_CAUTION } from "@/wording/balance";
import { arrangeRows, foundAs } from "./arrange-rows";
import { type CouncilView, hrefOfCouncilView, type Sort, sortedBy } from "./search-params";

/** The table of councils: works by links and a form, and at once where there is script. */
export function CouncilsClient({ initialView }: { readonly initialView: CouncilView }) {
  const trpc = useTRPC();
  const {
    data: { data: rows, meta },
  } = useSuspenseQuery(trpc.authorities.table.queryOptions());
  const [view, setView] = useState(initialView);

  const show = (next: CouncilView) => {
    setView(next);
    // In place: each letter typed is not a page to go back to.
    window.history.replaceState(null, "", hrefOfCouncilView(next));
  };

  const shown = useMemo(() => arrangeRows(rows, view), [rows, view]);
  const regions = useMemo(() => [...new Set(rows.map(({ region }) => region))].sort(), [rows]);

  return (
    <PageBody meta={meta}>
      <header className="pt-8 pb-6 lg:pt-12">
        <h1 className="font-serif text-2xl sm:text-3xl">All councils</h1>
        <p className="mt-2 prose-width text-ink-soft">
          The {rows.length} councils of England responsible for schools. Deficits are after DfE money (net),
          of the whole dedicated schools grant, from section 251 returns. {NET_FALL_CAUTION}
        </p>
      </header>
      <CouncilFilters view={view} regions={regions} onChange={(change) => show({ ...view, ...change })} />
      <div className="mt-5 mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm">
        <p role="status">
          {shown.length === rows.length
            ? `All ${rows.length} councils`
            : `${shown.length} of ${rows.length} councils`}
        </p>
        <p className="screen-only">
          <a href="/api/v1/export/authorities.csv">All councils as CSV</a>, with the latest outturn of each,
          which may be from another source than the returns shown here
        </p>
      </div>
      <div className="pb-16">
        {shown.length === 0 ? (
          <p className="border-t border-rule-strong py-8">
            No council answers to that. Try part of its name, its DfE code or its ONS code.
          </p>
        ) : (
          <CouncilTable
            rows={shown}
            foundAs={(row) => foundAs(row, view.q)}
            sort={view.sort}
            dir={view.dir}
            hrefOfSort={(sort: Sort) => hrefOfCouncilView(sortedBy(view, sort))}
            onSort={(sort: Sort) => show(sortedBy(view, sort))}
          />
        )}
      </div>
    </PageBody>
  );
}

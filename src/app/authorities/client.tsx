"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { CompareBox, CompareForm, tickedCouncils } from "@/components/councils/compare-choice";
import { CouncilFilters } from "@/components/councils/council-filters";
import { CouncilTable } from "@/components/councils/council-table";
import { PageBody } from "@/components/layout/page-body";
import { MOST_COMPARED } from "@/domain/compare/measure";
import { useTRPC } from "@/trpc/react";
import { NET_FALL_CAUTION } from "@/wording/balance";
import { shownWords } from "@/wording/search";
import { arrangeRows } from "./arrange-rows";
import { type CouncilView, csvOfCouncilView, hrefOfCouncilView, type Sort, sortedBy } from "./search-params";

/** The table of councils: works by links and a form, and at once where there is script. */
export function CouncilsClient({ initialView }: { readonly initialView: CouncilView }) {
  const trpc = useTRPC();
  const {
    data: { data: rows, meta },
  } = useSuspenseQuery(trpc.authorities.rows.queryOptions());
  const [view, setView] = useState(initialView);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // What was ticked while the script was on its way.
  useEffect(() => setChosen(tickedCouncils()), []);

  const show = (next: CouncilView) => {
    setView(next);
    // In place: each letter typed is not a page to go back to.
    window.history.replaceState(null, "", hrefOfCouncilView(next));
  };

  const shown = useMemo(() => arrangeRows(rows, view), [rows, view]);
  const regions = useMemo(() => [...new Set(rows.map(({ region }) => region))].sort(), [rows]);
  const hidden = chosen.filter((slug) => !shown.some(({ row }) => row.slug === slug));

  return (
    <PageBody meta={meta}>
      <header className="pt-8 pb-6 lg:pt-12">
        <h1 className="font-serif text-2xl sm:text-3xl">All councils</h1>
        <p className="mt-2 prose-width text-ink-soft">
          {meta.practice
            ? `The ${rows.length} practice councils.`
            : `The ${rows.length} councils of England responsible for schools.`}{" "}
          Deficits are after DfE money (net), of the whole dedicated schools grant, from section 251 returns.{" "}
          {NET_FALL_CAUTION}
        </p>
      </header>
      <CouncilFilters view={view} regions={regions} onChange={(change) => show({ ...view, ...change })} />
      <div className="mt-5 mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm">
        <p role="status">{shownWords(shown, rows.length)}</p>
        <CompareForm chosen={chosen.length} hidden={hidden} />
        <p className="screen-only">
          <a href={csvOfCouncilView(view)}>These councils as CSV</a>, as shown, with sources
        </p>
      </div>
      <div className="pb-16">
        {shown.length === 0 ? (
          <p className="border-t border-rule-strong py-8">
            No council answers to that. Try part of its name, its DfE code or its ONS code.
          </p>
        ) : (
          <CouncilTable
            shown={shown}
            sort={view.sort}
            dir={view.dir}
            hrefOfSort={(sort: Sort) => hrefOfCouncilView(sortedBy(view, sort))}
            onSort={(sort: Sort) => show(sortedBy(view, sort))}
            choice={({ name, slug }) => (
              <CompareBox
                name={name}
                slug={slug}
                chosen={chosen.includes(slug)}
                full={chosen.length >= MOST_COMPARED}
                onChoose={(wanted) =>
                  setChosen((now) => [...now.filter((other) => other !== slug), ...(wanted ? [slug] : [])])
                }
              />
            )}
          />
        )}
      </div>
    </PageBody>
  );
}

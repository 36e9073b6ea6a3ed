import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { FlagAlerts } from "@/components/alerts/flag-alerts";
import { FlagFilters } from "@/components/flags/flag-filters";
import { FlagRegister } from "@/components/flags/flag-register";
import { HiddenCouncils } from "@/components/flags/hidden-councils";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { DERIVED_READING, flagsSentence } from "@/wording/flags";
import {
  FLAGS_ON_A_PAGE,
  type FlagsView,
  hrefOfFlagsView,
  readFlagsView,
  type SearchParams,
} from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Flags",
  description:
    "What our rules find in the published figures of each safety valve agreement: missed, at risk, not known, each with its evidence.",
  alternates: { canonical: "./", types: { "application/atom+xml": "/feeds/flags.atom" } },
};

export default async function FlagsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const view = readFlagsView(await searchParams);
  const { answer, unknown } = await flagsOf(view);
  const { data, meta } = answer;
  const { rule, severity, state } = view;
  const filtered = [view.authority, rule, severity, state].some((chosen) => chosen !== null);
  const unfolded = rule !== null || data.authority !== null;
  const pages = unfolded ? Math.max(1, Math.ceil(data.flags.length / FLAGS_ON_A_PAGE)) : 1;
  const page = Math.min(view.page, pages);
  const shown = unfolded
    ? data.flags.slice((page - 1) * FLAGS_ON_A_PAGE, page * FLAGS_ON_A_PAGE)
    : data.flags;
  return (
    <PageBody meta={meta}>
      <Lead
        title="Flags"
        sentence={flagsSentence(data.flags, { rule, severity, state, authority: data.authority, unknown })}
      >
        <p className="mt-4 prose-width text-sm text-ink-soft">
          {DERIVED_READING} <Link href="/methodology">How each rule works</Link>.{" "}
          <span className="screen-only">
            <FlagAlerts council={data.authority} rule={rule}>
              Be told when one is raised or cleared
            </FlagAlerts>
          </span>
        </p>
      </Lead>
      <FlagFilters
        {...{ rule, severity, state, filtered }}
        councils={data.councils}
        authority={data.authority}
      />
      <HiddenCouncils hidden={data.hidden} />
      <FlagRegister
        flags={shown}
        unfolded={unfolded}
        hrefOfRule={(one) => hrefOfFlagsView({ ...view, rule: one, page: 1 })}
      />
      <nav aria-label="Flags elsewhere" className="screen-only flex flex-wrap gap-x-6 gap-y-2 pb-16 text-sm">
        {pages > 1 ? (
          <span>
            Page {page} of {pages}
          </span>
        ) : null}
        {page < pages ? <a href={hrefOfFlagsView({ ...view, page: page + 1 })}>Next page</a> : null}
        {page > 1 ? <a href={hrefOfFlagsView({ ...view, page: page - 1 })}>Previous page</a> : null}
        <a href="/feeds/flags.atom">Feed (Atom)</a>
        <a href="/api/v1/export/flags.csv">All flags as CSV</a>
        <a href="/api/v1/export/verdicts.csv">All verdicts as CSV</a>
      </nav>
    </PageBody>
  );
}

/** For a council that nobody knows, the flags of all of them, and its name to say so. */
async function flagsOf({ authority, rule, severity, state }: FlagsView) {
  const of = {
    ...(rule === null ? {} : { rule }),
    ...(severity === null ? {} : { severity }),
    ...(state === null ? {} : { state }),
  };
  if (authority === null) return { answer: await caller.flags.list(of), unknown: null };
  try {
    return { answer: await caller.flags.list({ ...of, authority }), unknown: null };
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== "NOT_FOUND") throw error;
    return { answer: await caller.flags.list(of), unknown: authority };
  }
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { CouncilsClient } from "./client";
import { hrefOfCouncilView, isSearch, readCouncilView, type SearchParams } from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "All councils",
  description:
    "The 153 councils of England responsible for schools, with their latest published deficit, high needs block and EHC plans.",
};

export default async function CouncilsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const view = readCouncilView(params);
  if (isSearch(params)) {
    const { meant } = await caller.authorities.search({ q: view.q });
    if (meant !== null) redirect(`/authorities/${meant}`);
  }
  await prefetch(trpc.authorities.rows.queryOptions());
  return (
    <HydrateClient>
      {/* Another address from outside (the search in the head) is another view; typing here isn't. */}
      <CouncilsClient key={hrefOfCouncilView(view)} initialView={view} />
    </HydrateClient>
  );
}

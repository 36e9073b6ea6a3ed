import type { Metadata } from "next";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { CouncilsClient } from "./client";
import { hrefOfCouncilView, readCouncilView, type SearchParams } from "./search-params";

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
  const view = readCouncilView(await searchParams);
  await prefetch(trpc.authorities.table.queryOptions());
  return (
    <HydrateClient>
      {/* Another address from outside (the search in the head) is another view; typing here isn't. */}
      <CouncilsClient key={hrefOfCouncilView(view)} initialView={view} />
    </HydrateClient>
  );
}

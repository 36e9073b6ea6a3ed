import type { Metadata } from "next";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { SourcesClient } from "./client";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Sources",
  description:
    "Every publication this site reads: when it was checked, what was found, and when the next edition is due.",
};

export default async function SourcesPage() {
  await prefetch(trpc.sources.list.queryOptions());
  return (
    <HydrateClient>
      <SourcesClient />
    </HydrateClient>
  );
}

"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { PublicationEntry } from "@/components/sources/publication-entry";
import { useTRPC } from "@/trpc/react";
import { sourcesSentence } from "@/wording/publications";

/** A check ends while the page is open: it asks again each minute rather than grow stale. */
const ASK_AGAIN_MS = 60_000;

export function SourcesClient() {
  const trpc = useTRPC();
  const {
    data: { data: publications, meta },
  } = useSuspenseQuery({ ...trpc.sources.list.queryOptions(), refetchInterval: ASK_AGAIN_MS });
  return (
    <PageBody meta={meta}>
      <Lead title="Sources" sentence={sourcesSentence(publications, meta.liveLastReachedAt)} />
      {publications.map((publication) => (
        <PublicationEntry key={publication.id} publication={publication} />
      ))}
    </PageBody>
  );
}

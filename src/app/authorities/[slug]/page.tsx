import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { OPEN_GRAPH } from "@/app/open-graph";
import { addressOf } from "@/app/site-address";
import { SubscribeSection } from "@/components/alerts/subscribe-section";
import { AgreementHistorySection } from "@/components/changes/agreement-history";
import { CouncilChanges } from "@/components/changes/council-changes";
import { CiteThis } from "@/components/cite/cite-this";
import { DatasetDescription } from "@/components/cite/dataset-description";
import { BesideOthers } from "@/components/council/beside-others";
import { CouncilProfile } from "@/components/council/council-profile";
import { PageBody } from "@/components/layout/page-body";
import type { Authority } from "@/shapes/api-shapes";
import { caller } from "@/trpc/server";

export const dynamic = "force-dynamic";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  /** Which two versions of the agreement are set against each other, and which councils beside this one. */
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/**
 * Once for the title and the page together.
 *
 * `notFound()` in a page with a parameter sends an empty document that only script can fill. An address
 * that no page has gets the whole page with its 404, so the answer is to go there.
 */
const council = cache(async (slug: string) => {
  try {
    return await caller.authorities.bySlug({ slug });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST"))
      redirect(`/authorities/${encodeURIComponent(slug)}/not-found`);
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = await council((await params).slug);
  return {
    title: data.name,
    description: descriptionOf(data.name),
    alternates: {
      canonical: `/authorities/${data.slug}`,
      types: { "application/atom+xml": `/feeds/authorities/${data.slug}.atom` },
    },
    // Whose news this page waits for (server/pages).
    other: { councils: councilsOn(data).join(" ") },
    openGraph: {
      ...OPEN_GRAPH,
      title: data.name,
      url: addressOf(`/authorities/${data.slug}`),
      images: [{ url: addressOf(`/charts/authorities/${data.slug}.png`), width: 1200, height: 630 }],
    },
  };
}

/** Codes of the councils whose agreements, changes and events stand on the page. */
function councilsOn({ dfeCode, predecessors, successors }: Authority): readonly string[] {
  return [dfeCode, ...[...predecessors, ...successors].map((other) => other.dfeCode)];
}

function descriptionOf(council: string): string {
  return `What ${council} and the Department for Education agreed and published: deficit, allocation, payments and EHC plans, each figure with its source.`;
}

export default async function CouncilPage({ params, searchParams }: Props) {
  const [{ slug }, asked] = await Promise.all([params, searchParams]);
  const { data, meta } = await council(slug);
  // Codes lead to the council too, but it has one address.
  if (slug !== data.slug) permanentRedirect(`/authorities/${data.slug}`);
  const version = (name: "from" | "to") => [asked[name]].flat()[0]?.slice(0, 100);
  const neighbours = [asked.neighbours]
    .flat()
    .flatMap((given) => given?.split(",") ?? [])
    .filter((name) => name !== "" && name.length <= 100)
    .slice(0, 40);
  const [history, changes, comparison] = await Promise.all([
    caller.changes.agreementHistory({ slug, from: version("from"), to: version("to") }),
    caller.changes.groups({ authority: slug, limit: 5 }),
    caller.authorities.comparison({ slug, neighbours }),
  ]);
  return (
    <PageBody meta={meta}>
      <CouncilProfile
        council={data}
        site={addressOf("/")}
        has={{ history: history.versions.length > 0, others: comparison !== null }}
      >
        {history.versions.length === 0 ? null : (
          <AgreementHistorySection council={data.name} slug={slug} history={history} />
        )}
        {comparison === null ? null : (
          <BesideOthers council={data.name} slug={data.slug} status={data.status} comparison={comparison} />
        )}
        <CouncilChanges slug={slug} groups={changes.data.groups} />
      </CouncilProfile>
      <SubscribeSection council={data} />
      <CiteThis title={data.name} address={addressOf(`/authorities/${data.slug}`)} meta={meta} />
      <DatasetDescription
        name={`Safety valve agreement and deficit of ${data.name}`}
        description={descriptionOf(data.name)}
        address={addressOf(`/authorities/${data.slug}`)}
        downloads={[
          { address: addressOf(`/api/v1/authorities/${data.slug}`), mediaType: "application/json" },
        ]}
        meta={meta}
      />
    </PageBody>
  );
}

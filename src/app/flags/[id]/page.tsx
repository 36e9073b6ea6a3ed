import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { CiteThis } from "@/components/cite/cite-this";
import { FlagReport } from "@/components/flags/flag-report";
import { HiddenFlag } from "@/components/flags/hidden-flag";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { flagName } from "@/wording/flags";
import { HIDDEN_FLAG, hiddenSentence } from "@/wording/hiding";
import { contactEmail } from "../../contact";
import { addressOf } from "../../site-address";

export const dynamic = "force-dynamic";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

/** Once for the title and the page together; an address that no flag has leads to the page that says so. */
const flag = cache(async (id: string) => {
  try {
    return await caller.flags.byId({ id });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST"))
      redirect(`/flags/${encodeURIComponent(id.slice(0, 100))}/not-found`);
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { data: found } = await flag(id);
  if ("hidden" in found) {
    return {
      title: `${found.hidden.authority.name}: ${HIDDEN_FLAG.toLowerCase()}`,
      description: hiddenSentence(found.hidden.verdictsHidden),
      alternates: { canonical: `/flags/${id}` },
    };
  }
  const data = found.flag;
  return {
    title: `${data.authority.name}: ${flagName(data)}`,
    description: data.summary,
    alternates: { canonical: `/flags/${data.id}` },
  };
}

export default async function FlagPage({ params }: Props) {
  const { data: found, meta } = await flag((await params).id);
  if ("hidden" in found) {
    return (
      <PageBody meta={meta}>
        <HiddenFlag hidden={found.hidden} />
      </PageBody>
    );
  }
  const data = found.flag;
  return (
    <PageBody meta={meta}>
      <FlagReport flag={data} contact={contactEmail()} />
      <CiteThis
        title={`${data.authority.name}: ${flagName(data)}`}
        address={addressOf(`/flags/${data.id}`)}
        meta={meta}
      />
    </PageBody>
  );
}

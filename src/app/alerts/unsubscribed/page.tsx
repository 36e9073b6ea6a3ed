import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { privatePage } from "../private-page";
import type { SearchParams } from "../search-params";

export const dynamic = "force-dynamic";
export const metadata = privatePage("Unsubscribed");

export default async function UnsubscribedPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const deleted = (await searchParams).deleted !== undefined;
  return (
    <PageBody meta={null}>
      <Lead
        title={deleted ? "Deleted" : "Unsubscribed"}
        sentence={
          deleted
            ? "Your address, your choices and your webhooks have been deleted."
            : "That was it: we write to you no more."
        }
      >
        <p className="mt-5 prose-width pb-12 text-ink-soft">
          A message that was handed over in the last minute may still arrive.{" "}
          <Link href="/alerts">Choose what to hear of</Link> if you ever want to again; the{" "}
          <a href="/feeds/changes.atom">feed</a> needs no address.
        </p>
      </Lead>
    </PageBody>
  );
}

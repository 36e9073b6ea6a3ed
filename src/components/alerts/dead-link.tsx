import Link from "next/link";
import { Lead } from "@/components/layout/lead";

/** In place of a page whose link has expired, has done its work, or was never one. */
export function DeadLink({ sentence, hint }: { readonly sentence: string; readonly hint: string }) {
  return (
    <Lead title="Alerts" sentence={sentence}>
      <p className="mt-5 prose-width text-ink-soft">{hint}</p>
      <p className="mt-5 prose-width pb-12">
        <Link href="/alerts/manage">Have a new link sent</Link>, or{" "}
        <Link href="/alerts">choose what to hear of</Link>.
      </p>
    </Lead>
  );
}

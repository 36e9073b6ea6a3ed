import type { Metadata } from "next";
import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <PageBody meta={null}>
      <Lead title="Page not found" sentence="There is no page at this address.">
        <p className="mt-6 prose-width">
          If you typed it, check it. If you are looking for a council, find it by its name or code among{" "}
          <Link href="/authorities">all councils</Link>.
        </p>
      </Lead>
    </PageBody>
  );
}

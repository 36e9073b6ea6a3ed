import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { NationalPicture } from "@/components/national/national-picture";
import { caller } from "@/trpc/server";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: { absolute: "Safety Valve Tracker: what 38 councils promised" } };

export default async function FrontPage() {
  const [national, councils] = await Promise.all([caller.national.overview(), caller.authorities.table()]);
  return (
    <PageBody meta={national.meta}>
      <NationalPicture
        national={national.data}
        signed={councils.data.filter(({ programme }) => programme === "safety-valve")}
      />
    </PageBody>
  );
}

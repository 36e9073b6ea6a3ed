import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { NationalPicture } from "@/components/national/national-picture";
import { caller } from "@/trpc/server";
import { countryWords } from "@/wording/country";
import { isPractice } from "./practice";

export const dynamic = "force-dynamic";

/** Of the practice set the layout says what it is. */
export function generateMetadata(): Metadata {
  return isPractice() ? {} : { title: { absolute: "Safety Valve Tracker: what 38 councils promised" } };
}

export default async function FrontPage() {
  const [national, councils] = await Promise.all([caller.national.overview(), caller.authorities.table()]);
  return (
    <PageBody meta={national.meta}>
      <NationalPicture
        national={national.data}
        country={countryWords(national.meta)}
        signed={councils.data.filter(({ programme }) => programme === "safety-valve")}
      />
    </PageBody>
  );
}

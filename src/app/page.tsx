import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { NationalPicture } from "@/components/national/national-picture";
import { caller } from "@/trpc/server";
import { countryWords } from "@/wording/country";
import { isPractice } from "./practice";
import { hrefOfFrontView, readFrontView, type SearchParams } from "./search-params";

export const dynamic = "force-dynamic";

/** Of the practice set the layout says what it is. */
export function generateMetadata(): Metadata {
  return isPractice() ? {} : { title: { absolute: "Safety Valve Tracker: what 38 councils promised" } };
}

export default async function FrontPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const view = readFrontView(await searchParams);
  const [national, standings, changeDays] = await Promise.all([
    caller.national.overview(),
    caller.national.standings({ year: view.year }),
    caller.national.changeDays(),
  ]);
  return (
    <PageBody meta={national.meta}>
      <NationalPicture
        national={national.data}
        standings={standings.data}
        country={countryWords(national.meta)}
        view={{ ...view, year: standings.data.year }}
        hrefOf={hrefOfFrontView}
        changeDays={changeDays}
      />
    </PageBody>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { CiteThis } from "@/components/cite/cite-this";
import { CompareForm } from "@/components/compare/compare-form";
import { CompareMessages } from "@/components/compare/compare-messages";
import { ComparedPanels } from "@/components/compare/compared-panels";
import { ComparedSentence } from "@/components/compare/compared-sentence";
import { ComparedTable } from "@/components/compare/compared-table";
import { comparedView } from "@/components/compare/compared-view";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { caller } from "@/trpc/server";
import { NET_FALL_CAUTION } from "@/wording/balance";
import { measureWords } from "@/wording/compare";
import { addressOf } from "../site-address";
import { csvOfCompareView, hrefOfCompareView, readCompareView, type SearchParams } from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Compare councils",
  description:
    "Up to six councils side by side: deficit, deficit by high needs block and by EHC plan, allocation, planned deficit, each figure with its source.",
};

export default async function ComparePage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const asked = readCompareView(await searchParams);
  const { measure, scale } = asked;
  const { data, meta } = await caller.compare.councils({ councils: [...asked.typed], measure });
  const view = comparedView(data.councils, measure, scale);
  const slugs = data.councils.map(({ slug }) => slug);
  const hrefOf = (typed: readonly string[]) => hrefOfCompareView({ typed, measure, scale });
  const netByAnything = measure === "net" || measure === "block" || measure === "plan";
  return (
    <PageBody meta={meta}>
      <Lead
        title="Compare councils"
        sentence={<ComparedSentence councils={data.councils} measure={measure} />}
      />
      <CompareMessages
        notUnderstood={asked.notUnderstood}
        beyond={data.beyond}
        noIndex={view.noIndex}
        measure={measure}
      />
      <CompareForm answer={data} measure={measure} scale={scale} hrefOf={hrefOf} />
      {data.councils.length === 0 ? (
        <p className="prose-width pb-16">
          Councils can also be ticked in the <Link href="/authorities">table of all councils</Link>.
        </p>
      ) : (
        <>
          <Section
            id="course"
            heading={measureWords(measure).name}
            note={
              <>
                <p>{measureWords(measure).note}</p>
                {netByAnything ? <p>{NET_FALL_CAUTION}</p> : null}
                <p>All panels have the same years and the same scale.</p>
              </>
            }
          >
            <ComparedPanels view={view} measure={measure} />
          </Section>
          <Section
            id="figures"
            heading="The figures"
            note={
              <p className="screen-only">
                <a href={csvOfCompareView({ typed: slugs, measure, scale })}>These figures as CSV</a>, with
                sources
              </p>
            }
          >
            <ComparedTable view={view} measure={measure} />
          </Section>
          <CiteThis
            title={`Compare councils: ${measureWords(measure).name}, ${data.councils.map(({ name }) => name).join(", ")}`}
            address={addressOf(hrefOf(slugs))}
            meta={meta}
          />
        </>
      )}
    </PageBody>
  );
}

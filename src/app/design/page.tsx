import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CHART_SIZES } from "@/charts/balance-plan";
import { councilBalanceChart } from "@/charts/council-balance-chart";
import { councilTrajectory } from "@/charts/council-trajectory";
import { sparkline } from "@/charts/sparkline";
import { yearBars } from "@/charts/year-bars";
import { BalanceFigure } from "@/components/charts/balance-figure";
import { ResponsiveChart } from "@/components/charts/responsive-chart";
import { Figure } from "@/components/figures/figure";
import { HeadlineFigures } from "@/components/figures/headline-figures";
import { Missing } from "@/components/figures/missing";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { StatusMark } from "@/components/status/status-mark";
import { MISSING_REASONS } from "@/domain/published-value";
import { STATUSES } from "@/shapes/api-shapes";
import { missingWords } from "@/wording/missing";
import { formatExactGbp } from "@/wording/money";
import { Findings } from "./findings";
import { outturn, register, sampleAgreements, sampleOutturns, section251 } from "./sample-council";
import { States } from "./states";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Components", robots: { index: false } };

const provenance = {
  printed: "£67,167,405",
  what: "deficit of Exampleshire, after DfE money (net), 31 March 2024",
  source: section251,
};

const held = { verdicts: [], validTo: null };
const trajectory = councilTrajectory({
  ...held,
  outturns: sampleOutturns,
  agreements: sampleAgreements,
  events: [{ date: "2023-03", kind: "signed", summary: "Signed.", source: register }],
});

const surplus = councilTrajectory({
  ...held,
  agreements: [],
  events: [],
  outturns: [
    outturn("2020-03-31", -5_311_000, { kind: "derived", errorGbp: 900_000 }),
    outturn("2021-03-31", -1_200_000),
    outturn("2022-03-31", 800_000),
    outturn("2022-03-31", 2_900_000, { source: register }),
    outturn("2023-03-31", 2_100_000),
    outturn("2023-03-31", 4_000_000, { basis: "unknown", scope: "unknown", source: register }),
    outturn("2023-03-31", 3_100_000, { basis: "net", scope: "high-needs", source: register }),
  ],
});

/** Every component in every state, with invented figures; only where the site is being made. */
export default function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <PageBody
      meta={{
        restsOn: "archive",
        practice: false,
        liveLastReachedAt: null,
        generatedAt: "2026-11-23T09:00:00.000Z",
      }}
    >
      <Lead
        title="Exampleshire"
        above="South East, county"
        sentence={
          <>
            Exampleshire owed <Figure shown="£67.2 million" provenance={provenance} /> at 31 March 2024, after
            DfE money. We do not judge its promise yet.
          </>
        }
      />
      <div className="pb-14">
        <HeadlineFigures
          figures={[
            {
              key: "a",
              label: "Owed",
              figure: <Figure shown="£67,167,405" provenance={provenance} />,
              under: "after DfE money (net), 31 March 2024",
            },
            {
              key: "b",
              label: "High needs block",
              figure: <Figure shown="£301.4 million" provenance={provenance} />,
              under: "before deductions, 2023 to 2024",
            },
            {
              key: "c",
              label: "Promised by DfE",
              figure: <Figure shown="£142 million" provenance={provenance} />,
              under: "in total, original agreement",
            },
            {
              key: "d",
              label: "EHC plans",
              figure: <Figure shown="21,204" provenance={provenance} />,
              under: "January 2025",
            },
          ]}
        />
      </div>
      <Section id="balance" heading="Published balance" note={<p>Deficit upwards, zero always shown.</p>}>
        {trajectory && <BalanceFigure council="Exampleshire" trajectory={trajectory} />}
      </Section>
      <Section id="narrow" heading="The same at 360 px">
        {trajectory &&
          councilBalanceChart({ council: "Exampleshire", trajectory }, CHART_SIZES.narrow, "fixed-narrow")}
      </Section>
      <Section id="surplus" heading="A surplus, a disagreement">
        {surplus && <BalanceFigure council="Sampleton" trajectory={surplus} />}
      </Section>
      <Section id="bars" heading="Bars by year">
        <ResponsiveChart
          heightShare={0.6}
          draw={(size, id) =>
            yearBars(
              {
                title: "High needs block",
                description: "by year",
                bars: [6.28, 7.06, 7.91, 8.99, 9.95].map((amount, index) => ({
                  key: String(2019 + index),
                  name: [`${2019 + index} to`, `${2020 + index}`],
                  versions:
                    index === 4
                      ? [
                          { amount: 9.9, text: "£9.90bn", latest: false },
                          { amount, text: `£${amount}bn`, latest: true },
                        ]
                      : [{ amount, text: `£${amount}bn`, latest: true }],
                })),
              },
              size,
              id,
            )
          }
        />
      </Section>
      <Section id="small" heading="Small things">
        <ul className="flex flex-wrap gap-6">
          {STATUSES.map((status) => (
            <li key={status}>
              <StatusMark status={status} />
            </li>
          ))}
        </ul>
        <ul className="mt-6 flex flex-wrap gap-6">
          {MISSING_REASONS.map((reason) => (
            <li key={reason}>
              <Missing reason={missingWords(reason)} />
            </li>
          ))}
        </ul>
        <p className="mt-6">
          {sparkline([
            { asAt: "2020-03-31", deficitGbp: 21e6 },
            { asAt: "2021-03-31", deficitGbp: 51e6 },
            { asAt: "2022-03-31", deficitGbp: 97e6 },
            { asAt: "2024-03-31", deficitGbp: 67e6 },
          ])}
        </p>
        <p className="mt-6">{formatExactGbp(-3_160_000)}</p>
      </Section>
      <Findings />
      <States />
    </PageBody>
  );
}

import { balanceSeries } from "@/charts/balance-series";
import { BalanceFigure } from "@/components/charts/balance-figure";
import { Section } from "@/components/layout/section";
import type { Authority } from "@/shapes/api-shapes";
import { NET_FALL_CAUTION } from "@/wording/balance";
import { disagreementSentences } from "@/wording/disagreement";
import { OutturnTable } from "./outturn-table";
import { TrendWords } from "./trend-words";

/** What was published of a council's balance, as a picture, a table and a trend. */
export function BalanceSection({ council }: { readonly council: Authority }) {
  const { name, programme, outturns, agreements } = council;
  if (outturns.length === 0) {
    return (
      <Section id="balance" heading="Published balance">
        <p>We hold no published balance of {name}.</p>
      </Section>
    );
  }
  return (
    <Section
      id="balance"
      heading="Published balance"
      note={
        <>
          <p>
            The dedicated schools grant at each 31 March. A deficit lies above zero, a surplus below. Only
            figures of one basis are joined.
          </p>
          {programme === "safety-valve" ? <p>{NET_FALL_CAUTION}</p> : null}
        </>
      }
    >
      <BalanceFigure council={name} series={balanceSeries(outturns, agreements)} agreements={agreements} />
      <h3 className="mt-8 mb-3 text-lg">The same figures as a table</h3>
      {disagreementSentences(outturns).map((sentence) => (
        <p key={sentence} className="mb-3 prose-width text-sm">
          {sentence}
        </p>
      ))}
      <OutturnTable council={name} outturns={outturns} />
      <TrendWords council={council} />
    </Section>
  );
}

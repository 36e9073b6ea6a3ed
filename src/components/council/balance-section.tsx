import { Section } from "@/components/layout/section";
import type { Authority } from "@/shapes/api-shapes";
import { NET_FALL_CAUTION } from "@/wording/balance";
import { disagreementSentences } from "@/wording/disagreement";
import { OutturnTable } from "./outturn-table";
import { TrendWords } from "./trend-words";

/** What was published of a council's balance, figure by figure, and where it leads. */
export function BalanceSection({ council }: { readonly council: Authority }) {
  const { name, programme, outturns } = council;
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
          <p>The dedicated schools grant at each 31 March, newest first, outturns and forecasts.</p>
          {programme === "safety-valve" ? <p>{NET_FALL_CAUTION}</p> : null}
        </>
      }
    >
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

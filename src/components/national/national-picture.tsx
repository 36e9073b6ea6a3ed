import Link from "next/link";
import { AllocationBars } from "@/components/charts/year-figures";
import { AllocationTable } from "@/components/council/allocation-table";
import { Figure } from "@/components/figures/figure";
import { HeadlineFigures } from "@/components/figures/headline-figures";
import { ehcPlansProvenance } from "@/components/figures/provenance";
import { Lead } from "@/components/layout/lead";
import { Section } from "@/components/layout/section";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import type { National } from "@/shapes/api-shapes";
import { balanceLine, basisWords, NET_FALL_CAUTION } from "@/wording/balance";
import type { CountryWords } from "@/wording/country";
import { formatDate, formatDay, formatJanuary, formatYear } from "@/wording/dates";
import { DERIVED_READING } from "@/wording/flags";
import { formatCount, formatGbp } from "@/wording/money";
import { statusesSentence } from "@/wording/standing";
import { Cohorts } from "./cohorts";
import { DeficitTable } from "./deficit-table";
import {
  latestDeficits,
  nationalAllocationProvenance,
  nationalDeficitProvenance,
} from "./national-provenance";
import { RankedCouncils } from "./ranked-councils";
import { StatusTally } from "./status-tally";

/** The front page: how the 38 stand, and the country around them. */
export function NationalPicture({
  national,
  signed,
  country,
}: {
  readonly national: National;
  readonly country: CountryWords;
  readonly signed: readonly AuthorityRow[];
}) {
  const total = latestDeficits(national.deficits);
  const { allocations } = national;
  return (
    <>
      <Lead
        title="Did councils keep their safety valve agreements?"
        sentence={statusesSentence(national.safetyValveStatuses)}
      >
        <Owed {...{ total, country }} />
        <p className="mt-3 max-w-[50rem] text-sm text-ink-soft">
          {DERIVED_READING}
          {national.assessedAt === null ? null : ` Last worked out on ${formatDay(national.assessedAt)}.`}{" "}
          <Link href="/methodology">How it is worked out</Link>.
        </p>
      </Lead>
      <div className="pb-12 lg:pb-16">
        <Headlines {...{ national, total, country }} />
      </div>
      <Section
        id="councils"
        heading={`The ${national.safetyValveCouncils} councils`}
        note={
          <>
            <p>
              The gravest first, within that by how far above what was planned, then by latest published net
              deficit. What an agreement promises leaves DfE’s money out, so a net deficit says nothing of who
              kept a promise.
            </p>
            <p>{NET_FALL_CAUTION}</p>
            <p>
              <Link href="/authorities">All {national.councils} councils</Link>
            </p>
          </>
        }
      >
        <StatusTally statuses={national.safetyValveStatuses} />
        <RankedCouncils councils={signed} />
      </Section>
      <Section
        id="cohorts"
        heading="When they signed"
        note={<p>DfE said in December 2024 that it would sign no more.</p>}
      >
        <Cohorts cohorts={national.cohorts} />
      </Section>
      <Section
        id="allocation"
        heading={`${country.whose} high needs block`}
        note={
          <p>
            Before deductions, by year and published version. Sums of councils; the total as the publisher
            prints it is on each card.
          </p>
        }
      >
        <AllocationBars of={country.name} allocations={allocations} />
        <div className="mt-6">
          <AllocationTable council={country.name} allocations={allocations} />
        </div>
      </Section>
      {national.deficits.length === 0 ? null : (
        <Section
          id="deficits"
          heading="Deficits and surpluses"
          note={
            <p>Sums of councils, after DfE money. A council’s surplus pays no other council’s deficit.</p>
          }
        >
          <DeficitTable deficits={national.deficits} country={country} />
        </Section>
      )}
    </>
  );
}

interface Known {
  readonly national: National;
  readonly total: National["deficits"][number] | null;
  readonly country: CountryWords;
}

/** What all councils in deficit carried together, when it was last published. */
function Owed({ total, country }: Pick<Known, "total" | "country">) {
  return (
    <p className="mt-4 max-w-[50rem] text-lg text-pretty">
      {total === null ? (
        `We hold no published total of the deficits of ${country.councils}.`
      ) : (
        <>
          At {formatDate(total.asAt)}, {total.councilsInDeficit} of {country.councils} carried deficits of{" "}
          <Figure
            shown={formatGbp(total.deficitsGbp)}
            provenance={nationalDeficitProvenance(total, "deficits", country)}
          />{" "}
          between them, {basisWords(total.basis)}.
        </>
      )}
    </p>
  );
}

function Headlines({ national, total, country }: Known) {
  const block = national.allocations.findLast(({ latest }) => latest);
  const plans = national.ehcPlans.at(-1);
  return (
    <HeadlineFigures
      figures={[
        ...(total === null
          ? []
          : [
              {
                key: "deficits",
                label: "Deficits of all councils in deficit",
                figure: (
                  <Figure
                    shown={formatGbp(total.deficitsGbp)}
                    provenance={nationalDeficitProvenance(total, "deficits", country)}
                  />
                ),
                under: balanceLine(total),
              },
              {
                key: "in-deficit",
                label: "In deficit",
                figure: `${total.councilsInDeficit} of ${total.councilsInDeficit + total.councilsInSurplus + total.councilsMissing}`,
                under: `councils, ${formatDate(total.asAt)}${total.councilsMissing === 0 ? "" : `; of ${total.councilsMissing} we hold no figure`}`,
              },
            ]),
        ...(block === undefined
          ? []
          : [
              {
                key: "block",
                label: "High needs block",
                figure: (
                  <Figure
                    shown={formatGbp(block.beforeDeductionsGbp)}
                    provenance={nationalAllocationProvenance(block, country)}
                  />
                ),
                under: `before deductions, ${formatYear(block.financialYear)}`,
              },
            ]),
        ...(plans === undefined
          ? []
          : [
              {
                key: "plans",
                label: "EHC plans",
                figure: (
                  <Figure
                    shown={formatCount(plans.plans)}
                    provenance={ehcPlansProvenance(country.name, plans)}
                  />
                ),
                under: formatJanuary(plans.year),
              },
            ]),
      ]}
    />
  );
}

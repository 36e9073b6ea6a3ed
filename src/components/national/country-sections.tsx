import { AllocationBars } from "@/components/charts/year-figures";
import { AllocationTable } from "@/components/council/allocation-table";
import { Section } from "@/components/layout/section";
import type { National } from "@/shapes/api-shapes";
import type { CountryWords } from "@/wording/country";
import { Cohorts } from "./cohorts";
import { DeficitTable } from "./deficit-table";
import { DeficitsByYear } from "./deficits-by-year";

/** Sums over all councils: what they owe, when the 38 signed, what they are given. */
export function CountrySections({
  national,
  country,
}: {
  readonly national: National;
  readonly country: CountryWords;
}) {
  const { allocations, deficits } = national;
  return (
    <>
      {deficits.length === 0 ? null : (
        <Section
          id="deficits"
          phoneRem={72}
          heading="Deficits and surpluses"
          note={
            <p>Sums of councils, after DfE money. A council’s surplus pays no other council’s deficit.</p>
          }
        >
          <DeficitsByYear deficits={deficits} country={country} />
          <DeficitTable deficits={deficits} country={country} />
        </Section>
      )}
      <Section
        id="cohorts"
        heading="When they signed"
        note={<p>DfE said in December 2024 that it would sign no more.</p>}
      >
        <Cohorts cohorts={national.cohorts} />
      </Section>
      <Section
        id="allocation"
        phoneRem={72}
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
    </>
  );
}

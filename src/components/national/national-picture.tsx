import Link from "next/link";
import { SinceLastVisit } from "@/components/changes/since-last-visit";
import { Figure } from "@/components/figures/figure";
import { HeadlineFigures } from "@/components/figures/headline-figures";
import { ehcPlansProvenance } from "@/components/figures/provenance";
import { Lead } from "@/components/layout/lead";
import { CouncilSearch } from "@/components/search/council-search";
import type { National } from "@/shapes/api-shapes";
import type { Standings } from "@/shapes/standings-shape";
import { balanceLine, basisWords } from "@/wording/balance";
import type { CountryWords } from "@/wording/country";
import { formatDate, formatDay, formatJanuary, formatYear } from "@/wording/dates";
import { DERIVED_READING } from "@/wording/flags";
import { formatCount, formatGbp } from "@/wording/money";
import { statusesSentence } from "@/wording/standing";
import { CountrySections } from "./country-sections";
import {
  latestDeficits,
  nationalAllocationProvenance,
  nationalDeficitProvenance,
} from "./national-provenance";
import type { NationalView } from "./national-view";
import { StandingSections } from "./standing-sections";

/** The front page: how the 38 stand, on the map and ranked, and the country around them. */
export function NationalPicture({
  national,
  standings: { councils, years },
  view,
  hrefOf,
  changeDays,
  country,
}: {
  readonly national: National;
  readonly country: CountryWords;
  readonly standings: Standings;
  readonly view: NationalView;
  /** The front page's address for a view. */
  readonly hrefOf: (view: NationalView) => string;
  readonly changeDays: readonly { readonly day: string; readonly changes: number }[];
}) {
  const total = latestDeficits(national.deficits);
  const judged = national.assessedAt === null ? null : formatDay(national.assessedAt);
  return (
    <>
      <Lead
        title="Did councils keep their safety valve agreements?"
        sentence={statusesSentence(national.safetyValveStatuses, judged)}
      >
        <Owed {...{ total, country }} />
        <p className="mt-3 max-w-[50rem] text-sm text-ink-soft">
          {DERIVED_READING} <Link href="/methodology">How it is worked out</Link>.
        </p>
        <CouncilSearch label="Find your council" className="mt-5 max-w-md" />
        <div className="mt-4 empty:hidden">
          <SinceLastVisit days={changeDays} />
        </div>
      </Lead>
      <div className="pb-12 lg:pb-16">
        <Headlines {...{ national, total, country }} />
      </div>
      <StandingSections {...{ national, councils, years, view, hrefOf, country }} />
      <CountrySections {...{ national, country }} />
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

import Link from "next/link";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { Section } from "@/components/layout/section";
import { StatusMark } from "@/components/status/status-mark";
import { RecordTable } from "@/components/tables/record-table";
import { MOST_COMPARED } from "@/domain/compare/measure";
import { NEIGHBOUR_METHOD } from "@/domain/neighbours/nearest";
import type { Status } from "@/shapes/api-shapes";
import type { ComparedRatio, Comparison } from "@/shapes/comparison-shape";
import { formatPercent, formatPerPlan, noRatioWords, placesWords } from "@/wording/comparison";
import { formatDate } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatExactGbp } from "@/wording/money";
import { NeighbourPicker } from "./neighbour-picker";

/** How large a deficit is for a council of its size, and how those most like it stand. */
export function BesideOthers({
  council,
  slug,
  status,
  comparison,
}: {
  readonly council: string;
  readonly slug: string;
  readonly status: Status;
  readonly comparison: Comparison;
}) {
  const { asAt, deficitGbp, percentOfBlock, gbpPerEhcPlan, sources, neighbours } = comparison;
  return (
    <Section
      id="beside-others"
      phoneRem={112}
      heading="Beside other councils"
      note={
        <>
          <p>
            The deficit after DfE money at {formatDate(asAt)}, of the whole grant, by that year’s high needs
            block before deductions and by the plans of that January.
          </p>
          <p>A payment from DfE makes it smaller: no measure of who kept a promise.</p>
        </>
      }
    >
      <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <Measure
          name="Of the high needs block"
          ratio={percentOfBlock}
          show={formatPercent}
          comparison={comparison}
        />
        <Measure
          name="For each EHC plan"
          ratio={gbpPerEhcPlan}
          show={formatPerPlan}
          comparison={comparison}
        />
      </dl>
      <p className="mt-3 flex flex-wrap gap-x-4 text-sm text-ink-soft">
        <span>Worked out from</span>
        {sources.map(({ what, source }) => (
          <Figure
            key={what}
            shown={what}
            provenance={{
              printed: what === "deficit" ? formatExactGbp(deficitGbp) : what,
              what: `${council}: ${what}, for the ratios at ${formatDate(asAt)}`,
              source,
            }}
          />
        ))}
      </p>
      {neighbours === null || neighbours.length === 0 ? (
        <p className="mt-6 prose-width">
          No neighbours are named: one of the figures by which councils are likened is not held.
        </p>
      ) : (
        <>
          <h3 className="mt-8 mb-3 text-lg">
            {comparison.chosen ? "The councils you chose" : "The councils most like it"}
          </h3>
          <RecordTable
            caption={
              comparison.chosen
                ? `${council} and the councils chosen`
                : `${council} and the councils most like it, nearest first`
            }
            captionHidden
            rows={[
              {
                ...{ dfeCode: "own", name: council, slug: null, status },
                ...{ percentOfBlock: percentOfBlock.value, gbpPerEhcPlan: gbpPerEhcPlan.value },
              },
              ...neighbours,
            ]}
            keyOf={({ dfeCode }) => dfeCode}
            columns={[
              {
                key: "council",
                head: "Council",
                names: true,
                cell: ({ name, slug: address, status: own }) => (
                  <>
                    {address === null ? (
                      <strong>{name}</strong>
                    ) : (
                      <Link href={`/authorities/${address}`} prefetch={false}>
                        {name}
                      </Link>
                    )}
                    <span className="unit sm:hidden">
                      <StatusMark status={own} />
                    </span>
                  </>
                ),
              },
              {
                key: "status",
                head: "Promise",
                from: "wide",
                cell: ({ status: own }) => <StatusMark status={own} />,
              },
              {
                key: "block",
                head: "Of the block",
                numeric: true,
                cell: ({ percentOfBlock: value }) => (value === null ? <NotHeld /> : formatPercent(value)),
              },
              {
                key: "plan",
                head: "For each plan",
                numeric: true,
                cell: ({ gbpPerEhcPlan: value }) => (value === null ? <NotHeld /> : formatPerPlan(value)),
              },
            ]}
          />
          <p className="screen-only mt-3 text-sm">
            <Link
              href={compareHref([slug, ...neighbours.map((neighbour) => neighbour.slug)])}
              prefetch={false}
            >
              Compare {council} with the nearest of them, year by year
            </Link>
          </p>
          <details className="mt-3">
            <summary className="min-h-11 py-2 text-sm font-medium">How neighbours are found</summary>
            <ul className="prose-width space-y-2 text-sm">
              {NEIGHBOUR_METHOD.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      <NeighbourPicker slug={slug} comparison={comparison} />
    </Section>
  );
}

/** The council itself and its nearest, as many as can be compared. */
function compareHref(slugs: readonly string[]): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const compared = slugs.slice(0, MOST_COMPARED).map((slug, index) => [letters[index] ?? "", slug]);
  return `/compare?${new URLSearchParams([...compared, ["measure", "block"]])}`;
}

function Measure({
  name,
  ratio,
  show,
  comparison,
}: {
  readonly name: string;
  readonly ratio: ComparedRatio;
  readonly show: (value: number) => string;
  readonly comparison: Comparison;
}) {
  const places = placesWords(ratio, comparison);
  return (
    <div>
      <dt className="text-sm font-medium">{name}</dt>
      {ratio.value === null ? (
        <dd>
          {ratio.missing === undefined ? <NotHeld /> : <Missing reason={noRatioWords(ratio.missing)} />}
        </dd>
      ) : (
        <dd className="font-serif text-2xl font-semibold">{show(ratio.value)}</dd>
      )}
      {places === null ? null : <dd className="text-xs text-ink-soft">{places}</dd>}
    </div>
  );
}

function NotHeld() {
  return <Missing reason={missingWords("not-held")} />;
}

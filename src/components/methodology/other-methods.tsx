import { Section } from "@/components/layout/section";
import { NEIGHBOUR_METHOD } from "@/domain/neighbours/nearest";
import { FEWEST_YEAR_ENDS } from "@/domain/trend/slopes-of";
import type { Methodology } from "@/shapes/judgement-shapes";
import { formatCount } from "@/wording/money";
import { thresholdValue } from "@/wording/thresholds";
import { BackTests } from "./back-tests";

/** What is reckoned beside verdicts and flags: trends, ratios, neighbours, the stability grant. */
export function OtherMethods({ method }: { readonly method: Methodology }) {
  const { trends, thresholds } = method;
  return (
    <>
      <Section id="trend" heading="Trend">
        <div className="prose-width space-y-4">
          <p>
            Of a council with at least {FEWEST_YEAR_ENDS} year ends on one footing: the median of the yearly
            changes between all pairs of year ends (the Theil-Sen slope), drawn on from the last one held
            until the deficit would be gone, with the 10th and 90th percentiles of the same changes as its
            range. For councils that signed, only year ends before DfE money that are exactly known count; for
            those that never did, the published ones. With fewer there is no trend, and that is said.
          </p>
          <p>
            Beside it stands by how much the deficit would have to fall each year to be gone by the promised
            year. A flag rests on a trend only while its last year end is no more than{" "}
            {thresholdValue("onTrackWithinMonths", thresholds)} old. A trend knows nothing of plans.
          </p>
          <p>
            Today {formatCount(trends.councils)} councils have a trend, the longest through{" "}
            {formatCount(trends.mostYearEnds)} year ends.
          </p>
        </div>
        <BackTests backTests={method.backTests} />
      </Section>
      <Section id="ratios" heading="Ratios">
        <div className="prose-width space-y-4">
          <p>
            A deficit is shown as a percentage of the same year’s high needs block before deductions, and for
            each education, health and care plan of the January within that year. If either figure is missing,
            so is the ratio, with the reason.
          </p>
          <p>
            The block after deductions and the section 251 return are on different footings, since places in
            academies are paid for elsewhere. One is never divided by the other. Ranks go by one ratio on one
            footing, and leave out councils without it.
          </p>
        </div>
      </Section>
      <Section id="neighbours" heading="Neighbours">
        <div className="prose-width space-y-4">
          {NEIGHBOUR_METHOD.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Section>
      <Section id="stability-grant" heading="Stability grant">
        <div className="prose-width space-y-4">
          <p>
            In February 2026 the government announced that it would pay nine tenths of each council’s eligible
            high needs deficit at 31 March 2026, if DfE approves the council’s local SEND reform plan. Each
            step is shown only once a source is held for it: the eligible deficit, the plan submitted,
            approved or refused, the grant paid.
          </p>
          <p>
            What is left is a tenth of the eligible deficit and what builds up in 2026 to 2027 and 2027 to
            2028, before DfE money. It isn’t reckoned before an approval or a payment is cited. A net deficit
            that falls by the grant is shown as grant money, never as recovery.
          </p>
        </div>
      </Section>
      <Section id="checked" heading="Checked, withdrawn, corrected">
        <div className="prose-width space-y-4">
          <p>
            Terms that a machine has read from a document stay marked “machine-read, not yet checked” until a
            person has compared them with that very document. Nobody is alerted to a miss that rests on
            unchecked terms.
          </p>
          <p>
            A person can withdraw a flag at once, with a reason that is shown; it stays withdrawn while the
            same figures give the same finding. A council’s reply is shown beside the flag. Judging the same
            figures again changes nothing; what changes from one assessment to the next is kept in the flag’s
            history.
          </p>
          <p>
            A published figure that is wrong can be corrected, if its publisher or the council says so. The
            corrected figure is then shown and judged by. What was published stays beside it, with the reason,
            who says so and since when; evidence names both. A correction is of exactly the figure it was made
            for: once the publisher changes it, the correction is overtaken and only the record keeps it. It
            can be withdrawn, and the figure is shown as published again. Agreements are compared with one
            another as they are printed. All corrections are in the{" "}
            <a href="/api/v1/export/corrections.csv">table of corrections</a>.
          </p>
        </div>
      </Section>
    </>
  );
}

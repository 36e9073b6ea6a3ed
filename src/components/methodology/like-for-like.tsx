import { Section } from "@/components/layout/section";

/** What may be put beside what, told for readers; docs/rules.md tells the same for those who read the code. */
export function LikeForLike() {
  return (
    <Section
      id="like-for-like"
      heading="Like for like"
      note={<p>Most apparent misses and recoveries are two figures that were never alike.</p>}
    >
      <div className="prose-width space-y-4">
        <p>
          <strong className="font-semibold">Before and after DfE money.</strong> Agreements plan deficits
          without the department’s payments (gross). Published balances, in section 251 returns and in
          accounts, are after them (net). One is never compared with the other, nor drawn in one line with it.
        </p>
        <p>
          <strong className="font-semibold">The gross deficit is a range.</strong> It is at least the
          published net deficit plus every payment that a source says was received and counted by that day.
          Where the payments are all known, that is also the most it can be; else the most is the net deficit
          plus all the money that the agreement promises. Money from the High Needs Stability Grant is added
          only where the published figure is after it.
        </p>
        <p>
          <strong className="font-semibold">When payments are all known.</strong> For every year up to that
          day a source gives the year’s total, or the sum of all years so far. An instalment is not a year;
          money planned is not money received; a payment cited as withheld counts as nothing. A payment counts
          in the year whose closing balance includes it; within 30 days of a year end, and not stated, it
          widens the range.
        </p>
        <p>
          <strong className="font-semibold">The whole grant, or high needs only.</strong> A figure that counts
          all of the dedicated schools grant never meets one that counts high needs alone.
        </p>
        <p>
          <strong className="font-semibold">The council’s own money.</strong> Where either side doesn’t say
          whether it counts the council’s own contributions, a miss has to be larger than all that were
          planned so far, or a source has to say that they were paid into the grant. Else the year can’t be
          compared.
        </p>
        <p>
          <strong className="font-semibold">Where the plan comes from.</strong> Only a figure read from the
          agreement, or quoted from it by DfE or in the council’s own papers, can be missed. A press report, a
          council’s own plan or a stated aim can be kept or exceeded, and is always named as what it is. A
          figure worked back from others, a doubtful one, and one whose year another source disputes decide
          nothing.
        </p>
        <p>
          <strong className="font-semibold">Which published figure.</strong> First those on the plan’s own
          footing; then audited accounts, the section 251 return, the council’s outturn report, the press. A
          final figure takes the place of its provisional one. A forecast never decides. A miss has to hold on
          every independent source that can be compared; if one says otherwise, the sources disagree and
          nothing is decided.
        </p>
        <p>
          <strong className="font-semibold">Two versions of an agreement.</strong> Both are judged, side by
          side. The current one counts; the first is never lost. The year in which an agreement was signed is
          judged too, but as its starting point: it raises no flag and counts in no status.
        </p>
        <p>
          <strong className="font-semibold">The balance of one year</strong> is the fall of the published
          deficit from one year end to the next, of one source, less the DfE money counted in that year. If
          not all of that money is known, the figure is the most that the balance can be: a deficit then
          decides, a surplus decides nothing. A published in-year figure is used as it stands only where its
          source says that it is before DfE money. Block transfers count as they fell; the council’s own money
          and adjustments for earlier years are named beside it.
        </p>
      </div>
    </Section>
  );
}

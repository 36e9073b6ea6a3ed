import { type Money, sum } from "../money";
import type { CouncilDossier, HeldPayment } from "../verdicts/held-figures";
import { byDate, draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagEvidence, FlagRule } from "./flag";
import { dateWords, yearWords } from "./in-words";
import { type Succession, successionsOf, targetMoves } from "./target-moves";

export const paymentsRephased: FlagRule = {
  name: "payments-rephased",
  version: "1",
  severity: "info",
  title: "Payments moved between years",
  meaning:
    "DfE’s payments under the agreement were moved to other years. What the council promised did not change by this.",
  formula:
    "A source says that only the yearly payments changed; or a later version plans the same payments in all, for other years, and moves no target.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints"],
  never: "Never where a target or the total changed by the same step.",
  weaknesses: ["The day on which payments were moved is often not published."],
  changes: FIRST_VERSION,
  find({ dossier, thresholds }) {
    const told = dossier.events.filter(({ kind }) => kind === "payments_rephased").toSorted(byDate);
    const moved = targetMoves(dossier, thresholds).map(({ succession }) => succession);
    const read = successionsOf(dossier).filter(
      (succession) =>
        !moved.some(({ before, after }) => before === succession.before && after === succession.after) &&
        onlyYearsDiffer(succession, dossier),
    );
    if (told.length === 0 && read.length === 0) return [];
    const dates = told.flatMap(({ date }) => (date === null ? [] : [date]));
    const [latest] = dates.toReversed();
    const when = latest === undefined ? "" : ` (${dateWords(latest)})`;
    return [
      draftFlag(paymentsRephased, {
        financialYear: null,
        subject: "",
        checked: told.length > 0 || read.every(({ before, after }) => before.checked && after.checked),
        size: null,
        summary: `The years of DfE’s payments were changed${when}, not their total nor what was promised for them.`,
        evidence: [
          ...told.map(({ summary, ref, date }) => figure(summary, null, ref, date)),
          ...read.flatMap(({ before, after }) => [
            ...paymentEvidence(before.version, dossier),
            ...paymentEvidence(after.version, dossier),
          ]),
        ],
      }),
    ];
  },
};

type Planned = HeldPayment & {
  readonly amount: Money;
  readonly financialYear: NonNullable<HeldPayment["financialYear"]>;
};

function plannedIn(version: string, { payments }: CouncilDossier): readonly Planned[] {
  return payments
    .filter(
      (payment): payment is Planned =>
        payment.agreementVersion === version &&
        payment.status === "planned" &&
        payment.covers === "year" &&
        payment.amount !== null &&
        payment.financialYear !== null,
    )
    .toSorted((a, b) => a.financialYear.localeCompare(b.financialYear) || a.ref.id - b.ref.id);
}

function onlyYearsDiffer({ before, after }: Succession, dossier: CouncilDossier): boolean {
  const [was, is] = [plannedIn(before.version, dossier), plannedIn(after.version, dossier)];
  const total = (payments: readonly Planned[]) => sum(payments.map(({ amount }) => amount));
  const byYear = (payments: readonly Planned[]) =>
    payments.map(({ financialYear, amount }) => `${financialYear} ${amount}`).join();
  return (
    was.length > 0 &&
    total(was) === total(is) &&
    (before.total === null || after.total === null || before.total === after.total) &&
    byYear(was) !== byYear(is)
  );
}

function paymentEvidence(version: string, dossier: CouncilDossier): FlagEvidence[] {
  return plannedIn(version, dossier).map(({ financialYear, amount, ref }) =>
    figure(`Payment planned for ${yearWords(financialYear)}, ${version}`, amount, ref),
  );
}

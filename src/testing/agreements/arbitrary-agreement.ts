import fc from "fast-check";
import { type FinancialYear, financialYearStarting } from "@/domain/financial-year";
import type { AgreementLayout, TableLayout } from "./agreement-layout";
import type { AgreementSpecification, OwnMoney, PlannedPayment } from "./agreement-specification";
import { conditions, inventedAgreement } from "./invented-agreement";
import { MONITORING, REVIEW, SUSPENSIONS } from "./invented-texts";
import type { MoneyStyle } from "./print-money";

const COUNCILS: readonly AgreementSpecification["council"][] = [
  { short: "Exampleshire", full: "Exampleshire County Council" },
  { short: "Sampleton", full: "The London Borough of Sampleton" },
  { short: "Mockham", full: "Mockham Metropolitan Borough Council" },
  { short: "Oldshire upon Thames", full: "Royal Borough of Oldshire upon Thames" },
  { short: "Isle of Sample", full: "Council of the Isle of Sample" },
  { short: "Testbury and North East Exampleshire", full: "Testbury & North East Exampleshire Council" },
];

const coin = fc.boolean();
const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** A style in which every amount of so many decimals of a million is exact. */
function moneyStyle(decimals: 1 | 2 | 3): fc.Arbitrary<MoneyStyle> {
  const common = {
    pound: coin,
    negative: pick<MoneyStyle["negative"]>("hyphen", "brackets", "inner"),
    zero: pick<MoneyStyle["zero"]>("figure", "nil"),
    gap: pick<MoneyStyle["gap"]>("", "\u00a0"),
  };
  const inMillions = fc.record({
    ...common,
    unit: fc.constant("million" as const),
    decimals: pick<1 | 2 | 3>(...([1, 2, 3] as const).filter((count) => count >= decimals)),
    suffix: pick<MoneyStyle["suffix"]>("", "m", " million"),
  });
  const whole = fc.record({
    ...common,
    unit: pick<MoneyStyle["unit"]>("thousand", "pound"),
    decimals: fc.constant(0 as const),
    suffix: fc.constant("" as const),
  });
  return fc.oneof({ weight: 3, arbitrary: inMillions }, { weight: 1, arbitrary: whole });
}

function table(decimals: 1 | 2 | 3, rows: number, mayTurn: boolean): fc.Arbitrary<TableLayout> {
  return fc.record({
    years: mayTurn ? pick<TableLayout["years"]>("down", "down", "across") : fc.constant("down" as const),
    borders: coin,
    money: moneyStyle(decimals),
    headingBroken: coin,
    totalRow: coin,
    splitAfter: fc.option(fc.integer({ min: 1, max: rows - 1 }), { nil: undefined, freq: 2 }),
    headRepeated: coin,
    caption: coin,
  });
}

function layoutOf(decimals: 1 | 2 | 3, rows: number): fc.Arbitrary<AgreementLayout> {
  const mayTurn = rows <= 5;
  return fc
    .record({
      producer: fc.constant("pdfkit" as const),
      wording: pick<AgreementLayout["wording"]>("plain", "formal", "measured", "terse"),
      quotes: pick<AgreementLayout["quotes"]>("curly", "straight"),
      yearStyle: pick<AgreementLayout["yearStyle"]>(
        ...(["2022-23", "2022/23", "2022-2023", "2022–23", "2022 to 2023"] as const),
      ),
      numbering: pick<AgreementLayout["numbering"]>("paragraphs", "sections", "none"),
      headings: fc.constant(true),
      conditionMarks: pick<AgreementLayout["conditionMarks"]>("decimal", "bullets", "letters", "brackets"),
      order: pick<AgreementLayout["order"]>("profile-first", "payments-first"),
      oneTable: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      profile: table(decimals, rows, mayTurn),
      payments: table(decimals, rows, mayTurn),
      landscape: coin,
      columns: pick<1 | 2>(1, 1, 2),
      fontSize: pick(9.5, 10.5, 12),
      runningHead: pick(undefined, "OFFICIAL", "Safety valve programme"),
      pageNumbers: pick<AgreementLayout["pageNumbers"]>(undefined, "of", "plain", "dashed"),
      runs: pick<AgreementLayout["runs"]>("lines", "words"),
      typeface: pick<AgreementLayout["typeface"]>("Helvetica", "Times-Roman"),
    })
    .map((layout) => {
      // Years abreast or two tables in one don't fit into half a page.
      const wide = layout.oneTable || layout.profile.years === "across" || layout.payments.years === "across";
      const columns = wide ? 1 : layout.columns;
      const whole = columns === 2 ? { splitAfter: undefined } : {};
      return {
        ...layout,
        columns,
        profile: { ...layout.profile, ...whole, ...(layout.oneTable ? { years: "down" as const } : {}) },
        payments: { ...layout.payments, ...whole },
      };
    });
}

/**
 * Any agreement in any layout that pdfkit can print: 3 to 9 years, sums to the hundred thousand, ten thousand or
 * thousand pounds, with every sum as it should be, so that no finding is called for but one on the council's own money.
 */
export const arbitraryAgreement: fc.Arbitrary<AgreementSpecification> = fc
  .record({
    start: fc.integer({ min: 2020, max: 2023 }),
    rows: fc.integer({ min: 3, max: 9 }),
    decimals: pick<1 | 2 | 3>(1, 2, 3),
  })
  .chain(({ start, rows, decimals }) =>
    fc.record({
      start: fc.constant(start),
      rows: fc.constant(rows),
      unit: fc.constant(100_000_000 / 10 ** decimals),
      total: fc.integer({ min: 4 * 10 ** decimals, max: 90 * 10 ** decimals }),
      share: fc.integer({ min: start === 2020 ? 295 : 385, max: start === 2020 ? 325 : 415 }),
      // Per cent of the total: a council may begin with a surplus, and its deficit may pass the total for a while.
      atFirst: fc.integer({ min: -20, max: 90 }),
      steps: fc.array(fc.integer({ min: 0, max: 110 }), { minLength: rows - 2, maxLength: rows - 2 }),
      council: pick(...COUNCILS),
      stated: pick<PlannedPayment["stated"]>("table", "table", "prose", "both"),
      ownMoney: pick<OwnMoney["inProfile"] | null>(null, null, "included", "excluded", "outside-by-sum"),
      told: pick<OwnMoney["told"]>("paragraph", "condition"),
      balanceBefore: fc.integer({ min: 0, max: 2 }),
      clearedAfter: fc.integer({ min: 0, max: 1 }),
      highNeeds: pick(false, false, true),
      items: fc.record({ from: fc.nat(11), count: fc.integer({ min: 2, max: 11 }) }),
      reviews: fc.integer({ min: 1, max: 3 }),
      reports: fc.integer({ min: 1, max: 3 }),
      suspension: pick(undefined, undefined, ...SUSPENSIONS),
      layout: layoutOf(decimals, rows),
    }),
  )
  .map((drawn) => {
    const year = (index: number): FinancialYear => financialYearStarting(drawn.start + index);
    const { rows, unit, total } = drawn;
    const stated = drawn.layout.oneTable ? "table" : drawn.stated;
    const first = Math.round((total * drawn.share) / 1000);
    const each = Math.floor((total - first) / (rows - 1));
    const payments = Array.from(
      { length: rows },
      (_, index): PlannedPayment => ({
        year: year(index),
        amount: unit * (index === 0 ? first : index === rows - 1 ? total - first - each * (rows - 2) : each),
        stated: index === 0 ? stated : "table",
      }),
    );
    const own = Math.max(1, Math.round(total / 8));
    const last = total + (drawn.ownMoney === "outside-by-sum" ? own : 0);
    return inventedAgreement("random", {
      council: drawn.council,
      cohort: year(0),
      years: { from: year(0), to: year(rows - 1) },
      balanceBy: year(rows - 1 - Math.min(drawn.balanceBefore, rows - 1)),
      clearedBy: year(rows - 1 + drawn.clearedAfter),
      scope: drawn.highNeeds ? "high-needs" : "dsg",
      total: total * unit,
      // Nothing may be minus nought.
      profile: [
        ...[drawn.atFirst, ...drawn.steps].map((step) => Math.round((total * step) / 100) + 0),
        last,
      ].map((deficit, index) => ({
        year: year(index),
        deficit: deficit * unit,
      })),
      payments,
      ownMoney: drawn.ownMoney
        ? {
            contributions: [{ year: year(1), amount: own * unit }],
            inProfile: drawn.ownMoney,
            told: drawn.told,
          }
        : undefined,
      conditions: conditions(drawn.items.from, drawn.items.count),
      monitoring: MONITORING.slice(0, drawn.reports),
      review: REVIEW.slice(0, drawn.reviews),
      suspension: drawn.suspension,
      layout: drawn.layout,
    });
  });

import type { PaymentDraft } from "@/domain/dsg/draft-figures";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import { type StrictRow, UnreadableCell } from "../strict-row";
import { confidenceOf, councilOf, registerFile, sourceOf } from "./register-file";

const COLUMNS = [
  "la_name",
  "agreement_version",
  "financial_year",
  "covers",
  "through_date",
  "payment_gbp_m",
  "paid_or_planned",
  "source_url",
  "confidence",
] as const;

type Row = StrictRow<(typeof COLUMNS)[number]>;

/** DfE money under an agreement, £ million. Of a withheld or released payment the amount may not be known. */
export const payments = registerFile(
  "payments",
  "DfE payments planned, paid and withheld",
  COLUMNS,
  (row) => [paymentOf(row)],
);

function paymentOf(row: Row): PaymentDraft<PrintedCouncil> {
  const covers = row.oneOf("covers", ["year", "instalment", "cumulative", "remainder"]);
  const status = row.oneOf("paid_or_planned", ["planned", "paid", "withheld", "released"]);
  const ofOneYear = covers === "year" || covers === "instalment";
  const happened = status === "withheld" || status === "released";
  const amount = row.maybe("payment_gbp_m", () => row.money("payment_gbp_m", "million"));
  if (amount === null && !happened) throw new UnreadableCell("payment_gbp_m", `the amount ${status}`, "");
  return {
    type: "payment",
    council: councilOf(row),
    agreementVersion: row.words("agreement_version"),
    financialYear: ofOneYear ? row.year("financial_year") : row.maybe("financial_year", row.year),
    covers,
    throughDate: covers === "cumulative" ? row.day("through_date") : row.maybe("through_date", row.day),
    status,
    amount,
    ...(amount === null ? {} : { error: row.rounding("payment_gbp_m", "million") }),
    paidOn: null,
    accountedIn: null,
    ...sourceOf(row, "payment_gbp_m"),
    confidence: confidenceOf(row),
  };
}

// How many agreements in random layouts are read exactly as they were specified, figure by figure and word by word.
import fc from "fast-check";
import { safetyValveAgreements } from "@/sources/safety-valve-agreements/publication";
import { termsOf } from "@/testing/agreements/agreement-terms";
import { arbitraryAgreement } from "@/testing/agreements/arbitrary-agreement";
import { printAgreement } from "@/testing/agreements/print-agreement";
import { attachmentTitle, attachmentUrl, termsExpected } from "@/testing/agreements/terms-expected";

export const title = "Agreements in random layouts";

const AGREEMENTS = 1_000;

export async function run({ say }: { say: (text: string) => void }) {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
  say(`${AGREEMENTS} agreements with seed ${seed} (SEED=${seed} tries the same again)`);
  let exact = 0;
  let wrongFigures = 0;
  let lostUnnoticed = 0;
  for (const specification of fc.sample(arbitraryAgreement, { numRuns: AGREEMENTS, seed })) {
    const bytes = await printAgreement(specification);
    const document = { url: attachmentUrl(specification), title: attachmentTitle(specification), bytes };
    const reading = await safetyValveAgreements.read({
      ...document,
      mediaType: "application/pdf",
      origin: "live",
    });
    const expected = termsExpected(specification);
    const read = reading.edition ? termsOf(reading) : null;
    if (JSON.stringify(read) === JSON.stringify(expected)) exact += 1;
    const promised = new Map(expected.profile.map(({ financialYear, deficit }) => [financialYear, deficit]));
    if (read?.profile.some(({ financialYear, deficit }) => promised.get(financialYear) !== deficit)) {
      wrongFigures += 1;
    }
    const given = (figures: readonly { financialYear: string | null }[] = []) =>
      new Set(figures.map(({ financialYear }) => financialYear));
    const [planned, paid] = [given(read?.profile), given(read?.payments)];
    const isToldOf = (year: string) =>
      reading.edition === null || reading.findings.some(({ message }) => message.includes(year));
    // A payment that is lost shows in the sum of the others.
    const isDoubted = reading.findings.some(({ severity }) => severity !== "note");
    const lost =
      expected.profile.some(({ financialYear: year }) => !planned.has(year) && !isToldOf(year)) ||
      expected.payments.some(({ financialYear: year }) => !paid.has(year) && !isDoubted);
    if (lost) lostUnnoticed += 1;
  }
  if (wrongFigures > 0) {
    throw new Error(`${wrongFigures} readings hold a planned deficit that isn't the agreed one.`);
  }
  if (lostUnnoticed > 0) throw new Error(`${lostUnnoticed} readings lost a year without saying so.`);
  return [
    {
      what: "read exactly",
      unit: "agreements",
      better: "larger",
      ours: exact,
      comparedWith: "all that were printed",
      theirs: AGREEMENTS,
    },
  ];
}

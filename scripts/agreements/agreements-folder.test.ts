import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extractText } from "unpdf";
import { describe, expect, it } from "vitest";
import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import { printMoney } from "@/testing/agreements/print-money";
import {
  AGREEMENTS,
  AGREEMENTS_FOLDER,
  approvedReadings,
  PRINTED_FROM,
  printedFrom,
  wantedPrints,
} from "./agreements-folder";

const folder = fileURLToPath(new URL(`../../${AGREEMENTS_FOLDER}`, import.meta.url));
const files = readdirSync(folder);

describe("the committed agreements", () => {
  it("were printed from what is specified now (npm run agreements)", async () => {
    expect(await printedFrom(folder)).toEqual(wantedPrints());
  });

  it("have the readings that their specifications say beside them", () => {
    for (const [name, text] of approvedReadings())
      expect({ name, text: readFileSync(`${folder}/${name}`, "utf8") }).toEqual({ name, text });
  });

  it("are all there is", () => {
    const wanted = [PRINTED_FROM, ...Object.keys(wantedPrints()), ...approvedReadings().keys()];
    expect(files.toSorted()).toEqual(wanted.sort());
  });

  it("are small: none above 60 KB, together below 1.5 MB", () => {
    const sizes = files.map((name) => statSync(`${folder}/${name}`).size);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });
});

describe("the prints", () => {
  it.each(AGREEMENTS.filter(({ layout }) => layout.producer !== "html"))(
    "$name holds its sums and the beginnings of its conditions",
    async ({ name, conditions, profile, layout }) => {
      const { text } = await extractText(new Uint8Array(readFileSync(`${folder}/${name}.pdf`)), {
        mergePages: true,
      });
      const written = text.replace(/\s/g, "");
      for (const { deficit } of profile)
        if (deficit !== "TBC")
          expect(written).toContain(printMoney(deficit, layout.profile.money).replace(/\s/g, ""));
      for (const condition of conditions)
        expect(written).toContain(condition.text.slice(0, 20).replace(/\s/g, ""));
    },
  );
});

/** What an agreement's sums have to keep to be plausible. */
function implausible({ profile, payments, total, ownMoney, cohort }: AgreementSpecification): string[] {
  const amounts = payments.flatMap(({ amount }) => (amount === "TBC" ? [] : [amount]));
  const paid = amounts.reduce((sum, amount) => sum + amount, 0);
  const first = payments
    .filter(({ year }) => year === cohort)
    .reduce((sum, { amount }) => sum + Number(amount), 0);
  const [low, high] = cohort === "2020-21" ? [0.29, 0.33] : [0.38, 0.42];
  const own = (ownMoney?.contributions ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...(amounts.length === payments.length && paid !== total ? ["payments"] : []),
    ...(first / total < low || first / total > high ? ["first payment"] : []),
    ...(profile.at(-1)?.deficit === total ? [] : ["last deficit"]),
    ...(profile.at(-1)?.deficit === total + own && own > 0 ? ["own money outside"] : []),
  ];
}

describe("the invented sums", () => {
  it("are plausible, but where a finding is expected", () => {
    const faults = AGREEMENTS.map((agreement) => [agreement.name, implausible(agreement)] as const);
    expect(Object.fromEntries(faults.filter(([, found]) => found.length > 0))).toEqual({
      "testerton-own-money-outside": ["last deficit", "own money outside"],
      "exampleford-payments-short": ["payments"],
      "mockfield-first-payment-large": ["first payment"],
      "samplecombe-last-deficit-low": ["last deficit"],
    });
  });

  it("belong to councils that don't exist, each with one agreement", () => {
    const councils = AGREEMENTS.map(({ council }) => council.short);
    expect(new Set(councils).size).toBe(councils.length);
    for (const council of councils)
      expect(council).toMatch(
        /exampl|sampl|test|mock|page|sand|oldshire|oldbury|oldminster|newshire|newton|brook/i,
      );
  });
});

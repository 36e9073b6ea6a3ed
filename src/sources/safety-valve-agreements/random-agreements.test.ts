import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locator } from "@/domain/provenance";
import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import { termsOf } from "@/testing/agreements/agreement-terms";
import { arbitraryAgreement } from "@/testing/agreements/arbitrary-agreement";
import { printAgreement, printAgreementWithPlaces } from "@/testing/agreements/print-agreement";
import type { PlacedFigure } from "@/testing/agreements/sheet";
import { SIGNATORIES } from "@/testing/agreements/signatories";
import { attachmentTitle, attachmentUrl, termsExpected } from "@/testing/agreements/terms-expected";
import { safetyValveAgreements } from "./publication";

/** Some ten seconds, where nothing else wants the processor. */
const LONG = { timeout: 180_000 };

describe("any agreement in any layout", () => {
  it("is read as it was specified, each figure where it was printed", LONG, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAgreement, async (specification) => {
        const { bytes, placed } = await printAgreementWithPlaces(specification);
        const reading = await safetyValveAgreements.read({
          ...{ url: attachmentUrl(specification), title: attachmentTitle(specification), bytes },
          ...{ mediaType: "application/pdf", origin: "live" },
        });
        expect(termsOf(reading)).toEqual(termsExpected(specification));
        expect(reading.findings.map(({ kind }) => kind)).toEqual(
          specification.ownMoney?.inProfile === "outside-by-sum" ? ["implausible-terms"] : [],
        );
        for (const name of SIGNATORIES) expect(JSON.stringify(reading)).not.toContain(name);
        const told = specification.payments.find(({ stated }) => stated === "both");
        for (const figure of placed) {
          // Told twice, it may be found at either place.
          if (figure.of === "payment" && figure.year === told?.year) continue;
          const type = figure.of === "profile" ? "profile-point" : "payment";
          const [found] = reading.figures.filter(
            (candidate) => candidate.type === type && candidate.financialYear === figure.year,
          );
          expect({ figure, covered: covers(found?.locator, figure), locator: found?.locator }).toMatchObject({
            covered: true,
          });
        }
      }),
      // Always the same hundred; `npm run bench -- random-agreements` tries others.
      { numRuns: 100, seed: 1 },
    );
  });
});

describe("a year that the document covers and doesn't print", () => {
  const any = fc.tuple(
    arbitraryAgreement,
    fc.nat(),
    fc.constantFrom("profile" as const, "payments" as const),
  );

  it("never goes unnoticed", LONG, async () => {
    await fc.assert(
      fc.asyncProperty(any, async ([specification, index, part]) => {
        const left = specification[part].at(index % specification[part].length);
        const printed = printedWithout(specification, part, index % specification[part].length);
        const reading = await safetyValveAgreements.read({
          ...{ url: attachmentUrl(printed), title: attachmentTitle(printed) },
          ...{ bytes: await printAgreement(printed), mediaType: "application/pdf", origin: "live" },
        });
        // A payment left out shows in the sum of the others.
        const telling = reading.findings.filter(({ severity, message }) =>
          part === "profile" ? message.includes(left?.year ?? "none") : severity === "doubt",
        );
        expect(telling).not.toEqual([]);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

function printedWithout(
  specification: AgreementSpecification,
  part: "profile" | "payments",
  index: number,
): AgreementSpecification {
  const { layout } = specification;
  const whole = { splitAfter: undefined };
  return {
    ...specification,
    [part]: specification[part].filter((_, each) => each !== index),
    ownMoney: undefined,
    layout: {
      ...layout,
      oneTable: false,
      profile: { ...layout.profile, ...whole },
      payments: { ...layout.payments, ...whole },
    },
  };
}

/** The middle of the printed figure lies within the place that the reading gives. */
function covers(locator: Locator | undefined, { page, x, y }: PlacedFigure): boolean {
  const [left, top, width, height] = locator?.area ?? [0, 0, 0, 0];
  return locator?.page === page && left <= x && x <= left + width && top <= y && y <= top + height;
}

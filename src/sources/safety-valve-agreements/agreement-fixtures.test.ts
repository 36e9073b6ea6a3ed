import { readdirSync, readFileSync } from "node:fs";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { FindingKind } from "@/domain/finding";
import type { FetchedDocument } from "@/sources/publication";
import { type AgreementTerms, termsOf } from "@/testing/agreements/agreement-terms";
import { SIGNATORIES } from "@/testing/agreements/signatories";
import { safetyValveAgreements } from "./publication";

interface Approved {
  readonly title: string;
  readonly url: string;
  readonly terms: AgreementTerms;
  /** What has to be said beside the terms. */
  readonly findings: readonly FindingKind[];
}

interface Refused {
  readonly title: string;
  readonly url: string;
  readonly finding: FindingKind;
}

const folder = new URL("fixtures/agreements/", import.meta.url);
const documents = readdirSync(folder)
  .filter((file) => /\.(?:pdf|html)$/.test(file))
  .map((file) => {
    const golden: Approved | Refused = JSON.parse(
      readFileSync(new URL(file.replace(/\.\w+$/, ".json"), folder), "utf8"),
    );
    return { file, golden };
  });
const agreements = documents.flatMap(({ file, golden }) => ("terms" in golden ? [{ file, ...golden }] : []));
const faulty = documents.flatMap(({ file, golden }) => ("finding" in golden ? [{ file, ...golden }] : []));

function documentIn({ file, title, url }: { file: string; title: string; url: string }): FetchedDocument {
  return {
    ...{ url, title, origin: "live" },
    mediaType: file.endsWith(".pdf") ? "application/pdf" : "text/html",
    bytes: new Uint8Array(readFileSync(new URL(file, folder))),
  };
}

it("there are agreements by each producer, and faulty documents", () => {
  expect(agreements.length).toBeGreaterThanOrEqual(30);
  expect(faulty.length).toBeGreaterThanOrEqual(7);
});

describe.each(agreements)("$file", (agreement) => {
  const { file, terms, findings } = agreement;
  const read = async () => safetyValveAgreements.read(documentIn(agreement));

  it("says what was specified", async () => {
    expect(termsOf(await read())).toEqual(terms);
  });

  it("gives the findings that its terms call for, and no other", async () => {
    const kinds = new Set((await read()).findings.map(({ kind }) => kind));
    if (lacksTerm(terms)) kinds.delete("term-not-found");
    expect([...kinds].sort()).toEqual([...findings].sort());
  });

  it("says where every figure stands", async () => {
    const { figures } = await read();
    const placed = figures.filter(({ type }) => type === "profile-point" || type === "payment");
    expect(placed).toHaveLength(terms.profile.length + terms.payments.length);
    if (file.endsWith(".html")) return;
    const sizes = await pageSizes(agreement);
    for (const { locator } of placed) {
      const size = sizes[(locator.page ?? 0) - 1];
      const [left, top, width, height] = locator.area ?? [0, 0, 0, 0];
      expect(width * height).toBeGreaterThan(0);
      expect(Math.min(left, top)).toBeGreaterThan(0);
      expect(left + width).toBeLessThan(size?.width ?? 0);
      expect(top + height).toBeLessThan(size?.height ?? 0);
    }
  });

  it("names nobody who signed", async () => {
    const text = JSON.stringify(await read());
    for (const name of SIGNATORIES)
      for (const part of [name, ...name.split(" ")]) expect(text).not.toContain(part);
  });
});

describe.each(faulty)("$file", ({ finding, ...document }) => {
  it(`gives no figure but the finding ${finding}`, async () => {
    const { edition, figures, findings } = await safetyValveAgreements.read(documentIn(document));
    expect({ edition, figures, findings: findings.map(({ kind }) => kind) }).toEqual({
      edition: null,
      figures: [],
      findings: [finding],
    });
  });
});

/** A document without a term may be told so. */
function lacksTerm({ profile, payments, from, to, signedOn }: AgreementTerms): boolean {
  const years = Number(to?.slice(0, 4)) - Number(from?.slice(0, 4)) + 1;
  return signedOn === null || profile.length < years || payments.some(({ amount }) => amount === null);
}

async function pageSizes(agreement: { file: string; title: string; url: string }) {
  const pdf = await getDocumentProxy(documentIn(agreement).bytes);
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
      return { width, height };
    }),
  );
}

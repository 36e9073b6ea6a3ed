import type { PrismaClient } from "@/generated/prisma/client";
import { fillStore, NOW } from "./factories";

/**
 * A small country of invented councils with every turn that a read model must take: Exampleshire (X01) signed
 * and was revised; Oldshire (X02) ended in 2021 and became Newshire (X03); Sample (X04) is in Delivering Better
 * Value; Pageshire (Y01) is known to have signed from the page alone.
 */
export async function fillInventedEngland(database: PrismaClient): Promise<void> {
  const store = fillStore(database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  await store.council(list, {
    ...{ dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" },
    validTo: "2023-03-31",
  });
  await store.council(list, {
    ...{ dfeCode: "X01", gssCode: "X99000011", name: "Exampleshire" },
    validFrom: "2023-04-01",
    predecessorGssCodes: ["X99000001"],
  });
  await store.council(list, {
    ...{ dfeCode: "X02", gssCode: "X99000002", name: "Oldshire" },
    validTo: "2021-03-31",
    successorGssCodes: ["X99000003"],
  });
  await store.council(list, {
    ...{ dfeCode: "X03", gssCode: "X99000003", name: "Newshire" },
    validFrom: "2021-04-01",
  });
  await store.council(list, {
    ...{ dfeCode: "X04", gssCode: "X99000004", name: "Sample, City of" },
    commonName: "Sample",
    slug: "sample",
  });
  await store.council(list, { dfeCode: "Y01", gssCode: "X99000005", name: "Pageshire" });

  const undated = await store.edition({ publication: "dsg-allocations", key: "2020-21" });
  const july = await store.edition({
    ...{ publication: "dsg-allocations", key: "2023-24", publishedOn: "2023-07-20" },
    capture: { citationTitle: "The workbook itself", citationUrl: "https://example.org/the-workbook" },
  });
  const march = await store.edition({
    ...{ publication: "dsg-allocations", key: "2023-24@2024-03-28", publishedOn: "2024-03-28" },
    origin: "live",
  });
  const in2020 = { financialYear: "2020-21", publishedOn: null };
  await store.allocation(undated, { dfeCode: "X01", ...in2020, beforeDeductionsPence: 10_099n });
  await store.allocation(undated, { dfeCode: "X02", ...in2020, beforeDeductionsPence: 20_099n });
  const inJuly = { financialYear: "2023-24", publishedOn: "2023-07-20" };
  await store.allocation(july, {
    ...{ dfeCode: "X01", ...inJuly },
    beforeDeductionsPence: 100_050n,
    afterDeductionsPence: 90_050n,
  });
  await store.allocation(july, {
    ...{ dfeCode: "X03", ...inJuly },
    beforeDeductionsPence: 200_050n,
    afterDeductionsPence: 180_050n,
  });
  await store.nationalTotal(july, {
    ...{ measure: "high-needs-block-before-deductions", period: "2023-24" },
    value: 300_100n,
  });
  const inMarch = { financialYear: "2023-24", publishedOn: "2024-03-28" };
  await store.allocation(march, {
    ...{ dfeCode: "X01", ...inMarch },
    beforeDeductionsPence: 110_000n,
    afterDeductionsPence: 100_000n,
  });
  await store.allocation(march, { dfeCode: "X03", ...inMarch, beforeDeductionsPence: 220_000n });

  const section251 = await store.edition({
    ...{ publication: "section-251-outturn", key: "2023-24", publishedOn: "2024-12-12" },
  });
  const derived = await store.edition({
    ...{ publication: "evidence-register", key: "derived_balances", origin: "register" },
  });
  const balance = { asAt: "2020-03-31", kind: "derived" };
  await store.outturn(derived, { dfeCode: "X01", ...balance, deficitPence: 50_000n, errorPence: 900n });
  await store.outturn(derived, { dfeCode: "X02", ...balance, deficitPence: -20_000n });
  await store.outturn(section251, { dfeCode: "X01", asAt: "2024-03-31", deficitPence: 6_716_740_599n });

  const plans2024 = await store.edition({ publication: "ehc-plans", key: "2024" });
  const plans2025 = await store.edition({ publication: "ehc-plans", key: "2025" });
  await store.ehcPlans(plans2024, { dfeCode: "X01", year: 2024, plans: 110 });
  await store.ehcPlans(plans2025, { dfeCode: "X01", year: 2024, plans: 111 });
  await store.ehcPlans(plans2025, { dfeCode: "X01", year: 2025, plans: 120 });
  await store.ehcPlans(plans2025, { dfeCode: "X03", year: 2025, missing: "not-available" });
  await store.nationalTotal(plans2025, { measure: "ehc-plans", period: "2025", value: 120n });

  const terms = await store.edition({
    ...{ publication: "evidence-register", key: "agreements", origin: "register" },
  });
  const page = await store.edition({ publication: "safety-valve-agreements", key: "page" });
  const cited = {
    ...{ citationTitle: "Cabinet paper", citationUrl: "https://example.org/cabinet" },
    confidence: "high",
  };
  await store.agreement(terms, { dfeCode: "X01", version: "revised-2024", cohort: "2020-21", ...cited });
  await store.agreement(terms, { dfeCode: "X01", version: "original", cohort: "2020-21", ...cited });
  // The page lists it under a later year than the one in which it first signed, and lists Pageshire.
  await store.agreementDocument(page, { dfeCode: "X01", title: "Exampleshire", signedYear: "2021-22" });
  await store.agreementDocument(page, { dfeCode: "Y01", title: "Pageshire", signedYear: "2022-23" });
  const original = { dfeCode: "X01", agreementVersion: "original" };
  const unclear = { dfeCode: "X01", agreementVersion: "unclear" };
  await store.profilePoint(terms, { ...original, financialYear: "2021-22", deficitPence: 100n });
  await store.profilePoint(terms, { ...original, financialYear: "2020-21", deficitPence: 200n });
  await store.profilePoint(terms, { ...unclear, financialYear: "2023-24", deficitPence: 300n });
  await store.payment(terms, {
    ...{ ...original, financialYear: "2020-21", status: "paid" },
    amountPence: 400_000_000n,
  });
  await store.payment(terms, { ...unclear, financialYear: "2023-24", status: "withheld" });
  await store.condition(terms, { ...original, position: 2, text: "Second." });
  await store.condition(terms, { ...original, position: 1, text: "First." });
  await store.event(terms, { dfeCode: "X01", date: null, kind: "other", summary: "Some day." });
  await store.event(terms, { dfeCode: "X01", date: "2024-03", kind: "revised", summary: "Revised." });
  await store.event(terms, { dfeCode: "X01", date: "2021-03-19", kind: "signed", summary: "Signed." });
  await store.event(terms, { dfeCode: null, date: "2021", kind: "policy", summary: "National." });
  await store.programmeMember(terms, "X04");
  await store.programmeMember(terms, "X01");

  const publicationId = "dsg-allocations";
  await database.sourceAddress.create({
    data: {
      ...{ publicationId, url: "https://example.org/listing", origin: "live", lastOutcome: "fetched" },
      lastCheckedAt: NOW,
      lastReachedAt: new Date("2026-11-22T06:00:00.000Z"),
    },
  });
  const runs = [
    { id: "earlier", startedAt: new Date("2026-11-21T06:00:00.000Z"), status: "ok" },
    { id: "later", startedAt: new Date("2026-11-22T06:00:00.000Z"), status: "partial" },
  ];
  for (const { id, startedAt, status } of runs) {
    await database.ingestionRun.create({
      data: { id, job: "ingest", trigger: "test", status, startedAt, finishedAt: startedAt },
    });
    const counts = { snapshots: 1, unchanged: 0, figures: 0, findings: 0, durationMs: 1 };
    await database.runSource.create({
      data: { runId: id, publicationId, origin: "live", status, ...counts },
    });
  }
  const finding = {
    ...{ publicationId, origin: "live", kind: "unusual-name", severity: "note" },
    ...{ raisedAt: NOW, runId: "later" },
  };
  await database.finding.create({ data: { ...finding, message: "Open." } });
  await database.finding.create({ data: { ...finding, message: "Resolved.", resolvedAt: NOW } });
}

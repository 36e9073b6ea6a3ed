import type { PrismaClient } from "@/generated/prisma/client";
import { fillStore } from "./factories";

/**
 * Three invented councils that give cause for judgement: Exampleshire (X01) signed in 2020-21 and was above its
 * agreed profile at 31 March 2024; Sampleton (X02) signed, and nothing else is held of it; Testbury (X03) never did.
 */
export async function fillJudgedEngland(database: PrismaClient): Promise<void> {
  const store = fillStore(database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  await store.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
  await store.council(list, { dfeCode: "X02", gssCode: "X99000002", name: "Sampleton" });
  await store.council(list, { dfeCode: "X03", gssCode: "X99000003", name: "Testbury" });

  const paper = await store.edition({
    ...{ publication: "safety-valve-agreements", key: "exampleshire", origin: "live" },
    capture: { url: "https://example.org/exampleshire.pdf", title: "Exampleshire: agreement" },
  });
  const terms = { dfeCode: "X01", agreementVersion: "original" };
  await store.agreement(paper, {
    ...{ dfeCode: "X01", version: "original", cohort: "2020-21", signedOn: "2021-03-19" },
    ...{ fromYear: "2020-21", toYear: "2024-25", balanceBy: "2023-24", balanceBySource: "agreement" },
    ...{ totalPence: 1_000_000_000n, checked: false },
  });
  await store.profilePoint(paper, {
    ...{ ...terms, financialYear: "2022-23", localContributions: "excluded" },
    ...{ deficitPence: 2_000_000_000n, locator: { page: 2, table: "Profile", row: 3 } },
  });
  await store.profilePoint(paper, {
    ...{ ...terms, financialYear: "2023-24", localContributions: "excluded" },
    ...{ deficitPence: 1_800_000_000n, locator: { page: 2, table: "Profile", row: 4 } },
  });

  const register = await store.edition({
    ...{ publication: "evidence-register", key: "payments", origin: "register" },
    capture: { citationTitle: "Cabinet paper", citationUrl: "https://example.org/cabinet" },
  });
  await store.payment(register, {
    ...{ ...terms, financialYear: "2023-24", status: "paid", covers: "cumulative" },
    ...{ throughDate: "2024-03-31", amountPence: 500_000_000n },
  });
  await store.agreement(register, { dfeCode: "X02", version: "original", cohort: "2021-22" });

  const section251 = await store.edition({
    ...{ publication: "section-251-outturn", key: "2023-24", publishedOn: "2024-12-12" },
  });
  const counted = { dfeCode: "X01", afterLocalContribution: "no" };
  await store.outturn(section251, { ...counted, asAt: "2023-03-31", deficitPence: 1_600_000_000n });
  await store.outturn(section251, { ...counted, asAt: "2024-03-31", deficitPence: 1_700_000_000n });
}

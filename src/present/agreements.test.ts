import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, fixedClock } from "@/testing/factories";
import { authorityProfile } from "./authority-profile";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

const at = (day: string) => new Date(`${day}T09:00:00.000Z`);

it("an agreement's documents follow what the register knows of it; the one met last stands, terms stay with their own", async () => {
  const database = openDatabase(store.url);
  const fill = fillStore(database);
  const list = await fill.edition({ publication: "local-authorities", key: "list" });
  await fill.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
  const register = await fill.edition({
    ...{ publication: "evidence-register", key: "agreements", origin: "register" },
  });
  const document = (key: string, day: string) =>
    fill.edition({
      ...{ publication: "safety-valve-agreements", key, origin: "live" },
      capture: { url: "https://example.org/agreement.pdf", retrievedAt: at(day) },
    });
  const first = await document("agreement-1", "2026-11-20");
  const second = await document("agreement-2", "2026-11-21");
  const council = { dfeCode: "X01", cohort: "2021-22", checked: false };
  await fill.agreement(second, { ...council, version: "2021-22-2222" });
  await fill.agreement(first, { ...council, version: "2021-22-1111" });
  await fill.agreement(register, { ...council, version: "original" });
  const point = { dfeCode: "X01", financialYear: "2023-24" };
  await fill.profilePoint(first, { ...point, agreementVersion: "2021-22-1111", deficitPence: 100n });
  await fill.profilePoint(second, { ...point, agreementVersion: "2021-22-2222", deficitPence: 200n });
  await fill.profilePoint(register, { ...point, agreementVersion: "unclear", deficitPence: 300n });

  const versions = async () =>
    (await authorityProfile({ database, clock: fixedClock }, "X01"))?.agreements.map(
      ({ version, current, supersedes, profile }) => [
        version,
        current,
        supersedes,
        profile.map(({ deficitGbp }) => deficitGbp),
      ],
    );
  expect(await versions()).toEqual([
    ["original", false, undefined, [3]],
    ["2021-22-1111", false, "original", [1]],
    ["2021-22-2222", true, "2021-22-1111", [2]],
  ]);

  // The publisher goes back to the earlier file: its bytes are met anew.
  await database.capture.create({
    data: {
      ...{ publicationId: "safety-valve-agreements", snapshotSha256: first.snapshotSha256 },
      ...{ url: "https://example.org/agreement.pdf", title: "Agreement", origin: "live" },
      ...{ retrievedAt: at("2026-11-22"), runId: "run-of-the-test" },
    },
  });
  expect(await versions()).toEqual([
    ["original", false, undefined, [3]],
    ["2021-22-2222", false, "original", [2]],
    ["2021-22-1111", true, "2021-22-2222", [1]],
  ]);
  await database.$disconnect();
});

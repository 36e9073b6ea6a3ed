import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { forgetVisits } from "./store-forgotten-visits";

let testDatabase: TestDatabase;
let context: TestContext;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

it("forgets sessions that have ended and tries of more than thirty days ago, and no others", async () => {
  const now = context.clock.now();
  const times = { createdAt: now, updatedAt: now };
  await context.database.user.create({ data: { id: "u", email: "a@example.org", role: "admin", ...times } });
  for (const [id, left] of [
    ["over", -1],
    ["open", 1],
  ] as const) {
    const expiresAt = new Date(now.getTime() + left);
    await context.database.session.create({
      data: { id, token: id, userId: "u", expiresAt, ipAddress: "192.0.2.1", ...times },
    });
  }
  for (const [id, days] of [
    ["old", 31],
    ["new", 29],
  ] as const) {
    await context.database.rateLimit.create({
      data: { id, key: id, count: 1, lastRequest: BigInt(now.getTime() - days * 86_400_000) },
    });
  }
  expect(await forgetVisits(context)).toBe(2);
  expect(await context.database.session.findMany({ select: { id: true } })).toEqual([{ id: "open" }]);
  expect(await context.database.rateLimit.findMany({ select: { id: true } })).toEqual([{ id: "new" }]);
});

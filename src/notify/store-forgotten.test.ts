import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { alertRows } from "@/testing/alert-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { forgetOldMessages } from "./store-forgotten";

let testDatabase: TestDatabase;
let context: TestContext;
let rows: ReturnType<typeof alertRows>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  rows = alertRows(context.database, context);
});
beforeEach(() => context.database.$executeRaw`TRUNCATE "Delivery", "Message" CASCADE`);
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

const ago = (days: number) => new Date(context.clock.now().getTime() - days * 86_400_000);
const message = (id: string, renderedAt: Date) =>
  context.database.message.create({
    data: { id: id.padEnd(64, "0"), alertIds: [], subject: "", html: "", text: "", renderedAt },
  });

describe("old messages", () => {
  it.each([
    ["sent", 400, 1],
    ["sent", 401, 0],
    ["dead", 401, 0],
    ["cancelled", 401, 0],
    ["suppressed", 401, 0],
    ["queued", 401, 1],
    ["held", 401, 1],
    ["sending", 401, 1],
  ])("%s %i days ago: %i left", async (state, days, left) => {
    await rows.delivery({ state, createdAt: ago(days) });
    await forgetOldMessages(context);
    expect(await context.database.delivery.count()).toBe(left);
  });

  it("keep their words as long as somebody's record points to them", async () => {
    const { id: used } = await message("a", ago(500));
    await message("b", ago(500));
    await message("c", ago(399));
    await rows.delivery({ state: "sent", createdAt: ago(10), messageId: used });
    expect(await forgetOldMessages(context)).toMatchObject({ messages: 1 });
    expect(await context.database.message.count()).toBe(2);
  });

  it.each([
    ["sent", 30, "a@example.org"],
    ["sent", 31, null],
    ["dead", 31, null],
    ["queued", 31, "a@example.org"],
  ])(
    "to somebody without a subscription, %s %i days ago, have the address %s",
    async (state, days, address) => {
      await rows.delivery({ purpose: "alarm", state, address: "a@example.org", createdAt: ago(days) });
      await forgetOldMessages(context);
      expect((await context.database.delivery.findFirstOrThrow()).address).toBe(address);
    },
  );
});

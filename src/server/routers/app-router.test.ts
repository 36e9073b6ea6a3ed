import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import {
  fillStore,
  fixedClock,
  type KeptLog,
  keepingLog,
  snapshotsInMemory,
  usualSite,
} from "@/testing/factories";
import type { RequestContext } from "../context";
import { appRouter } from "./app-router";

describe("procedures", () => {
  let testDatabase: TestDatabase;
  let context: RequestContext;
  let log: KeptLog;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    log = keepingLog();
    context = {
      ...{ database, log, clock: fixedClock, snapshots: snapshotsInMemory() },
      ...usualSite,
      publications: [{ id: "local-authorities", nextExpected: () => null }],
    };
    const store = fillStore(database);
    const list = await store.edition({ publication: "local-authorities", key: "list" });
    await store.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
  });
  afterAll(async () => {
    await context.database.$disconnect();
    await testDatabase.drop();
  });

  const caller = () => appRouter.createCaller(context);

  it("answer with what is asked and with what the store rests on", async () => {
    const answers = await Promise.all([
      caller().national.overview(),
      caller().authorities.table(),
      caller().authorities.bySlug({ slug: "exampleshire" }),
      caller().sources.list(),
    ]);
    for (const answer of answers) expect(answer.meta.restsOn).toBe("nothing");
    expect(answers[1].data.map(({ slug }) => slug)).toEqual(["exampleshire"]);
    expect(answers[3].data.map(({ id }) => id)).toEqual(["local-authorities"]);
  });

  async function refusal(call: Promise<unknown>): Promise<TRPCError> {
    const error = await call.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof TRPCError)) throw new Error("It was answered.");
    return error;
  }

  it("guide through the practice set, and only through that", async () => {
    expect(await refusal(caller().practice.guide())).toMatchObject({ code: "NOT_FOUND" });
    const practising = appRouter.createCaller({ ...context, practice: true });
    const { data, meta } = await practising.practice.guide();
    expect(meta.practice).toBe(true);
    expect(data.verdicts.map(({ shown }) => shown)).toEqual(data.verdicts.map(() => []));
  });

  it("say so of a council that doesn't exist", async () => {
    expect(await refusal(caller().authorities.bySlug({ slug: "nowhere" }))).toMatchObject({
      code: "NOT_FOUND",
      message: "No such council.",
    });
  });

  it.each([{ slug: "" }, { slug: "x".repeat(101) }, {}])("refuse the input %j", async (input) => {
    expect((await refusal(caller().authorities.bySlug(input as { slug: string }))).code).toBe("BAD_REQUEST");
  });

  it("never tell the text of a fault, but log it", async () => {
    const broken = {
      ...context,
      clock: {
        now: () => {
          throw new Error("password=secret");
        },
      },
    };
    const error = await refusal(appRouter.createCaller(broken).national.overview());
    expect(error.code).toBe("INTERNAL_SERVER_ERROR");
    expect(error.message).not.toContain("secret");
    expect(error.cause).toBeUndefined();
    expect(log.lines).toContainEqual({ level: "error", message: "national.overview failed" });
  });
});

import { afterAll, beforeAll } from "vitest";
import type { PrismaClient } from "@/generated/prisma/client";
import { openDatabase } from "@/io/database";
import { createTestDatabase } from "./database";
import { fixedClock } from "./factories";
import { fillInventedEngland } from "./invented-england";

/** Gives the tests around the call a store of invented councils, of their own, and removes it afterwards. */
export function useInventedEngland(): { readonly database: PrismaClient; readonly clock: typeof fixedClock } {
  let database: PrismaClient | undefined;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    database = openDatabase(created.url);
    await fillInventedEngland(database);
  });
  afterAll(async () => {
    await database?.$disconnect();
    await drop();
  });

  return {
    clock: fixedClock,
    get database() {
      if (!database) throw new Error("The store is there once the tests run, not while they are collected.");
      return database;
    },
  };
}

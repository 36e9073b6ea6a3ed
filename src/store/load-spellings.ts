import type { Transaction } from "./figure-tables";

export interface StandingSpelling {
  readonly id: number;
  readonly spelling: string;
  readonly dfeCode: string;
}

/** The spellings that people have mapped to a council and nobody has taken back, oldest first. */
export async function loadSpellings(
  database: Pick<Transaction, "councilSpelling">,
): Promise<StandingSpelling[]> {
  return database.councilSpelling.findMany({
    where: { withdrawal: null },
    select: { id: true, spelling: true, dfeCode: true },
    orderBy: { id: "asc" },
  });
}

import { isDeepStrictEqual } from "node:util";
import type { Context } from "@/context";
import type { Publication } from "@/sources/publication";

/** The identity cards of the publications, as the code now has them. */
export async function storePublications(
  context: Pick<Context, "database">,
  publications: readonly Publication[],
): Promise<void> {
  const known = new Map((await context.database.publication.findMany()).map((card) => [card.id, card]));
  for (const { id, title, publisher, licence, landingPage, cadence } of publications) {
    const card = { title, publisher, licence, landingPage, cadence };
    if (isDeepStrictEqual(known.get(id), { id, ...card })) continue;
    await context.database.publication.upsert({ where: { id }, create: { id, ...card }, update: card });
  }
}

import type { Context } from "@/context";
import type { Publication } from "@/sources/publication";

/** The identity cards of the publications, as the code now has them. */
export async function storePublications(
  context: Pick<Context, "database">,
  publications: readonly Publication[],
): Promise<void> {
  for (const { id, title, publisher, licence, landingPage, cadence } of publications) {
    const card = { title, publisher, licence, landingPage, cadence };
    await context.database.publication.upsert({ where: { id }, create: { id, ...card }, update: card });
  }
}

import { expect, it } from "vitest";
import { PUBLICATION_IDS } from "./publication";
import { publicationById, publications } from "./registry";

it("holds each publication once, councils first", () => {
  expect(publications.map(({ id }) => id)).toEqual([...PUBLICATION_IDS]);
  expect(publications[0]?.id).toBe("local-authorities");
});

it.each(PUBLICATION_IDS)("finds %s by its name, with what people need to know of it", (id) => {
  const publication = publicationById(id);
  expect(publication).toMatchObject({ id, licence: "Open Government Licence v3.0" });
  expect(URL.canParse(publication.landingPage)).toBe(true);
  expect(
    publication.fixedDocuments.length + publication.listings("2026-11-23" as never).length,
  ).toBeGreaterThan(0);
});

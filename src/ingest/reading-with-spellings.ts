import { createHash } from "node:crypto";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Publication } from "@/sources/publication";

/**
 * The publication as it's read with the spellings that people have mapped: another understanding of the same bytes
 * than without them, so that stored documents are read again after each change of them.
 */
export function readingWithSpellings(publication: Publication, { mapped }: CouncilRegister): Publication {
  // The reference list is what spellings are mapped to.
  if (mapped.length === 0 || publication.id === "local-authorities") return publication;
  const said = mapped.map(({ spelling, dfeCode }) => `${spelling}\u0000${dfeCode}`).sort();
  const digest = createHash("sha256").update(said.join("\n")).digest("hex").slice(0, 8);
  return { ...publication, parserVersion: `${publication.parserVersion}+${digest}` };
}

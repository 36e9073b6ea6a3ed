import { dsgAllocations } from "./dsg-allocations/publication";
import { ehcPlans } from "./ehc-plans/publication";
import { evidenceRegister } from "./evidence-register/publication";
import { localAuthorities } from "./local-authorities/publication";
import type { Publication, PublicationId } from "./publication";
import { safetyValveAgreements } from "./safety-valve-agreements/publication";
import { section251Outturn } from "./section-251-outturn/publication";

/** All publications, in the order in which they are read: councils first, since the others speak of them. */
export const publications: readonly Publication[] = [
  localAuthorities,
  dsgAllocations,
  section251Outturn,
  ehcPlans,
  safetyValveAgreements,
  evidenceRegister,
];

export function publicationById(id: PublicationId): Publication {
  const publication = publications.find((candidate) => candidate.id === id);
  if (!publication) throw new Error(`There is no publication ${id} in the registry.`);
  return publication;
}

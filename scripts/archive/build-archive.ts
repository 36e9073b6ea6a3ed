import { agreementsPage } from "./agreements-page";
import { allocationDocuments } from "./allocation-listings";
import type { ArchiveDocument } from "./archive-document";
import { ehcPlansDocuments } from "./ehc-plans-release";
import type { FigureFiles } from "./figure-rows";
import { section251Documents } from "./section-251-release";

/**
 * Every document of the archive, rebuilt from the committed figures in its publisher's own
 * layout. The same figures give the same bytes on any machine.
 *
 * @param figures the files below `archive/figures`, by their path in the archive
 */
export function buildArchive(figures: FigureFiles): ArchiveDocument[] {
  return [
    ...allocationDocuments(figures),
    ...section251Documents(figures),
    ...ehcPlansDocuments(figures),
    agreementsPage(figures),
  ];
}

import type { CalendarDate } from "@/domain/calendar-date";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { extentOf } from "@/domain/local-authority/extent";
import type { LocalAuthority } from "@/domain/local-authority/local-authority";
import type { Transaction } from "./figure-tables";
import { loadSpellings } from "./load-spellings";

/** The reference list as it now counts, and the spellings that people have mapped to its councils. */
export async function loadCouncilRegister(
  database: Pick<Transaction, "authorityRecord" | "councilSpelling">,
): Promise<CouncilRegister> {
  const records = await database.authorityRecord.findMany({
    where: { currentFrom: { not: null }, currentUntil: null },
    include: { authority: true },
    orderBy: [{ dfeCode: "asc" }, { validFrom: "asc" }],
  });
  const authorities = records.map(
    (record): LocalAuthority => ({
      dfeCode: record.dfeCode,
      gssCode: record.gssCode,
      name: record.name,
      slug: record.authority.slug,
      region: record.region,
      type: record.type,
      validFrom: record.validFrom as CalendarDate,
      validTo: record.validTo as CalendarDate | null,
      predecessorGssCodes: record.predecessorGssCodes,
      successorGssCodes: record.successorGssCodes,
      spellings: record.spellings,
      centroid:
        record.latitude === null || record.longitude === null
          ? null
          : { latitude: record.latitude, longitude: record.longitude },
    }),
  );
  return new CouncilRegister(authorities, extentOf(authorities), await loadSpellings(database));
}

import { commonName, type LocalAuthority, slugOf } from "@/domain/local-authority/local-authority";

export type UnnamedAuthority = Omit<LocalAuthority, "slug">;

/**
 * Gives every council its permanent address.
 *
 * A live council has the plain one. An entry that ended while its DfE code lives on (a new ONS code, a
 * county turned unitary) is the same council. One that ended with its code keeps its plain name if no
 * live council has it, else says until when: Dorset to 2019 is `dorset-to-2019`.
 */
export function withSlugs(authorities: readonly UnnamedAuthority[]): LocalAuthority[] {
  const plain = (authority: UnnamedAuthority) => slugOf(commonName(authority.name));
  const live = authorities.filter(({ validTo }) => validTo === null);
  const liveSlugByCode = new Map(live.map((authority) => [authority.dfeCode, plain(authority)]));
  const taken = new Set(liveSlugByCode.values());

  return authorities.map((authority) => {
    const slug = liveSlugByCode.get(authority.dfeCode) ?? plain(authority);
    const endedUnderTakenName = !liveSlugByCode.has(authority.dfeCode) && taken.has(slug);
    return {
      ...authority,
      slug: endedUnderTakenName ? `${slug}-to-${authority.validTo?.slice(0, 4)}` : slug,
    };
  });
}

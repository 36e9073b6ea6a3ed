import type { Context } from "@/context";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import { loadCouncilRegister } from "@/store/load-council-register";

/** The councils against which documents are read. */
export function loadCouncils({ database }: Pick<Context, "database">): Promise<CouncilRegister> {
  return loadCouncilRegister(database);
}

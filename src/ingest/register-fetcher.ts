import type { Context, Fetched, Fetcher } from "@/context";
import { registerFileAt } from "@/sources/evidence-register/publication";
import { composeRegister } from "@/sources/evidence-register/register-rows";
import { loadRegisterEntries } from "@/store/load-register-entries";

/**
 * The project's own register as it's read: each file with what people have added, edited and retired since. What is
 * read is kept as a snapshot like any other document, so that whoever asks sees the very bytes.
 */
export function registerFetcher(bundled: Fetcher, { database }: Pick<Context, "database">): Fetcher {
  return {
    origin: bundled.origin,
    async fetch(url, validators): Promise<Fetched> {
      const fetched = await bundled.fetch(url, validators);
      const file = registerFileAt(url);
      if (!file || fetched.kind !== "fetched") return fetched;
      const entries = await loadRegisterEntries(database, { file: file.name });
      const changes = entries.map(({ replaces, retired, cells }) => ({
        replaces,
        cells: retired ? null : cells,
      }));
      return { ...fetched, bytes: composeRegister(fetched.bytes, changes) };
    },
  };
}

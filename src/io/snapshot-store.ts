import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SnapshotStore } from "@/context";

/**
 * Snapshots as files: `<folder>/ab/ab12…`, each named by the SHA-256 of its bytes.
 *
 * A file is written under another name, flushed to the disk and only then given its own name, so that
 * a file of that name is always whole. A whole one is never written again; what was damaged on the disk
 * is noticed when read.
 */
export function createSnapshotStore(folder: string): SnapshotStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  return {
    async keep(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(sha256);
      if (await holds(path, bytes.length)) return { sha256, size: bytes.length };
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
      const draft = `${path}.${randomUUID()}`;
      try {
        const file = await open(draft, "wx");
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
      return { sha256, size: bytes.length };
    },

    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      try {
        const bytes = await readFile(/* turbopackIgnore: true */ pathOf(sha256));
        const actual = createHash("sha256").update(bytes).digest("hex");
        if (actual !== sha256) {
          throw new Error(`The stored snapshot ${sha256} is damaged: its bytes now have the hash ${actual}.`);
        }
        return bytes;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
  };
}

async function holds(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(/* turbopackIgnore: true */ path)).size === size;
  } catch {
    return false;
  }
}

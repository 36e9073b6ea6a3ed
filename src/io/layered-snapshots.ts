import { createHash } from "node:crypto";
import type { SnapshotStore } from "@/context";

/** A store whose own documents are read, and which forgets what it's given to keep. */
export function layeredSnapshots(beneath: SnapshotStore): SnapshotStore {
  const kept = new Map<string, Uint8Array>();
  return {
    async keep(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      kept.set(sha256, bytes);
      return { sha256, size: bytes.length };
    },
    read: async (sha256) => kept.get(sha256) ?? beneath.read(sha256),
  };
}

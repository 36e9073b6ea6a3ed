import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../scripts/database/open-database.mjs";

export interface MovingServer {
  /** Stays the same, whatever port the server has. */
  readonly url: string;
  /** kill -9 of the server, and of every connection with it. */
  kill(): void;
  /** Starts it again, when the dead one's processes are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A database server of one's own that can be killed and comes back at the same address. */
export async function openMovingServer(): Promise<MovingServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  let server = await openDatabase({ dataDir });
  const sockets = new Set<Socket>();
  const door = createServer((client) => {
    const upstream = connect(Number(new URL(server.url).port), "127.0.0.1");
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const url = new URL(server.url);
  url.port = String((door.address() as AddressInfo).port);
  return {
    url: url.href,
    kill() {
      const [pid] = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
    async restart() {
      for (let attempt = 1; ; attempt += 1) {
        try {
          server = await openDatabase({ dataDir });
          return;
        } catch (error) {
          if (attempt === 40) throw error;
          await pause(250);
        }
      }
    },
    async close() {
      door.close();
      for (const socket of sockets) socket.destroy();
      await server.release();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

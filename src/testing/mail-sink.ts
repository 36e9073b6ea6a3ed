import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as a real SMTP server took it. */
export interface SunkMail {
  readonly to: readonly string[];
  readonly from: string;
  /** As it came over the wire. */
  readonly source: string;
}

export interface MailSink {
  readonly url: string;
  readonly mails: readonly SunkMail[];
  /** Every connection made to it. */
  readonly connections: number;
  close(): Promise<void>;
}

/**
 * An SMTP server on loopback that keeps what it's handed.
 *
 * @param answers how it should behave otherwise
 * @param onMail told of each mail it has taken, before it says so
 * @param at the port to listen at; any that is free where none is given
 * @throws when somebody listens there already
 */
export async function openMailSink(
  answers: SMTPServerOptions = {},
  onMail: () => void = () => undefined,
  at = 0,
): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : "",
          source: Buffer.concat(chunks).toString("utf8"),
        });
        onMail();
        callback(null);
      });
    },
    ...answers,
  });
  server.server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject); // afterwards it's a client that hangs up
    server.listen(at, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The value of a header, unfolded. */
export function headerOf(source: string, name: string): string | null {
  const head = source.split("\r\n\r\n", 1)[0] ?? "";
  const unfolded = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const line = unfolded.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}

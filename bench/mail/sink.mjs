// A mail server in a process of its own: takes everything, keeps only how often each message came and tells that when
// it's asked; with TELL_EACH it tells of each one as it comes.
import { SMTPServer } from "smtp-server";

/** @type {Map<string, number>} */
const counts = new Map();
let bytes = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  logger: false,
  maxClients: 1000,
  onData(stream, session, callback) {
    let head = "";
    stream.on("data", (/** @type {Buffer} */ chunk) => {
      bytes += chunk.length;
      if (head.length < 4096) head += chunk.toString("latin1");
    });
    stream.on("end", () => {
      const id = /^Message-ID: (.*)$/im.exec(head)?.[1]?.trim() ?? "none";
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (process.env.TELL_EACH) process.send?.({ id, to: session.envelope.rcptTo[0]?.address });
      callback(null);
    });
  },
});
server.on("error", () => undefined); // a client that was killed
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
process.on("message", (/** @type {string} */ asked) => {
  if (asked === "report") process.send?.({ counts: [...counts], bytes });
  if (asked === "forget") {
    counts.clear();
    bytes = 0;
  }
});
process.on("disconnect", () => process.exit(0));

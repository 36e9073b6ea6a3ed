// Loaded into every child (`node --import`): its standard input is a pipe from the supervisor, and that
// ends when the supervisor is gone, however it went. A server that outlived it would hold the port.
const PATIENCE_MS = 5_000;

process.stdin.on("error", () => {});
process.stdin.on("close", () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
process.stdin.resume();
process.stdin.unref?.(); // listening for the end keeps nobody alive

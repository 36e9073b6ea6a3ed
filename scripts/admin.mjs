// npm run admin -- create-user <email>: lets somebody into the admin room who isn't in there yet.
import { runBuilt } from "./run-built.mjs";

const args = process.argv.slice(2);
// A password given for this call alone: whose it is, the call says.
if (process.env.ADMIN_PASSWORD && !process.env.ADMIN_EMAIL) process.env.ADMIN_EMAIL = args[1] ?? "";
await runBuilt("admin.mjs", args);

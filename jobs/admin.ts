import { readEmail } from "@/domain/users/email";
import { createContext } from "@/io/create-context";
import { environment } from "@/io/environment";
import { createAdmin, createFirstAdmin } from "@/users/create-admin";
import { UserProblem } from "@/users/user-problem";

const USAGE = `npm run admin -- create-user <email>
  An admin with this address: a new one, or somebody who lost the way in. Prints a link by which they choose a
  password, once, within days; with ADMIN_PASSWORD set, that is their password and no link is needed.`;

const [verb = "", ...args] = process.argv.slice(2);
const [email = ""] = args;
if (!["create-user", "first-admin"].includes(verb) || (verb === "create-user" && args.length !== 1)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}

const { settings, variables } = environment("command line");
const context = createContext(settings);
try {
  if (verb === "first-admin") await firstAdmin();
  else await createUser();
} catch (error) {
  if (!(error instanceof UserProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await context.database.$disconnect();
}

async function createUser(): Promise<void> {
  const named = variables.firstAdmin;
  const password = named && readEmail(named.email) === readEmail(email) ? named.password : null;
  const invited = await createAdmin(context, { email, password });
  if (invited === null) {
    process.stdout.write(
      `${email} is an admin and signs in at ${settings.baseUrl}/sign-in with ADMIN_PASSWORD.\n`,
    );
    return;
  }
  const { link } = invited;
  const address = `${settings.baseUrl}/sign-in/password?link=${link.token}`;
  process.stdout.write(
    `${invited.email} is an admin once they have chosen a password here, once, before ${link.expiresAt.toISOString()}:\n${address}\n`,
  );
}

/** For the start, which knows from its settings whom to create. */
async function firstAdmin(): Promise<void> {
  if (!variables.firstAdmin) return;
  const created = await createFirstAdmin(context, variables.firstAdmin);
  process.stdout.write(created ? "created\n" : "there is one\n");
}

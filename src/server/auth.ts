import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Context } from "@/context";
import { readEmail } from "@/domain/users/email";
import { type Role, readRole } from "@/domain/users/role";
import { clientAddressOf, neighbourhood } from "./client-address";
import { clearAttempts, countAttempt, forgetAttempts } from "./store-attempts";

/** Somebody who is signed in, as procedures know them. */
export interface SignedIn {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
}

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly cookies: readonly string[] }
  /** The address, the password, or both are wrong, or the user is deactivated. Which of them isn't said. */
  | { readonly kind: "refused" }
  /** Too many tries from there, or for this address. */
  | { readonly kind: "wait"; readonly seconds: number };

export interface Auth {
  /** A new session for whoever gives the right password; a session that the request carried is ended. */
  signIn(headers: Headers, attempt: { email: string; password: string }): Promise<SignInOutcome>;
  /** Whose session a request carries: null for one that is forged, expired, ended, or somebody's who was shut out. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
  /** Ends the session that a request carries. @returns the cookies that make the browser forget it */
  signOut(headers: Headers): Promise<readonly string[]>;
}

export interface AuthSettings {
  readonly database: Context["database"];
  readonly log: Context["log"];
  readonly baseUrl: string;
  /** What signs the cookies. */
  readonly secret: string;
}

/** From sign-in on, whatever happens: a working day. */
const SESSION_SECONDS = 12 * 60 * 60;
/** So many wrong tries from one address, and for one account, each within so long of the one before. */
const WINDOW_MS = 15 * 60_000;
const TRIES_OF_ADDRESS = 20;
const TRIES_OF_ACCOUNT = 10;
const LONGEST_TRIED = 1024;
const SESSION_COOKIE = "svt.session_token";
/** Only ever set on requests made in here. */
const ADDRESS_HEADER = "x-sign-in-address";
/** A browser in which somebody signed in before isn't slowed by strangers who try their account. */
const KNOWN_BROWSER = "known-browser";
const KNOWN_SECONDS = 90 * 24 * 60 * 60;

/**
 * Who is who in the admin room: better-auth's sessions and passwords (scrypt) on our tables, and nothing else of it.
 * None of its own addresses is reachable from outside; src/app/api/auth has ours.
 */
export function createAuth({ database, log, baseUrl, secret }: AuthSettings): Auth {
  const secure = baseUrl.startsWith("https:");
  const sessionCookie = `${secure ? "__Secure-" : ""}${SESSION_COOKIE}`;
  const auth = betterAuth({
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    appName: "Safety Valve Tracker",
    telemetry: { enabled: false },
    trustedOrigins: [new URL(baseUrl).origin],
    database: prismaAdapter(database, { provider: "postgresql" }),
    user: {
      additionalFields: {
        role: { type: "string", input: false },
        deactivatedAt: { type: "date", required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    account: { modelName: "credential" },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: LONGEST_TRIED },
    // Tries are counted below: for the account as well, and so that a success forgives them.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: "svt",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure, path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Our tables leave out what it keeps for other ways to sign in.
      database: { validateSchema: false },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => isActive(database, userId) } },
    },
    // Its own lines name addresses; what goes wrong is told below.
    logger: { disabled: true },
    onAPIError: { throw: true },
  });

  function knownMark(email: string): string {
    return createHmac("sha256", secret).update(`known browser ${email}`).digest("base64url");
  }

  function isKnown(headers: Headers, email: string): boolean {
    const given = Buffer.from(cookieOf(headers, KNOWN_BROWSER) ?? "");
    const mark = Buffer.from(knownMark(email));
    return given.length === mark.length && timingSafeEqual(given, mark);
  }

  function knownCookie(email: string): string {
    const flags = `Path=/api/auth; Max-Age=${KNOWN_SECONDS}; HttpOnly; SameSite=Lax`;
    return `${KNOWN_BROWSER}=${knownMark(email)}; ${flags}${secure ? "; Secure" : ""}`;
  }

  /** Whatever session a browser came with is over once it has a new one. */
  async function endCarried(headers: Headers): Promise<void> {
    if (cookieOf(headers, sessionCookie) === null) return;
    await auth.api
      .signOut({ headers: onlyCookie(headers), asResponse: true })
      .catch((error: unknown) => log.warn("an earlier session could not be ended", { err: error }));
  }

  /** What nobody counts or carries any more. */
  async function clearOld(): Promise<void> {
    await clearAttempts(database, Date.now() - WINDOW_MS);
    await database.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  }

  return {
    async signIn(headers, { email: given, password }) {
      const email = readEmail(given);
      if (email === null || password === "" || password.length > LONGEST_TRIED) return { kind: "refused" };
      const address = clientAddressOf(headers);
      const from = `sign-in from|${address === null ? "unknown" : neighbourhood(address)}`;
      // By its hash: whose account is tried needn't be readable.
      const name = createHash("sha256").update(email).digest("hex");
      const as = `sign-in as|${name}|${isKnown(headers, email) ? "known browser" : "unknown browser"}`;
      const wait =
        (await countAttempt(database, from, { max: TRIES_OF_ADDRESS, windowMs: WINDOW_MS })) ??
        (await countAttempt(database, as, { max: TRIES_OF_ACCOUNT, windowMs: WINDOW_MS }));
      if (wait !== null) return { kind: "wait", seconds: wait };

      const answer = await auth.api.signInEmail({
        body: { email, password },
        headers: new Headers({
          "user-agent": (headers.get("user-agent") ?? "").slice(0, 300),
          ...(address === null ? {} : { [ADDRESS_HEADER]: address }),
        }),
        asResponse: true,
      });
      if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to a sign-in`);
      if (answer.status !== 200) return { kind: "refused" };
      await forgetAttempts(database, [from, as]);
      await endCarried(headers);
      await database.user.update({ where: { email }, data: { lastSignInAt: new Date() } });
      await clearOld();
      return { kind: "signed-in", cookies: [...answer.headers.getSetCookie(), knownCookie(email)] };
    },

    async signedIn(headers) {
      if (cookieOf(headers, sessionCookie) === null) return null;
      const found = await auth.api.getSession({ headers: onlyCookie(headers) });
      if (found === null || found.user.deactivatedAt) return null;
      const role = readRole(found.user.role);
      return role && { id: found.user.id, email: found.user.email, role };
    },

    async signOut(headers) {
      const answer = await auth.api.signOut({ headers: onlyCookie(headers), asResponse: true });
      return answer.headers.getSetCookie();
    },
  };
}

function onlyCookie(headers: Headers): Headers {
  return new Headers({ cookie: headers.get("cookie") ?? "" });
}

function cookieOf(headers: Headers, name: string): string | null {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

async function isActive(database: Context["database"], userId: string): Promise<boolean> {
  const user = await database.user.findUnique({ where: { id: userId }, select: { deactivatedAt: true } });
  return user !== null && user.deactivatedAt === null;
}

const SECONDS = 300;
const LONGEST = 254;

/** A cookie with what somebody typed as their address, so that the form has it again; empty: takes it away. */
export function typedEmail(email: string, baseUrl: string): string {
  const secure = baseUrl.startsWith("https:") ? "; Secure" : "";
  const kept = email.length <= LONGEST ? email : "";
  return `typed-email=${encodeURIComponent(kept)}; Path=/sign-in; Max-Age=${kept === "" ? 0 : SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

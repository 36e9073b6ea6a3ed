import { SAID_COOKIE, type Said } from "@/shapes/said-shape";

const SECONDS = 30;
/** Browsers keep cookies of 4,096 bytes; what doesn't fit is typed once more. */
const MOST_BYTES = 3_600;

/** A cookie with what the next page says once. */
export function saidCookie(said: Said, baseUrl: string): string {
  const secure = baseUrl.startsWith("https:") ? "; Secure" : "";
  const whole = encodeURIComponent(JSON.stringify(said));
  const value =
    whole.length <= MOST_BYTES ? whole : encodeURIComponent(JSON.stringify({ ...said, typed: {} }));
  return `${SAID_COOKIE}=${value}; Path=/admin; Max-Age=${SECONDS}; HttpOnly; SameSite=Strict${secure}`;
}

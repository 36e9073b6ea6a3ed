import type { Fetched } from "@/context";
import { describeMs, type Limits } from "./live-answer";

export interface Failure {
  readonly answer: Extract<Fetched, { kind: "unreachable" }>;
  /** Not worth asking again for this document. */
  readonly final: boolean;
  /** - `host`: there is no way to any document of it; `time`: it kept us waiting; null: a mishap */
  readonly silent: "host" | "time" | null;
}

const NO_WAY: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name isn't known here",
  EAI_AGAIN: "names can't be looked up here",
  ECONNREFUSED: "the connection was refused",
  ENETUNREACH: "there's no network",
  EHOSTUNREACH: "there's no way to it",
  UND_ERR_CONNECT_TIMEOUT: "no connection within 10 seconds",
};

const BROKEN: readonly string[] = ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"];
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_TLS/;

/** What it means that a request ended before any answer began. */
export function failureOf(error: unknown, limits: Limits): Failure {
  const { name, code, message } = describeError(error);
  if (code === "UND_ERR_HEADERS_TIMEOUT") {
    return failure(`no answer within ${describeMs(limits.idleMs)}`, true, "time");
  }
  if (name === "TimeoutError" || name === "AbortError") {
    return failure(`no answer within ${describeMs(limits.totalMs)}`, true, "time");
  }
  const noWay = NO_WAY[code];
  if (noWay) return failure(noWay, true, "host");
  if (CERTIFICATE.test(code)) return failure(`its certificate isn't trusted here (${code})`, true, "host");
  if (BROKEN.includes(code)) return failure("the connection was broken off without an answer", false, null);
  return failure(`the connection failed (${code || message})`, false, null);
}

function failure(reason: string, final: boolean, silent: Failure["silent"]): Failure {
  return { answer: { kind: "unreachable", reason }, final, silent };
}

function describeError(error: unknown): { name: string; code: string; message: string } {
  if (!(error instanceof Error)) return { name: "", code: "", message: String(error) };
  const { code, cause } = error as { code?: string; cause?: { code?: string; message?: string } };
  return { name: error.name, code: cause?.code ?? code ?? "", message: cause?.message ?? error.message };
}

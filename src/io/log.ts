import pino from "pino";
import type { Log } from "@/context";

/** Structured lines on standard error, so that a job's answer on standard output stays clean. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null }, pino.destination(2));
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
  };
}

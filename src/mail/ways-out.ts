import { CHANGE_WORDS, STOP_WORDS } from "@/wording/messages";
import type { Way } from "./letter";
import { PLACEHOLDER } from "./mail-settings";

/** Under whatever subscribers get; the sender fills in where they lead. */
export const WAYS_OUT: readonly Way[] = [
  { label: CHANGE_WORDS, href: PLACEHOLDER.manage },
  { label: STOP_WORDS, href: PLACEHOLDER.unsubscribe },
];

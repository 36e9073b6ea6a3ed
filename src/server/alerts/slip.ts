import { z } from "zod";
import type { Clock, Secrets } from "@/context";
import { ALERT_KINDS, FREQUENCIES } from "@/domain/alerts/alert";
import { fieldProblemShape } from "@/shapes/alert-form-shapes";
import { reportAddressShape, reportProblemShape, typedReportShape } from "@/shapes/report-shapes";

/** Longer than any name, address or number of councils. */
const LONGEST = { text: 320, url: 2_100, councils: 200 } as const;

export const typedChoicesShape = z.object({
  everyCouncil: z.boolean(),
  /** Address names. */
  councils: z.array(z.string().max(LONGEST.text)).max(LONGEST.councils),
  find: z.string().max(LONGEST.text),
  kinds: z.array(z.enum(ALERT_KINDS)),
  frequency: z.enum(FREQUENCIES),
});
export type TypedChoices = z.infer<typeof typedChoicesShape>;

const problems = z.array(fieldProblemShape);

const slipShape = z.discriminatedUnion("of", [
  z.object({ of: z.literal("subscribe"), typed: typedChoicesShape, email: z.string(), problems }),
  z.object({ of: z.literal("mail-asked"), email: z.string(), what: z.enum(["confirm", "manage"]) }),
  z.object({ of: z.literal("link"), email: z.string(), problems }),
  z.object({ of: z.literal("choices"), typed: typedChoicesShape, problems }),
  z.object({ of: z.literal("webhook"), url: z.string(), everything: z.boolean(), problems }),
  z.object({ of: z.literal("webhook-added"), id: z.string(), url: z.string(), secret: z.string() }),
  z.object({ of: z.literal("done"), what: z.enum(["confirmed", "saved", "tested", "enabled", "removed"]) }),
  z.object({
    of: z.literal("report"),
    address: reportAddressShape,
    typed: typedReportShape,
    problems: z.array(reportProblemShape),
  }),
  z.object({
    of: z.literal("report-received"),
    id: z.int(),
    answerTo: z.string().nullable(),
    back: z.string(),
  }),
]);
export type Slip = z.infer<typeof slipShape>;

const sealedShape = z.object({ slip: slipShape, until: z.int() });

/** A page that is opened again later shows the form as it is, not what somebody typed into it once. */
const READABLE_MS = 30 * 60_000;
/** A secret is shown once, which is as long as it takes to copy it. */
const SECRET_READABLE_MS = 10 * 60_000;
const LONGEST_SEALED = 16_000;

/**
 * What a form hands to the page that comes after it, in that page's address: what was typed and what was wrong with
 * it. It's sealed, for addresses stand in logs and histories, and an e-mail address doesn't belong there.
 */
export function sealSlip({ secrets, clock }: { secrets: Secrets; clock: Clock }, slip: Slip): string {
  const readable = slip.of === "webhook-added" ? SECRET_READABLE_MS : READABLE_MS;
  return secrets.seal(JSON.stringify({ slip, until: clock.now().getTime() + readable }));
}

/** @returns null for none, one that is out of date, and one that we didn't seal */
export function openSlip<Of extends Slip["of"]>(
  { secrets, clock }: { secrets: Secrets; clock: Clock },
  sealed: string | undefined,
  ...of: readonly Of[]
): Extract<Slip, { of: Of }> | null {
  if (sealed === undefined || sealed === "" || sealed.length > LONGEST_SEALED) return null;
  let text: string;
  try {
    text = secrets.open(sealed);
  } catch {
    return null;
  }
  const read = sealedShape.safeParse(parsed(text));
  if (!read.success || read.data.until <= clock.now().getTime()) return null;
  const { slip } = read.data;
  return (of as readonly string[]).includes(slip.of) ? (slip as Extract<Slip, { of: Of }>) : null;
}

/** Undefined for what is no JSON: another thing that this installation has sealed. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

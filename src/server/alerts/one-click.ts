import { unsubscribe } from "@/notify/unsubscribe";
import { createRequestContext, type RequestContext } from "../context";
import { plainAnswer, readForm, seeOther } from "./form-route";

/**
 * What a mailbox provider sends for a reader who presses its own button (RFC 8058): `List-Unsubscribe=One-Click` to
 * the address in the message's header. Nothing else is asked of it, and it is answered alike for every token.
 */
export function takeOneClick(openContext: () => RequestContext = createRequestContext) {
  return {
    async POST(request: Request, { params }: { readonly params: Promise<{ readonly token: string }> }) {
      const { token } = await params;
      const form = await readForm(request);
      if (form?.get("List-Unsubscribe") !== "One-Click") {
        return seeOther(`/alerts/unsubscribe/${encodeURIComponent(token)}`);
      }
      try {
        await unsubscribe(openContext(), token);
      } catch (error) {
        openContext().log.error("a one-click unsubscription failed", { err: error });
        return plainAnswer(500, "Not now. Try again later.");
      }
      return plainAnswer(200, "Unsubscribed.");
    },
  };
}

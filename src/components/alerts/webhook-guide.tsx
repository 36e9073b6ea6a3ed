import Link from "next/link";
import { Section } from "@/components/layout/section";
import { WEBHOOK_CHECK } from "./webhook-check";

/** For whoever receives our calls: how to register, what comes, and how to tell that it is ours. */
export function WebhookGuide() {
  return (
    <Section id="webhooks" heading="Webhooks" note={<p>To be told instead of asking.</p>}>
      <div className="prose-width space-y-4">
        <p>
          <Link href="/alerts">Subscribe</Link> by e-mail, then register an address on the page where you
          manage your alerts. It has to begin with https:// and lead to a public address. You are shown a
          secret there, once: <code>whsec_</code> and 44 letters and signs. All of it is the key.
        </p>
        <ul className="list-disc space-y-2 pl-5">
          <li>
            Each call is a POST of JSON. <code>alerts</code> holds what happened, in the same words as the
            e-mails; <code>test</code> is true for the one that you can send yourself.
          </li>
          <li>
            <code>Safety-Valve-Signature: t=…,v1=…</code> is the time of the attempt in seconds since 1970,
            and the HMAC-SHA256, in hexadecimal, of that time, a full stop and the body as it came, under your
            secret.
          </li>
          <li>
            <code>Idempotency-Key</code>, and <code>id</code> in the body, are the same at every attempt. Take
            note of those you have seen: a call can come twice if your answer got lost.
          </li>
          <li>
            Answer with any 2xx within ten seconds. Anything else is tried again, twelve times in about a day,
            with growing pauses; 410 says that you want nothing more of it. Redirects are not followed.
          </li>
          <li>
            After five messages in a row that had to be given up the webhook is switched off, and we tell you
            by e-mail. What it missed is in the feeds.
          </li>
        </ul>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="mt-6 overflow-x-auto border-l-4 border-rule-strong bg-wash p-4 text-xs"
      >
        <code>{WEBHOOK_CHECK}</code>
      </pre>
    </Section>
  );
}

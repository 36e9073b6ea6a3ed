import { describe, expect, it } from "vitest";
import type { AlertContent } from "@/shapes/alert-shapes";
import type { RenderedMail } from "./mail-settings";
import { renderAlarmMail } from "./render-alarm-mail";
import { renderAlertMail } from "./render-alert-mail";
import { renderConfirmMail } from "./render-confirm-mail";
import { renderCorrectionMail } from "./render-correction-mail";
import { renderDigestMail } from "./render-digest-mail";
import { renderWebhookDisabledMail } from "./render-webhook-disabled-mail";
import { MISSED, SAMPLE_SETTINGS } from "./sample-mails";

const NASTY = [
  ["a second header", "Kent\r\nBcc: everybody@example.org\r\n\r\n<b>free</b>"],
  [
    "HTML",
    `<script>alert("1")</script><img src="https://evil.example/x.png"><a href='javascript:x'>& here</a>`,
  ],
  ["an end of the style sheet", "</style></title></head><body onload=x>"],
  ["placeholders", "{{manage}} {{unsubscribe}} {\u200b{manage}}"],
  ["a word without an end", "w".repeat(5_000)],
  ["a word of a thousand words", "word ".repeat(5_000)],
  ["turned direction", "\u202eevil\u202c \u2067council\u2069"],
  ["nothing that is seen", "\u200b\u0000\u0007\ufeff"],
  ["half a letter", "\ud83d owed"],
  ["an entity", "&lt;b&gt; &#123;&#123;manage&#125;&#125; &amp;"],
] as const;

const WITH_PICTURE = (alt: string) => ({ ...SAMPLE_SETTINGS, picture: { alt } });
const DAY = { frequency: "daily", from: "2026-11-28T08:00:00Z", until: "2026-11-29T08:00:00Z" } as const;

/** The words wherever somebody else's words can stand. */
function everywhere(words: string): AlertContent {
  return {
    ...MISSED,
    council: { dfeCode: "X01", name: words, slug: "exampleshire" },
    title: `${words}: Deficit`,
    lines: [
      { text: words, basis: words, source: { title: words, url: words, where: words } },
      { text: words, source: { title: words, url: `https://publisher.example/?q=${words}`, where: "" } },
    ],
  };
}

const MAILS: readonly (readonly [string, (words: string) => Promise<RenderedMail | null>])[] = [
  ["an alert", (words) => renderAlertMail(everywhere(words), WITH_PICTURE(words))],
  ["alerts together", (words) => renderAlertMail([everywhere(words), MISSED], WITH_PICTURE(words))],
  ["a correction", (words) => renderCorrectionMail(everywhere(words), WITH_PICTURE(words))],
  ["a digest", (words) => renderDigestMail([everywhere(words), MISSED], DAY, SAMPLE_SETTINGS)],
  [
    "a confirmation",
    (words) =>
      renderConfirmMail(
        {
          choices: { everyCouncil: false, kinds: ["at-risk"], frequency: "daily" },
          councils: [words],
          link: "https://tracker.example/alerts/confirm/abc",
        },
        SAMPLE_SETTINGS,
      ),
  ],
  [
    "a webhook's",
    (words) =>
      renderWebhookDisabledMail(
        { url: words, failures: 3, because: words, disabledAt: MISSED.occurredAt, manage: "{{manage}}" },
        SAMPLE_SETTINGS,
      ),
  ],
  [
    "an alarm",
    (words) =>
      renderAlarmMail(
        {
          ...{ state: "failing", source: `Source ${words}`, failures: 3, because: words },
          ...{ since: MISSED.occurredAt, at: MISSED.occurredAt },
        },
        SAMPLE_SETTINGS,
      ),
  ],
];

describe.each(MAILS)("%s with", (name, mailWith) => {
  it.each(NASTY)("%s", async (_, words) => {
    const mail = await mailWith(words);
    if (mail === null) throw new Error("There was something to tell.");
    const { subject, html, text } = mail;
    const ways = ["{{manage}}", "{{unsubscribe}}"].map((way) => [
      html.split(way).length,
      text.split(way).length,
    ]);

    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(subject.length).toBeLessThan(78);
    expect(subject).not.toBe("");
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(html).not.toMatch(/<script|<img src="https|<b>|onload=x>|href="javascript|\u202e/i);
    expect(html.match(/<\/(?:head|body|html)>/g)).toEqual(["</head>", "</body>", "</html>"]);
    expect(new TextEncoder().encode(html).length).toBeLessThan(60_000);
    expect(ways).toEqual(
      name === "a webhook's"
        ? [
            [2, 2],
            [1, 1],
          ]
        : /confirmation|alarm/.test(name)
          ? [
              [1, 1],
              [1, 1],
            ]
          : [
              [2, 2],
              [2, 2],
            ],
    );
  });
});

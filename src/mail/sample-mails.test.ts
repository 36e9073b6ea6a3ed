import { beforeAll, describe, expect, it } from "vitest";
import { PRACTICE_NOTICE } from "@/wording/messages";
import type { RenderedMail } from "./mail-settings";
import { sampleMails } from "./sample-mails";

const NAMES = [
  ...["alert", "alert-not-checked", "alert-several", "alert-practice", "alert-cleared", "alert-overdue"],
  ...[
    "digest",
    "correction",
    "confirm",
    "manage",
    "webhook-disabled",
    "alarm-failing",
    "alarm-recovered",
    "report-answer",
    "test",
  ],
];
const TO_SUBSCRIBERS = NAMES.filter((name) => /^(alert|digest|correction)/.test(name));
const WITH_PICTURE = ["alert", "alert-several", "alert-practice"];

let mails: Readonly<Record<string, RenderedMail>>;
beforeAll(async () => {
  mails = await sampleMails();
});

function mailNamed(name: string): RenderedMail {
  const mail = mails[name];
  if (mail === undefined) throw new Error(`There is no sample ${name}.`);
  return mail;
}

/** One element a line, so that a difference can be read. */
const byElement = (html: string) => html.replace(/<(?!\/)/g, "\n<");

it("there is a sample of every kind of message", () =>
  expect(Object.keys(mails).sort()).toEqual([...NAMES].sort()));

describe.each(NAMES)("%s", (name) => {
  it("as text", () => {
    const { subject, text } = mailNamed(name);
    expect(`Subject: ${subject}\n\n${text}`).toMatchSnapshot();
  });

  it("as HTML", () => expect(byElement(mailNamed(name).html)).toMatchSnapshot());

  it("is small, and has nothing that a template forgot", () => {
    const { subject, html, text } = mailNamed(name);
    expect(subject.length).toBeLessThan(78);
    expect(new TextEncoder().encode(html).length).toBeLessThan(60_000);
    for (const word of ["undefined", "NaN", "[object", "null", "!important!"]) {
      expect(`${subject} ${text} ${html}`).not.toContain(word);
    }
  });

  it("fetches nothing and runs nothing", () => {
    const { html } = mailNamed(name);
    const sources = [...html.matchAll(/\b(?:src|background|srcset)="([^"]*)"/g)].map(([, source]) => source);
    expect(sources).toEqual(WITH_PICTURE.includes(name) ? ["cid:picture"] : []);
    expect(html).not.toMatch(/<(?:script|iframe|link|form|object|embed|video)\b|url\(|@import|\bon[a-z]+="/i);
  });

  it("reads in light and dark, and says so", () => {
    const { html } = mailNamed(name);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("@media(prefers-color-scheme:dark)");
  });

  it("has lines that don't run away, addresses apart", () => {
    for (const line of mailNamed(name).text.split("\n")) {
      if (!/^ *https?:/.test(line)) expect(line.length).toBeLessThanOrEqual(72);
    }
  });

  it("has pictures that say what they show, and tables for layout that say that they are", () => {
    const { html } = mailNamed(name);
    for (const [picture] of html.matchAll(/<img [^>]*>/g)) expect(picture).toMatch(/alt="[^"]{40,}"/);
    for (const [table] of html.matchAll(/<table [^>]*>/g)) {
      if (!html.includes("<th ")) expect(table).toContain('role="presentation"');
    }
  });
});

describe("the ways out", () => {
  it.each(TO_SUBSCRIBERS)("stand once in the HTML and once in the text of %s", (name) => {
    const { html, text } = mailNamed(name);
    for (const placeholder of ["{{manage}}", "{{unsubscribe}}"]) {
      expect(html.split(placeholder)).toHaveLength(2);
      expect(text.split(placeholder)).toHaveLength(2);
      expect(html).toContain(`href="${placeholder}"`);
    }
  });

  it.each(NAMES.filter((name) => !TO_SUBSCRIBERS.includes(name)))("aren't in %s", (name) => {
    const { html, text } = mailNamed(name);
    expect(html + text).not.toMatch(/\{\{[a-z]+\}\}/);
  });
});

describe("a message of the practice set", () => {
  it("says so at the top and in the subject", () => {
    const { subject, html, text } = mailNamed("alert-practice");
    expect(subject).toMatch(/^\[Practice, councils invented\] Exampleshire/);
    expect(text.startsWith(PRACTICE_NOTICE)).toBe(true);
    expect(html).toContain(PRACTICE_NOTICE);
  });

  it("and no other message does", () => {
    for (const name of NAMES.filter((name) => name !== "alert-practice")) {
      const { subject, html, text } = mailNamed(name);
      expect(subject + html + text).not.toMatch(/practice:|invented/i);
    }
  });
});

/** What the site itself has to say to somebody, beside the news: fixed words, so that they can be read in one place. */

export const CONFIRM = {
  subject: (site: string) => `Please confirm: messages from ${site}`,
  heading: "Please confirm your address",
  lead: (site: string) =>
    `Somebody, we hope you, asked for messages from ${site} to this address. We send none until you confirm.`,
  councils: "About",
  everyCouncil: "Every council",
  kinds: "What you hear of",
  frequency: "How often",
  action: "Yes, send me these messages",
  ifNot: "If it wasn’t you, do nothing: we delete the request after 7 days, and you hear no more of it.",
  why: "You get this once, because this address was given on our site. We keep only the address and what was asked for.",
} as const;

export const MANAGE = {
  subject: (site: string) => `Your link to change what you hear of: ${site}`,
  heading: "Your messages from us",
  lead: "With this link you can change what you hear of and how often, stop all messages, or delete everything that we hold about you.",
  action: "Manage my messages",
  holds: (until: string) => `The link holds until ${until}, UK time. You can ask for another at any time.`,
  ifNot:
    "Whoever has the link can do all this, so don’t pass it on. If you didn’t ask for it, do nothing: nothing has changed.",
  why: "You get this because somebody asked for it on our site with this address.",
} as const;

export const WEBHOOK_DISABLED = {
  subject: "We no longer call your webhook",
  heading: "We no longer call your webhook",
  lead: (failures: number) =>
    failures === 1
      ? "A message to your webhook could not be delivered, however often we tried. So that we don’t go on for ever, it is switched off."
      : `${failures} messages in a row to your webhook could not be delivered, however often we tried. So that we don’t go on for ever, it is switched off.`,
  address: "Address",
  reason: "The last failure",
  cure: "Once it answers again, switch it on where you manage it. What has happened in the meantime stands in the feed and in the API.",
  action: "Manage my webhook",
  why: "You get this because you set up the webhook and gave this address.",
  feed: "The feed of all changes",
} as const;

export const ALARM = {
  kicker: "For admins",
  failures: "Failed in a row",
  since: "First failure",
  action: "Look at the sources",
  why: "You get this because you look after this site. Subscribers are never told of a failed fetch.",
  failing: {
    subject: (source: string, failures: number) => `${source}: failed ${failures} times in a row`,
    lead: "Yesterday’s figures stand, and the next run tries again. You are told again until it’s mended.",
    at: "Last attempt",
    because: "What went wrong",
  },
  recovered: {
    subject: (source: string, failures: number) =>
      `${source}: works again after ${failures} ${failures === 1 ? "failure" : "failures"}`,
    lead: "The source could be read again. There is nothing to do.",
    at: "Read again",
    because: "What had gone wrong",
  },
} as const;

export const REPORT_ANSWER = {
  subject: (reportId: number) => `Our answer to your report ${reportId}`,
  heading: "Our answer to your report",
  about: (what: string) => `You told us that something may be wrong: ${what}.`,
  action: "Look at the page",
  again: "If it’s still wrong, report it again from there, and name the number of this report.",
  why: "You get this once, because this address was given with a report on our site. We erase it 30 days after this answer.",
} as const;

export const TEST_MESSAGE = {
  subject: (site: string) => `Test message from ${site}`,
  heading: "This is a test message",
  lead: "It was sent by an admin to see whether mail from this site arrives. It has: there is nothing to do.",
  next: "If it lies in a folder for unwanted mail, the domain it comes from needs a sender policy (SPF, DKIM and DMARC).",
  why: "You get this because an admin of the site sent it to this address.",
} as const;

import { forgetWhatIsOver } from "@/notify/forget-what-is-over";
import { forgetOldMessages } from "@/notify/store-forgotten";
import { forgetReporters } from "@/review/forget-reporters";
import { forgetVisits } from "@/users/store-forgotten-visits";
import type { Job } from "./job";

export const forgetJob: Job = {
  name: "forget",
  description:
    "forget: delete what is kept only for a time: sign-ups nobody confirmed, expired links and sessions, old messages, addresses of those who reported errors",
  lock: "forget",
  async run({ context, runId, progress }) {
    const { signUps, links, mails, limits } = await forgetWhatIsOver(context);
    const { deliveries, messages, addresses } = await forgetOldMessages(context);
    const visits = await forgetVisits(context);
    const reporters = await forgetReporters(context);
    progress(
      `forget: ${signUps} unconfirmed sign-ups, ${links} links, ${mails} mails that brought them, ${limits} counts of requests, ` +
        `${deliveries} records of old messages, ${messages} messages, ${addresses} addresses without a subscription, ${visits} sessions and tries, ${reporters} addresses of those who reported errors`,
    );
    const forgotten = { signUps, links, mails, limits, deliveries, messages, addresses, visits, reporters };
    return { job: "forget", runId, status: "ok", sources: [], ...forgotten };
  },
};

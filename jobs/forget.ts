import { forgetWhatIsOver } from "@/notify/forget-what-is-over";
import type { Job } from "./job";

export const forgetJob: Job = {
  name: "forget",
  description:
    "forget: delete what is kept only for a time: sign-ups nobody confirmed, links that have expired",
  lock: "forget",
  async run({ context, runId, progress }) {
    const { signUps, links, mails, limits } = await forgetWhatIsOver(context);
    progress(
      `forget: ${signUps} unconfirmed sign-ups, ${links} links, ${mails} mails that brought them, ${limits} counts of requests`,
    );
    return { job: "forget", runId, status: "ok", sources: [], signUps, links, mails, limits };
  },
};

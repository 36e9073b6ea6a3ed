import { createContext } from "@/io/create-context";
import { environment } from "@/io/environment";
import { EXIT_CODES, JobProblem } from "./job";
import { jobs } from "./jobs";
import { performJob } from "./perform-job";

const [name = "", ...rest] = process.argv.slice(2);
const json = rest.includes("--json");
const args = rest.filter((arg) => arg !== "--json");
const say = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`);

const job = jobs.find((candidate) => candidate.name === name);
if (!job) {
  process.stderr.write(
    `${name ? `There is no job called "${name}".` : "Which job?"}\n${jobs.map(({ description }) => `  ${description}`).join("\n")}\n`,
  );
  process.exit(1);
}

const { settings, databaseUrl, sourceMode } = environment("command line");
const context = createContext(settings);
try {
  const outcome = await performJob(job, databaseUrl, context, {
    args,
    sourceMode,
    contactEmail: settings.contactEmail,
    trigger: "command line",
    progress: say,
  });
  if (outcome.note) say(outcome.note);
  if (json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = EXIT_CODES[outcome.status];
} catch (error) {
  const problem = error instanceof JobProblem ? error.message : explain(error);
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ job: name, runId: null, status: "failed", sources: [], error: problem })}\n`,
    );
  }
  process.stderr.write(`${problem}\n`);
  process.exitCode = EXIT_CODES.failed;
} finally {
  await context.database.$disconnect();
}

function explain(error: unknown): string {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The job "${name}" failed; nothing was half-stored.\n${told}`;
}

// The processes of a start: steps, which are waited for, and services, which are to stay up. Node built-ins only.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const EXIT_WITH_PARENT = fileURLToPath(new URL("exit-with-parent.mjs", import.meta.url));
const PATIENCE_MS = 15_000;

/**
 * @typedef {object} StepOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {"quiet" | "stdout" | "stderr"} [output] where what it says goes; quiet: to the error of a failure
 * @property {readonly number[]} [good] exit codes that are no failure
 *
 * @typedef {object} Service
 * @property {string} name
 * @property {import("node:child_process").ChildProcess} child
 */

/**
 * A command line for Node that ends when we do, even when we are killed outright.
 *
 * @param {readonly string[]} args
 */
export function nodeCommand(args) {
  return [process.execPath, "--import", EXIT_WITH_PARENT, ...args];
}

/** @param {string} root the folder everything runs in */
export function createSupervision(root) {
  /** @type {Set<import("node:child_process").ChildProcess>} */
  const steps = new Set();
  /** @type {Service[]} */
  let services = [];
  let stopping = false;

  return {
    isStopping: () => stopping,

    /**
     * Runs a command to its end.
     *
     * @param {string} what for people
     * @param {readonly string[]} commandLine
     * @param {StepOptions} [options]
     * @returns {Promise<number>} its exit code
     * @throws when the code is not a good one, or everything was stopped meanwhile
     */
    async step(what, commandLine, { env = process.env, output = "quiet", good = [0] } = {}) {
      const [command = "", ...args] = commandLine;
      const shown = output === "stdout" ? process.stdout : process.stderr;
      const child = spawn(command, args, {
        cwd: root,
        env,
        stdio: ["pipe", output === "quiet" ? "pipe" : shown, output === "quiet" ? "pipe" : process.stderr],
        shell: process.platform === "win32" && command.endsWith(".cmd"),
      });
      steps.add(child);
      let said = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding("utf8").on("data", (text) => {
          said = (said + text).slice(-20_000);
        });
      }
      const [code] = await once(child, "close").finally(() => steps.delete(child));
      if (stopping) throw new Error(`${what} was stopped.`);
      if (!good.includes(code)) {
        throw new Error(`${what} failed (exit ${code}).${said ? ` It said:\n${said.trim()}` : ""}`);
      }
      return code;
    },

    /**
     * Starts a Node program that is to stay up. It stands in a process group of its own, so that Ctrl-C in
     * the terminal reaches us alone and we can stop one thing after another.
     *
     * @param {string} name
     * @param {readonly string[]} args
     * @param {{ env: NodeJS.ProcessEnv, onDeath: (how: string) => void }} options `onDeath`: told when it
     *   ends and nobody asked it to
     * @returns {Service}
     */
    service(name, args, { env, onDeath }) {
      if (stopping) throw new Error(`${name} does not start any more: all is being stopped.`);
      const [command = "", ...nodeArgs] = nodeCommand(args);
      const child = spawn(command, nodeArgs, {
        cwd: root,
        env,
        stdio: ["pipe", "inherit", "inherit"],
        detached: process.platform !== "win32",
      });
      const service = { name, child };
      services.push(service);
      child.once("exit", (code, signal) => {
        if (services.includes(service)) onDeath(signal ? `killed by ${signal}` : `exit ${code}`);
        services = services.filter((other) => other !== service);
      });
      return service;
    },

    /** @param {Service} service */
    async stopService(service) {
      services = services.filter((other) => other !== service);
      await end(service.child);
    },

    /** Stops whatever runs, services in the order of their start. */
    async stop() {
      stopping = true;
      for (const child of steps) child.kill("SIGTERM");
      const ending = services;
      services = [];
      for (const { child } of ending) await end(child);
      await Promise.all([...steps].map((child) => end(child)));
    },

    /** For those who cannot wait: a second Ctrl-C. */
    kill() {
      for (const child of [...steps, ...services.map((service) => service.child)]) child.kill("SIGKILL");
    },
  };
}

/** @param {import("node:child_process").ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const patience = new AbortController();
  const impatient = wait(PATIENCE_MS, "late", { signal: patience.signal }).catch(() => "ended");
  if ((await Promise.race([exited, impatient])) === "late") {
    child.kill("SIGKILL");
    await exited;
  }
  patience.abort();
}

import type { Context } from "@/context";

/** Something that happened beside the runs, to happen again at its time. */
export interface Happened {
  readonly at: Date;
  /** What it was, for people: "approve reading 12". */
  readonly what: string;
  /** Does it to another store; the clock stands at its time. @throws when it can't be done there */
  again(context: Context): Promise<void>;
}

/** People's decisions of one kind. Whoever adds a table of decisions adds one of these to DECISIONS. */
export interface DecisionKind {
  readonly name: string;
  /** In their order. */
  load(live: Context): Promise<readonly Happened[]>;
}

/** What happened beside the runs, told in order as time goes on. */
export class Timeline {
  readonly #pending: Happened[];

  constructor(
    happened: readonly Happened[],
    private readonly onHappening: (happened: Happened) => Promise<void>,
  ) {
    // Of one instant in the order given: decisions before the judgement that follows them.
    this.#pending = [...happened].sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Lets everything happen that happened before that instant. */
  async until(instant: Date | null): Promise<void> {
    for (;;) {
      const [next] = this.#pending;
      if (next === undefined || (instant !== null && next.at >= instant)) return;
      this.#pending.shift();
      await this.onHappening(next);
    }
  }
}

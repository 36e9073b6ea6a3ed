/**
 * Hands out what was claimed, one by one, and claims more while the last of it is being sent, so that nobody waits.
 */
export class ClaimBuffer<Item> {
  #items: Item[] = [];
  #claiming: Promise<void> | null = null;
  #exhausted = false;

  /** @param claim gives null when nothing more is due */
  constructor(
    private readonly claim: () => Promise<readonly Item[] | null>,
    private readonly low: number,
  ) {}

  /** Null when nothing more is due. */
  async take(): Promise<Item | null> {
    for (;;) {
      if (this.#items.length <= this.low && !this.#exhausted) this.#claimMore();
      const item = this.#items.shift();
      if (item !== undefined) return item;
      if (this.#claiming === null) return null;
      await this.#claiming;
    }
  }

  /** Everything that was claimed and not taken; nothing is claimed any more. */
  async rest(): Promise<readonly Item[]> {
    this.#exhausted = true;
    await this.#claiming?.catch(() => undefined);
    return this.#items.splice(0);
  }

  #claimMore(): void {
    if (this.#claiming !== null) return;
    this.#claiming = this.claim()
      .then((items) => {
        if (items === null) this.#exhausted = true;
        else this.#items.push(...items);
      })
      .finally(() => {
        this.#claiming = null;
      });
    // Whoever waits for it is told; where nobody waits, the next who takes asks again.
    this.#claiming.catch(() => undefined);
  }
}

/**
 * What the worker is started with. Sending many messages makes much that is soon of no use: swept up often, and before
 * the heap has grown by half, it takes half the memory and no more time.
 */
export const WORKER_FLAGS = ["--enable-source-maps", "--max-semi-space-size=2", "--heap-growing-percent=10"];

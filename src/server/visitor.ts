import type { SignedIn } from "./auth";
import { comesFromThisSite } from "./comes-from-this-site";
import type { FrontDoor, RequestContext } from "./context";

/** Whoever sent a request, asked about only where it matters: readers' pages never look for a session. */
export interface Visitor {
  /** Who is signed in; null: nobody. */
  signedIn(): Promise<SignedIn | null>;
  /** Whether a page of this site sent it; what changes something is refused otherwise. */
  fromThisSite(): Promise<boolean>;
}

/** @param headers of the request, taken when first needed */
export function createVisitor(
  headers: () => Headers | Promise<Headers>,
  door: () => Promise<FrontDoor>,
): Visitor {
  let known: Promise<SignedIn | null> | undefined;
  return {
    signedIn() {
      known ??= (async () => (await door()).auth.signedIn(await headers()))();
      return known;
    },
    async fromThisSite() {
      return comesFromThisSite(await headers(), (await door()).baseUrl);
    },
  };
}

/** What procedures may ask of the world, and of whoever called them. */
export interface ProcedureContext extends RequestContext {
  /** Missing where a program of ours calls, not a request: nobody is signed in then. */
  readonly visitor?: Visitor;
}

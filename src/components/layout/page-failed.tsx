import { Lead } from "./lead";

/** In place of a page whose figures could not be read; null: nothing can be tried again. */
export function PageFailed({ retry }: { readonly retry: (() => void) | null }) {
  return (
    <Lead title="Something went wrong" sentence="The figures could not be read just now.">
      <p className="mt-6 prose-width">
        Nothing is lost. Try again in a minute; if it goes on, whoever runs this site has it in their log.
      </p>
      {retry === null ? null : (
        <button type="button" className="button mt-4" onClick={retry}>
          Try again
        </button>
      )}
    </Lead>
  );
}

/** Where mail goes nowhere, whoever asks for it must not wait for it. */
export function OutboxNotice({ mailWay }: { readonly mailWay: "smtp" | "outbox" }) {
  return mailWay === "smtp" ? null : (
    <p className="mb-8 prose-width border-l-4 border-notice-edge bg-notice px-4 py-2">
      <strong className="font-semibold">This copy of the site sends no mail.</strong> No mail server is set up
      for it, so messages are written into a folder on its own machine, <code>outbox</code> among its data,
      and reach nobody else. Feeds work all the same.
    </p>
  );
}

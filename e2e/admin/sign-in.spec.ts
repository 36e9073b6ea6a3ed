import { sidewaysScroll } from "../fixtures";
import { ADMIN, createPerson, expect, originOf, signIn, test } from "./fixtures";

const wrongWords = "The address or the password is not right";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("sign in and come to the page that was asked for, and out again", async ({ page, context }) => {
      const editor = await createPerson(context, "editor");
      await page.goto("/admin/health");
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fhealth$/);
      await page.getByLabel("E-mail address").fill(editor.email);
      await page.getByLabel("Password").fill(editor.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(/\/admin\/health$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Health");
      await expect(page.getByText(`${editor.email} (editor)`)).toBeVisible();
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await expect(page.getByRole("main").getByRole("status")).toHaveText("You are signed out.");
      await page.goto("/admin");
      await expect(page).toHaveURL(/\/sign-in$/);
    });

    test("a wrong password says so and keeps the address that was typed", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill("somebody@example.org");
      await page.getByLabel("Password").fill("not the right one");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("alert").filter({ hasText: wrongWords })).toBeVisible();
      await expect(page.getByLabel("E-mail address")).toHaveValue("somebody@example.org");
      await expect(page.getByLabel("Password")).toHaveValue("");
      expect(page.url()).not.toContain("somebody");
    });

    test("invite somebody, who chooses a password by the link, once", async ({ page, context, browser }) => {
      await signIn(context, await createPerson(context, "admin"));
      const email = `invited-${crypto.randomUUID().slice(0, 8)}@example.org`;
      await page.goto("/admin/users");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Role").selectOption("editor");
      await page.getByRole("button", { name: "Make the invitation" }).click();
      const link = await page.getByText(/\/sign-in\/password\?link=/).innerText();
      await page.reload();
      await expect(page.getByText(/\/sign-in\/password\?link=/)).toHaveCount(0);
      await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("no password yet");

      const other = await browser.newContext({ javaScriptEnabled, baseURL: originOf() });
      const theirs = await other.newPage();
      await theirs.goto(link);
      await theirs.getByLabel("New password").fill("a long one of theirs");
      await theirs.getByLabel("The same once more").fill("another long one");
      await theirs.getByRole("button", { name: "Set the password" }).click();
      await expect(theirs.getByRole("alert").filter({ hasText: "differ" })).toBeVisible();
      await theirs.getByLabel("New password").fill("a long one of theirs");
      await theirs.getByLabel("The same once more").fill("a long one of theirs");
      await theirs.getByRole("button", { name: "Set the password" }).click();
      await expect(theirs.getByLabel("E-mail address")).toHaveValue(email);
      await theirs.getByLabel("Password").fill("a long one of theirs");
      await theirs.getByRole("button", { name: "Sign in" }).click();
      await expect(theirs).toHaveURL(/\/admin$/);
      await theirs.goto(link);
      await expect(theirs.getByText("This link can’t be used any more")).toBeVisible();
      await other.close();
    });

    test("an address that is on the list already is refused, and stays typed", async ({ page, context }) => {
      await signIn(context, await createPerson(context, "admin"));
      await page.goto("/admin/users");
      await page.getByLabel("E-mail address").fill(ADMIN.email);
      await page.getByRole("button", { name: "Make the invitation" }).click();
      await expect(page.getByText("Somebody with this address is on the list already.")).toBeVisible();
      await expect(page.getByLabel("E-mail address")).toHaveValue(ADMIN.email);
      await expect(page.getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "true");
    });

    test("shut somebody out at once, and let them in again", async ({ page, context, browser }) => {
      await signIn(context, await createPerson(context, "admin"));
      const editor = await createPerson(context, "editor");
      const other = await browser.newContext({ baseURL: originOf() });
      await signIn(other, editor);
      const theirs = await other.newPage();
      await page.goto("/admin/users");
      const entry = page.getByRole("listitem").filter({ hasText: editor.email });
      await entry.getByText("Change").click();
      await entry.getByRole("button", { name: "Deactivate and sign out" }).click();
      await expect(entry).toContainText("Deactivated.");
      await theirs.goto("/admin");
      await expect(theirs).toHaveURL(/\/sign-in$/);
      await entry.getByText("Change").click();
      await entry.getByRole("button", { name: "Let in again" }).click();
      await expect(entry).toContainText("Editor. Last signed in");
      await signIn(other, editor);
      await other.close();
    });
  });
}

test("signing out everywhere ends every browser's session", async ({ page, context, browser }) => {
  const person = await createPerson(context, "editor");
  await signIn(context, person);
  const other = await browser.newContext({ baseURL: originOf() });
  await signIn(other, person);
  const there = await other.newPage();
  await there.goto("/admin");
  await expect(there.getByRole("navigation", { name: "Admin room" })).toBeVisible();
  await page.goto("/admin");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("main").getByRole("status")).toHaveText(
    "You are signed out here and in every other browser.",
  );
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in$/);
  await other.close();
});

test("a cookie that was signed out is nobody's when it's sent again", async ({ context }) => {
  await signIn(context, await createPerson(context, "editor"));
  const kept = await context.cookies();
  await context.request.post("/api/auth/sign-out", { headers: { Origin: originOf() } });
  await context.clearCookies();
  await context.addCookies(kept);
  const answer = await context.request.get("/admin", { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([307, "/sign-in"]);
});

test("whoever guesses has to wait, and is told how long", async ({ page }) => {
  // Eleven times the work that makes guessing slow.
  test.setTimeout(120_000);
  // An address of its own, so that nobody else in these tests is slowed.
  await page.setExtraHTTPHeaders({ "X-Forwarded-For": "198.51.100.23" });
  const guess = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("guessed@example.org");
    await page.getByLabel("Password").fill("a guess");
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  for (let tries = 0; tries < 10; tries += 1) {
    await guess();
    await expect(page.getByRole("alert").filter({ hasText: wrongWords })).toBeVisible();
  }
  await guess();
  await expect(page.getByRole("alert").filter({ hasText: /Wait 1[45] minutes and try again/ })).toBeVisible();
});

test("a form of another site signs nobody in or out", async ({ context }) => {
  const form = { email: ADMIN.email, password: ADMIN.password };
  for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, {}] as Record<
    string,
    string
  >[]) {
    const answer = await context.request.post("/api/auth/sign-in", { form, headers, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
  await signIn(context, await createPerson(context, "admin"));
  for (const path of ["sign-out", "sign-out-everywhere"]) {
    const answer = await context.request.post(`/api/auth/${path}`, {
      headers: { Origin: "https://evil.example" },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  }
  const invitation = await context.request.post("/api/trpc/admin.users.invite", {
    data: { json: { email: "planted@example.org", role: "admin" } },
    headers: { Origin: "https://evil.example" },
  });
  expect(invitation.status()).toBe(403);
  expect((await context.request.get("/admin", { maxRedirects: 0 })).status()).toBe(200);
});

for (const [name, path] of [
  ["the sign-in", "/sign-in"],
  ["the sign-in after a mistake", "/sign-in?problem=refused"],
  ["a link that can't be used", "/sign-in/password?link=none"],
] as const) {
  test(`read ${name} with assistive technology, light and dark, on a phone`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible();
    }
    expect(await sidewaysScroll(page)).toBe(0);
  });
}

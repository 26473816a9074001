/** Makes every button with `data-copy` work, and says so in the page's `data-said`. */
export function listenForCopying(): void {
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-copy]");
    if (!button) return;
    const copied = await copy(button).catch(() => false);
    say(copied ? "Copied" : "Could not copy");
    if (copied) button.dataset.copied = "";
    setTimeout(() => {
      delete button.dataset.copied;
      say("");
    }, 2000);
  });
}

function say(words: string): void {
  const said = document.querySelector("[data-said]");
  if (said) said.textContent = words;
}

async function copy({ dataset, parentElement }: HTMLElement): Promise<boolean> {
  const from = dataset.copyFrom;
  const text = from
    ? await (await fetch(from, { headers: { accept: "text/plain" } })).text()
    : dataset.copy || parentElement?.querySelector("pre")?.textContent || "";
  // Inside networks the service may be reached without TLS, where browsers have no clipboard for scripts.
  return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true) : copyOldWay(text);
}

function copyOldWay(text: string): boolean {
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

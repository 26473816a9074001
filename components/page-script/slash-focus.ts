/** "/" goes to the page's field, unless it is typed into one. */
export function listenForSlash(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target as HTMLElement | null;
    if (at?.isContentEditable || at?.closest("input, textarea, select")) return;
    const field = document.querySelector<HTMLElement>("main [name=target], main textarea[name=text], [name=target]");
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
}

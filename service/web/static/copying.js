// A button beside a field that holds something to be passed on.

export function addCopying(root) {
  for (const field of root.querySelectorAll("input[data-copy]")) {
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secondary";
    button.textContent = field.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Kopierad";
    });
    field.after(button);
  }
}

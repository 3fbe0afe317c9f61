// Marks the page as scripted, so that controls which need a script can show themselves.
document.documentElement.classList.add("scripted");

// Esc leaves a field or closes the details that hold the focus.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest("details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary")?.focus();
  }
});

// Copying the text of a field: a button is `<button data-copy="<the field's id>" data-copied="…" data-failed="…" hidden>`,
// with an element behind it that says aloud what is written into it.

/** Begin: the buttons are of use only now. */
export function start() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  const status = button.nextElementSibling;
  // The same words again are only said again when they were gone.
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = button.dataset.copied;
  } catch {
    // A browser may refuse, and does where the connection is not secure.
    field.focus();
    field.select();
    status.textContent = button.dataset.failed;
  }
}

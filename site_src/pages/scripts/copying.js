// Copying the text of a field: a button is `<button data-copy="<the field's id>" hidden>`, with an element behind it that
// says aloud what is written into it. What to say is on an element around them, in data-copied and data-failed.

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
  const { copied, failed } = button.closest("[data-copied]").dataset;
  // The same words again are only said again when they were gone.
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = copied;
  } catch {
    // A browser may refuse, and does where the connection is not secure.
    field.focus();
    field.select();
    status.textContent = failed;
  }
}

// The switch of colours in the header. What was chosen is kept in this browser, where `colours.js` reads it.

import { SITE } from "./main.js";

const KEY = `${SITE.pathname}.__palette`;

/** Begin: show the switch, and do what it says. */
export function start() {
  const options = [...document.querySelectorAll("[data-md-component=palette] input")];
  const scheme = kept()?.color?.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  (options.find(({ value }) => value === scheme) ?? options[0]).checked = true;
  const show = () => options.forEach(showIfChecked);
  for (const option of options) {
    option.addEventListener("change", () => {
      show();
      keep(option.value);
    });
  }
  show();
}

/** The page has the colours of the option that is checked, and its button leads to the other one. */
function showIfChecked(option) {
  option.nextElementSibling.hidden = !option.checked;
  if (option.checked) {
    document.body.dataset.mdColorScheme = option.value;
  }
}

// Kept in the form in which the theme's own script kept it.
function keep(scheme) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ color: { scheme } }));
  } catch {
    // A browser that keeps nothing: the colours are those of this page.
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

// The switch of colours in the header. What was chosen is kept in this browser, where `colours.js` reads it.

import { SITE } from "./main.js";

const KEY = `${SITE.pathname}.__palette`;

/** Begin: show the switch, and do what it says. */
export function start() {
  const options = [...document.querySelectorAll("[data-md-component=palette] input")];
  const index = kept()?.index ?? options.findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia).matches);
  options[Math.max(index, 0)].checked = true;
  const show = () => options.forEach(showIfChecked);
  options.forEach((option, place) =>
    option.addEventListener("change", () => {
      show();
      keep(place, colorOf(option));
    }),
  );
  show();
}

/** The page has the colours of the option that is checked, and its button leads to the other one. */
function showIfChecked(option) {
  option.nextElementSibling.hidden = !option.checked;
  if (option.checked) {
    Object.entries(colorOf(option)).forEach(([name, value]) => document.body.setAttribute(`data-md-color-${name}`, value));
  }
}

const colorOf = ({ dataset }) => ({
  media: dataset.mdColorMedia,
  scheme: dataset.mdColorScheme,
  primary: dataset.mdColorPrimary,
  accent: dataset.mdColorAccent,
});

function keep(index, color) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ index, color }));
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

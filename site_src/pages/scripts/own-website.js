// A badge for a provider's own site: which grades it shows is chosen, and the picture and the code follow. The code of all
// grades stands in the page; what another badge has instead of it, or without it, is on its choice.

/** Begin: choices that a browser kept are followed at once. */
export function start() {
  for (const choices of document.querySelectorAll("[data-badge]")) {
    const shape = choices.parentElement;
    const follow = () => show(choices.querySelector(":checked"), choices.querySelector("input"), shape);
    choices.addEventListener("change", follow);
    follow();
  }
}

/** Show what was `chosen`; `whole` is the choice that the code of the page is of. */
function show(chosen, whole, shape) {
  const picture = shape.querySelector("img");
  const field = shape.querySelector("textarea");
  picture.height = chosen.dataset.height;
  picture.src = chosen.value;
  field.value = field.defaultValue
    .replace(whole.value, chosen.value)
    .replace(`height="${whole.dataset.height}"`, `height="${chosen.dataset.height}"`)
    .replace(chosen.dataset.without ?? "", "");
}

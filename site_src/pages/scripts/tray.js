// What was chosen, at the foot of the window, with the way to the comparison.

import { choice, comparisonOf, MOST } from "./chosen.js";
import { element, isolated, unseen } from "./elements.js";
import { SITE } from "./main.js";

/** The tray, laid at the end of the page: `show()` what is chosen, and `said({ text, isShown })` to a screen reader. */
export function tray(say) {
  // A place for what is said must be there before something is.
  const status = element("p", { class: "kc-tray__said kc-unseen", role: "status" });
  const toggle = element("button", { type: "button", class: "kc-tray__toggle", "aria-controls": "kc-tray-names" });
  const names = element("ul", { class: "kc-tray__names", id: "kc-tray-names" });
  const onward = element("p", { class: "kc-tray__onward" });
  const named = { class: "kc-tray__body", "aria-label": say("tray"), hidden: true };
  const body = element("section", named, toggle, names, onward);
  const whole = element("div", { class: "kc-tray" }, element("div", { class: "kc-tray__inner md-grid" }, status, body));
  document.querySelector(".md-container").append(whole);
  keepClear(whole);
  unfold(toggle, false);
  toggle.addEventListener("click", () => unfold(toggle, toggle.getAttribute("aria-expanded") === "false"));
  names.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      remove(button.dataset.remove, names, said, say);
    }
  });

  function said({ text, isShown = false }) {
    status.textContent = text;
    status.classList.toggle("kc-unseen", !isShown);
  }

  function show() {
    const chosen = choice.all;
    body.hidden = chosen.length === 0;
    whole.classList.toggle("kc-tray--holds", chosen.length > 0);
    toggle.textContent = say("count", { count: chosen.length });
    names.replaceChildren(...chosen.map((provider) => chip(provider, say)));
    onward.replaceChildren(way(chosen, say));
    if (chosen.length < MOST) {
      status.classList.add("kc-unseen");
    }
  }

  return { said, show };
}

/** On a phone the names fold away, so that the tray does not fill the screen. */
function unfold(toggle, isOpen) {
  toggle.setAttribute("aria-expanded", String(isOpen));
}

function chip({ id, name }, say) {
  const what = unseen(say("remove", { name }));
  const button = element("button", { type: "button", class: "kc-tray__remove", "data-remove": id }, what);
  return element("li", {}, element("span", {}, isolated(name)), button);
}

/** One provider cannot be compared yet. */
function way(chosen, say) {
  if (chosen.length < 2) {
    return document.createTextNode(say("one_more"));
  }
  const address = comparisonOf(chosen.map(({ id }) => id), SITE);
  return element("a", { class: "kc-button", href: address.href }, say("compare", { count: chosen.length }));
}

/** Take one out; focus goes to the next name, not back to the top of the page. */
function remove(id, names, said, say) {
  const place = choice.all.findIndex((each) => each.id === id);
  const { name } = choice.all[place];
  choice.remove(id);
  said({ text: say("removed", { name }) });
  const left = names.querySelectorAll("button");
  (left[Math.min(place, left.length - 1)] ?? document.querySelector(`.kc-choose[data-choose="${id}"]`))?.focus();
}

/** What gets focus, or is gone to by a link, stays clear of the tray. */
function keepClear(whole) {
  const root = document.documentElement;
  new ResizeObserver(() => root.style.setProperty("scroll-padding-bottom", `${whole.offsetHeight}px`)).observe(whole);
}

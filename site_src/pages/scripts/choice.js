// Choosing providers to compare, on any page: the buttons beside a provider, and the tray that shows what was chosen.
//
// A button is `<button type="button" class="kc-choose" data-choose="<id>" data-name="<name>" hidden></button>`; in a list this
// adds it to each provider. Whoever adds some later dispatches "kc:rendered", which bubbles.

import { choice, isId, MOST } from "./chosen.js";
import { element, unseen } from "./elements.js";
import { SITE } from "./main.js";
import { apart, phrasebook } from "./phrases.js";
import { tray } from "./tray.js";

/** Begin; a page that has neither a button nor something chosen asks for no words. */
export function start() {
  // There the comparison itself shows what is chosen.
  if (document.querySelector(".kc-compare")) {
    return;
  }
  let opening = null;
  const open = () => {
    if (!opening && (choice.all.length || document.querySelector(".kc-choose, .kc-results"))) {
      // Without the words the page is as it is without a script; a next time may go better.
      opening = opened().catch(() => {
        opening = null;
      });
    }
  };
  document.addEventListener("kc:rendered", open);
  choice.addEventListener("change", open);
  open();
}

async function opened() {
  const answer = await fetch(new URL("scripts/words.json", SITE));
  const say = phrasebook((await answer.json()).choice);
  const chosen = tray(say);
  const show = () => {
    document.querySelectorAll(".kc-results > li:not(:has(> .kc-choose))").forEach((item) => item.append(buttonOf(item)));
    document.querySelectorAll(".kc-choose").forEach((button) => dress(button, say));
    chosen.show();
  };
  document.addEventListener("kc:rendered", show);
  choice.addEventListener("change", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".kc-choose");
    if (button) {
      chosen.said(toggled(button.dataset.choose, button.dataset.name, say));
    }
  });
  show();
}

/** Choose a provider, or no longer; what there is to say of it. */
function toggled(id, name, say) {
  if (choice.has(id)) {
    choice.remove(id);
    return { text: say("removed", { name }) };
  }
  if (choice.isFull) {
    return { text: say("full", { most: MOST }), isShown: true };
  }
  choice.add(id, name);
  return { text: say("added", { name, count: choice.all.length, most: MOST }) };
}

/** The button of a provider in a list, which its link names. */
function buttonOf(item) {
  const { pathname, textContent: name } = item.querySelector("a");
  return element("button", { type: "button", class: "kc-choose", "data-choose": pathname.split("/").at(-2), "data-name": name, hidden: true });
}

function dress(button, say) {
  const { choose: id, name } = button.dataset;
  if (!isId(id)) {
    return;
  }
  const isChosen = choice.has(id);
  button.setAttribute("aria-pressed", String(isChosen));
  button.replaceChildren(say(isChosen ? "chosen" : "choose"), unseen(` ${apart(name)}`));
  button.hidden = false;
}

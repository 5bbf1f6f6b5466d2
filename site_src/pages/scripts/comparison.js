// The page that compares: which providers it shows, and what is said of them together.
//
// The address names the providers: `?providers=a,b,c`, in its own word. Without that it shows the visitor's own choice. An
// address that somebody shared leaves the own choice alone until the visitor changes the comparison: takes one out, or goes
// to find another; from then on it is theirs.

import { FOLDERS } from "./charter.js";
import { askedIn, providersOf } from "./asked.js";
import { choice, comparisonOf, MOST } from "./chosen.js";
import { comparison } from "./comparison-table.js";
import { element } from "./elements.js";
import { SITE } from "./main.js";
import { listed, phrasebook } from "./phrases.js";

/** Begin, on the page that has a place for it. */
export async function start() {
  const { services, phrases } = JSON.parse(document.getElementById("kc-compare-data").textContent);
  await new Comparison(document.querySelector(".kc-compare"), services, phrasebook(phrases)).open();
}

class Comparison {
  #providers = [];
  #remarks = [];
  #title = document.title;

  constructor(place, services, say) {
    this.place = place;
    this.services = services;
    this.say = say;
    this.empty = place.querySelector(".kc-compare__empty");
    this.status = place.querySelector(".kc-compare__status");
    this.shown = place.querySelector(".kc-compare__shown");
    this.shown.addEventListener("click", (event) => this.#pressed(event.target));
    unfoldOnPaper(this.shown);
  }

  /** Fetch and show what the address asks for, or else what was chosen. */
  async open() {
    const asked = askedIn(location.search);
    const ids = asked?.ids ?? choice.all.map(({ id }) => id);
    this.status.textContent = ids.length ? this.say("loading") : "";
    try {
      const { providers, unknown } = await providersOf(ids);
      this.#providers = providers;
      this.#remarks = remarksOn(asked, unknown, providers, this.say);
      if (!asked) {
        // Of the own choice, who is no longer there is no longer chosen.
        this.#keep();
      }
      this.status.textContent = "";
      this.#show();
    } catch {
      this.#failed();
    }
    this.place.classList.remove("kc-compare--waiting");
  }

  #show() {
    const providers = this.#providers;
    this.empty.hidden = providers.length > 0;
    document.title = titleOf(providers, this.#title, this.say);
    history.replaceState(history.state, "", addressOf(providers));
    const all = providers.length ? [...this.#remarks, ...this.#together(), ...this.#table()] : this.#remarks;
    this.shown.replaceChildren(...all);
  }

  #together() {
    const [only, ...others] = this.#providers;
    return others.length ? [periods([only, ...others], this.say)] : [element("p", {}, this.say("only_one"))];
  }

  #table() {
    const providers = this.#providers;
    const heading = element("h2", { tabindex: "-1" }, this.say("heading", { count: providers.length }));
    const add = element("a", { href: new URL(`${FOLDERS.providers}/`, SITE).href, class: "kc-compare__add" }, this.say("add"));
    const tables = comparison(providers, this.services, this.say);
    return providers.length < MOST ? [heading, ...tables, element("p", {}, add)] : [heading, ...tables];
  }

  #pressed(target) {
    const id = target.closest("[data-remove]")?.dataset.remove;
    if (id) {
      this.#remove(id);
    } else if (target.closest(".kc-compare__add")) {
      this.#keep();
    }
  }

  #remove(id) {
    const { name } = this.#providers.find((each) => each.id === id);
    this.#providers = this.#providers.filter((each) => each.id !== id);
    this.#remarks = [];
    this.#keep();
    this.#show();
    this.status.textContent = this.say("removed", { name });
    (this.shown.querySelector("h2") ?? this.empty.querySelector("h2")).focus();
  }

  /** What is compared is the visitor's own choice now. */
  #keep() {
    choice.replace(this.#providers.map(({ id, name }) => ({ id, name })));
  }

  #failed() {
    const again = element("button", { type: "button", class: "kc-quiet" }, this.say("retry"));
    again.addEventListener("click", () => this.open(), { once: true });
    this.status.textContent = this.say("failed");
    this.shown.replaceChildren(again);
  }
}

const addressOf = (providers) => comparisonOf(providers.map(({ id }) => id), SITE);

const namesOf = (providers) => listed(providers.map(({ name }) => name));

/** "Compare A and B - Site"; the page's own title where there is nothing to compare. */
function titleOf(providers, title, say) {
  const site = title.slice(title.lastIndexOf(" - "));
  return providers.length ? say("title", { names: namesOf(providers) }) + site : title;
}

/** What a visitor should know of an address: what is left out of it, and that it is not their own choice. */
function remarksOn(asked, unknown, providers, say) {
  const notice = (...children) => element("p", { class: "kc-notice" }, ...children);
  const strangers = unknown + (asked?.refused ?? 0);
  const own = choice.all;
  const isShared = asked && !own.every(({ id }) => providers.some((each) => each.id === id));
  return [
    strangers ? notice(say("unknown", { count: strangers })) : null,
    asked?.tooMany ? notice(say("too_many", { most: MOST })) : null,
    isShared
      ? notice(say("shared", { names: namesOf(own) }), " ", element("a", { href: addressOf(own).href }, say("own")))
      : null,
  ].filter(Boolean);
}

/** Whether all were measured in the same period, and if not, who in which. */
function periods(providers, say) {
  const groups = new Map();
  for (const { name, period } of providers) {
    groups.set(period.text, [...(groups.get(period.text) ?? []), name]);
  }
  if (groups.size === 1) {
    return element("p", {}, say("period_same", { period: providers[0].period.text }));
  }
  const lines = [...groups].map(([period, names]) => say("periods_one", { names: listed(names), period }));
  const items = lines.map((line) => element("li", {}, line));
  return element("div", { class: "kc-notice" }, element("p", {}, say("periods_differ")), element("ul", {}, ...items));
}

/** What is folded cannot be unfolded on paper. */
function unfoldOnPaper(place) {
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...place.querySelectorAll("details:not([open])")];
    unfolded.forEach((each) => each.toggleAttribute("open", true));
  });
  addEventListener("afterprint", () => unfolded.forEach((each) => each.toggleAttribute("open", false)));
}

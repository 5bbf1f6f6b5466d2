// What the finder shows: a list of results, a line that says how many there are, and what else fits with that.

import { phrasebook } from "../phrases.js";
import { resultOf } from "./results.js";

/** The finder's part of the page, below its form. */
export class View {
  #part;
  #list;
  #template;
  #words;

  constructor(root, phrases) {
    this.#part = (name) => root.querySelector(`.kc-finder__${name}`);
    this.#list = root.querySelector(".kc-results");
    this.#template = root.querySelector("template");
    this.#words = phrasebook(phrases);
  }

  /** How many results stand in the list. */
  get shown() {
    return this.#list.children.length;
  }

  /** What stands in the list is about to change, or it is not. */
  set isBusy(isBusy) {
    this.#list.ariaBusy = String(isBusy);
  }

  /** Show these results in the place of others. How many there are in all may be told later. */
  show(results) {
    this.#list.replaceChildren(...this.#itemsOf(results));
    this.#arrange({ isActive: true });
    this.#announce();
  }

  /** Show these results too, and lead who asked for them to the first one. */
  add(results) {
    const items = this.#itemsOf(results);
    this.#list.append(...items);
    items[0].querySelector("a").focus();
    this.#announce();
  }

  /** Say how many results there are in all. */
  tell(total) {
    this.say(this.#words("found", { count: total }));
    this.#part("none").hidden = total > 0;
    this.#part("rest").hidden = this.shown >= total;
    this.#part("shown").textContent = this.#words("shown", { shown: this.shown, count: total });
  }

  /** Bring the results into view. */
  lead() {
    this.#part("head").scrollIntoView();
  }

  /** Nothing is asked: what else is on the page is there again. */
  rest() {
    this.#list.replaceChildren();
    this.#arrange({ isActive: false });
    this.say("");
  }

  /** There can be no search. */
  fail() {
    this.rest();
    this.say(this.#words("failed"));
    this.#part("failed").hidden = false;
  }

  /** Say something to those who see and those who listen. */
  say(text) {
    const status = this.#part("status");
    if (status.textContent !== text) {
      status.textContent = text;
    }
  }

  #itemsOf(results) {
    return results.map((result) => resultOf(this.#template, result));
  }

  #arrange({ isActive }) {
    const isFound = this.shown > 0;
    this.#list.hidden = !isFound;
    this.#part("title").hidden = !isFound;
    this.#part("order").hidden = !isFound;
    this.#part("clear").hidden = !isActive;
    for (const name of ["none", "failed", "rest"]) {
      this.#part(name).hidden = true;
    }
    for (const other of document.querySelectorAll("[data-browse]")) {
      other.hidden = isActive;
    }
  }

  /** For other parts of the page that add to each result. */
  #announce() {
    this.#list.dispatchEvent(new CustomEvent("kc:rendered", { bubbles: true }));
  }
}

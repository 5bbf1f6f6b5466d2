// The finder: the list of a page, which answers while somebody types or chooses; what is asked stands in the address.

import { ASKED } from "./charter.js";
import { Answerer } from "./finder/answering.js";
import { wordsOf } from "./finder/letters.js";
import { fetchRegister } from "./finder/register.js";
import { addressOf, chosenIn, fill, isAsked, questionOf, saidIn } from "./finder/state.js";
import { PAGE, View } from "./finder/view.js";

const PAUSE = 100; // ms without a key after which we search
const GRADES = [ASKED.clients, ASKED.commissioners]; // filters that also say what to sort by

/** Start the finder of the page. */
export function start() {
  new Finder(document.querySelector("[data-finder]"));
}

class Finder {
  #root;
  #form;
  #filters;
  #opened; // a promise of what answers and shows, once somebody is about to ask
  #timer;
  #asked = 0; // questions so far: what an older one fetched comes too late
  #isNewEntry = true; // whether the next change gets an entry of its own in the history

  constructor(root) {
    this.#root = root;
    this.#form = root.querySelector("form");
    this.#filters = root.querySelector(".kc-finder__filters");
    root.addEventListener("focusin", () => this.#open().catch(() => {}), { once: true });
    root.addEventListener("input", (event) => this.#changed(event.target));
    root.addEventListener("kc:more", (event) => this.#remember({ shown: event.detail }));
    this.#form.addEventListener("submit", (event) => this.#submitted(event));
    root.querySelector(".kc-finder__clear").addEventListener("click", () => this.#cleared());
    addEventListener("popstate", () => this.#moved());
    addEventListener("pagehide", () => this.#remember({ scroll: scrollY }));
    this.#offerMore();
    if (isAsked(this.#form, location.href) || history.state?.shown) {
      this.#restore();
    } else if (this.#isAsking) {
      this.#search(); // what somebody typed before this script was there
    }
  }

  get #field() {
    return this.#form.elements[ASKED.query];
  }

  get #isAsking() {
    return addressOf(this.#form, location.origin) !== new URL(location.origin).href;
  }

  /** The pages that follow are for who has no scripts: here the list itself goes on. */
  #offerMore() {
    const pages = this.#root.querySelector(".kc-pages");
    if (pages) {
      pages.hidden = true;
      this.#begin.hidden = false;
      this.#begin.querySelector("button").addEventListener("click", () => this.#goOn());
    }
  }

  /** What leads on from the list that stands in the page. */
  get #begin() {
    return this.#root.querySelector(".kc-finder__begin");
  }

  async #goOn() {
    if (await this.#run(2 * PAGE)) {
      this.#root.querySelectorAll(".kc-results > li a")[PAGE]?.focus();
      this.#remember({ shown: 2 * PAGE });
    }
  }

  async #open() {
    this.#opened ??= fetchRegister().then((register) => ({
      answerer: new Answerer(register),
      view: new View(this.#root, register, (asked) => this.#ask(asked)),
    }));
    try {
      return await this.#opened;
    } catch (error) {
      this.#opened = undefined; // the next question tries again
      throw error;
    }
  }

  #changed(control) {
    const order = this.#form.elements[ASKED.order];
    if (GRADES.includes(control.name) && control.value && order.selectedIndex === 0) {
      order.value = control.name; // who asks for high grades wants to see the highest
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), control === this.#field ? PAUSE : 0);
  }

  /** Ask something else, from a note: choose a service, or leave a word out. */
  #ask({ service, without }) {
    if (service) {
      this.#form.elements[ASKED.service].value = service;
    }
    if (without) {
      const chunks = this.#field.value.split(/\s+/);
      this.#field.value = chunks.filter((chunk) => !wordsOf(chunk).includes(without)).join(" ");
    }
    this.#search();
  }

  #submitted(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    const search = this.#search();
    this.#isNewEntry = true;
    if (matchMedia("(pointer: coarse)").matches) {
      this.#field.blur(); // puts the keyboard of a phone away, which covers the results
      search.then(() => this.#root.querySelector(".kc-finder__head").scrollIntoView());
    }
  }

  #cleared() {
    this.#form.reset();
    this.#search();
    this.#field.focus();
  }

  /** Put what is asked into the address. The first change after a search is an entry in the history, to go back from. */
  #write() {
    const address = addressOf(this.#form, location.href);
    if (address !== location.href) {
      history[this.#isNewEntry ? "pushState" : "replaceState"](null, "", address);
      this.#isNewEntry = false;
    }
  }

  #remember(changes) {
    if (!this.#opened) {
      return;
    }
    history.replaceState({ ...history.state, ...changes }, "");
  }

  /** Somebody went back or forward, perhaps only within the page. */
  #moved() {
    if (addressOf(this.#form, location.href) !== location.href) {
      this.#restore();
    }
  }

  async #restore() {
    fill(this.#form, location.href);
    this.#isNewEntry = true;
    const { shown, scroll } = history.state ?? {};
    // What stands below the list goes first, and comes back with the answer: it must not jump into sight.
    this.#root.querySelector(".kc-list").ariaBusy = "true";
    await painted();
    const isShown = await this.#run(shown);
    if (scroll !== undefined && isShown) {
      scrollTo(0, scroll);
    }
  }

  #search() {
    this.#write();
    return this.#run();
  }

  /** Show the answer to what is asked, unless something else is asked before that; whether it did. */
  async #run(count = PAGE) {
    const isAsking = this.#isAsking;
    this.#root.classList.toggle("kc-finder--asked", isAsking);
    this.#root.querySelector(".kc-finder__clear").hidden = !isAsking;
    const list = this.#root.querySelector(".kc-list");
    list.ariaBusy = "true";
    const mine = ++this.#asked;
    const question = questionOf(this.#form, this.#root.dataset);
    const opened = await this.#open().catch(() => null);
    if (mine !== this.#asked) {
      return false;
    }
    list.ariaBusy = "false";
    this.#root.querySelector(".kc-finder__failed").hidden = Boolean(opened);
    if (opened) {
      const answer = opened.answerer.answer(question);
      opened.view.show({ ...answer, what: saidIn(this.#form), chosen: chosenIn(this.#filters) }, count);
      this.#begin.hidden = true;
    }
    return Boolean(opened);
  }
}

/** When the browser has shown what is there now; at once where nobody looks. */
async function painted() {
  if (!document.hidden) {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}

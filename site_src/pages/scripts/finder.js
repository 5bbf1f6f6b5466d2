// The finder: results come while somebody types or chooses, and what is asked stands in the address.

import { PAGE, load, openIndex } from "./finder/index.js";
import { addressOf, fill, isAsked } from "./finder/state.js";
import { termsOf } from "./finder/terms.js";
import { View } from "./finder/view.js";

const PAUSE = 100; // ms without a key after which we search
const PATIENCE = 500; // ms after which we say that we are searching

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Start the finder of the page. */
export function start() {
  new Finder(document.querySelector("[data-finder]"));
}

class Finder {
  #form;
  #phrases;
  #view;
  #index; // a promise, once somebody is about to search
  #failures = 0;
  #timer;
  #current = new AbortController(); // of the newest search: what others find comes too late
  #found = [];
  #isNewEntry = true; // whether the next change gets an entry of its own in the history

  constructor(root) {
    this.#form = root.querySelector("form");
    this.#phrases = JSON.parse(root.querySelector("script").textContent);
    this.#view = new View(root, this.#phrases);
    root.addEventListener("focusin", () => this.#open().catch(() => this.#forget()), { once: true });
    root.addEventListener("input", (event) => this.#changed(event.target === this.#field ? PAUSE : 0));
    this.#form.addEventListener("submit", (event) => this.#submitted(event));
    root.querySelector(".kc-finder__clear").addEventListener("click", () => this.#cleared());
    root.querySelector(".kc-finder__more").addEventListener("click", () => this.#showMore());
    addEventListener("popstate", () => this.#moved());
    addEventListener("pagehide", () => this.#remember({ scroll: scrollY }));
    if (isAsked(this.#form, location.href)) {
      this.#restore();
    } else {
      this.#search(); // for what somebody typed before this script was there
    }
  }

  get #field() {
    return this.#form.elements.zoek;
  }

  /** What is asked, in words of the index; null where nothing is. */
  get #query() {
    const terms = termsOf(this.#field.value, this.#phrases);
    const choices = [...this.#form.querySelectorAll(":checked")].flatMap((each) => each.dataset.word ?? []);
    const [order] = this.#form.elements.volgorde.selectedOptions;
    return terms.length + choices.length ? { terms, choices, order: order.value, head: order.dataset.word } : null;
  }

  #open() {
    const isLarge = "word" in this.#form.elements.volgorde.options[0].dataset;
    this.#index ??= openIndex(isLarge, this.#failures);
    return this.#index;
  }

  /** After a failure, so that the next search tries again. */
  #forget() {
    this.#index = undefined;
    this.#failures += 1;
  }

  #changed(wait) {
    const query = this.#query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), query ? wait : 0);
    if (query) {
      this.#open().then((index) => index.prepare(query), () => {});
    }
  }

  #submitted(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    const search = this.#search();
    this.#isNewEntry = true;
    if (matchMedia("(pointer: coarse)").matches) {
      this.#field.blur(); // puts the keyboard of a phone away, which covers the results
      search.then(() => this.#view.lead());
    }
  }

  #cleared() {
    this.#form.reset();
    this.#changed(0);
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
    if (this.#query) {
      history.replaceState({ ...history.state, ...changes }, "");
    }
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
    const run = this.#run(shown);
    const { signal } = this.#current;
    await run;
    if (scroll !== undefined && !signal.aborted) {
      scrollTo(0, scroll);
    }
  }

  #search() {
    this.#write();
    return this.#run();
  }

  /** Show the first `count` of what is found, unless something else is asked before that. */
  async #run(count = PAGE) {
    this.#current.abort();
    this.#current = new AbortController();
    const { signal } = this.#current;
    const query = this.#query;
    this.#view.isBusy = query !== null;
    if (!query) {
      this.#view.rest();
      return;
    }
    const patience = setTimeout(() => signal.aborted || this.#view.say(this.#phrases.searching), PATIENCE);
    try {
      await this.#find(query, count, signal);
    } catch (error) {
      if (!signal.aborted) {
        console.warn(error);
        this.#forget();
        this.#view.fail();
      }
    }
    clearTimeout(patience);
    if (!signal.aborted) {
      this.#view.isBusy = false;
    }
  }

  async #find(query, count, signal) {
    const index = await this.#open();
    signal.throwIfAborted();
    const first = await index.findFirst(query);
    if (first) {
      await this.#show(first, signal);
      this.#view.say("");
      await pause(PATIENCE / 2); // all of it takes longer, and is for who types no further
    }
    signal.throwIfAborted();
    const found = await index.find(query);
    if (!first || count > PAGE) {
      await this.#show(found.slice(0, count), signal);
    }
    signal.throwIfAborted();
    this.#found = found;
    this.#view.tell(found.length);
  }

  async #show(results, signal) {
    const loaded = await load(results);
    signal.throwIfAborted();
    this.#view.show(loaded);
  }

  async #showMore() {
    const { signal } = this.#current;
    const { shown } = this.#view;
    const results = await load(this.#found.slice(shown, shown + PAGE));
    if (!signal.aborted && shown === this.#view.shown && results.length) {
      this.#view.add(results);
      this.#view.tell(this.#found.length);
      this.#remember({ shown: this.#view.shown });
    }
  }
}

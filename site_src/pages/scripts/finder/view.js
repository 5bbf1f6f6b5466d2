// What the finder shows: the list in its parts, how many there are, whose grades they are, what it made of the words.

import { element } from "../elements.js";
import { listed, phrasebook } from "../phrases.js";
import { Results, gradeOf } from "./results.js";

export const PAGE = 20;

/** The finder's part of the page, below its form. */
export class View {
  #part;
  #list;
  #register;
  #say;
  #results;
  #ask;
  #title = document.title;

  /** `ask` asks something else: `{ service, without }`, an id and a word, of which one is left out. */
  constructor(root, register, ask) {
    this.#part = (name) => root.querySelector(`.kc-finder__${name}`);
    this.#list = root.querySelector(".kc-list");
    this.#register = register;
    this.#say = phrasebook(register.phrases);
    this.#results = new Results(root.querySelector("template"), this.#say, register);
    this.#ask = ask;
  }

  /** Show an answer, with so many lines of its first part. */
  show(answer, count) {
    const { total, subject } = answer;
    const average = this.#averageOf(subject);
    this.#list.replaceChildren(...answer.parts.map((part) => this.#partOf(part, answer, average, count)));
    this.#part("status").textContent = this.#say("found", { count: total });
    this.#part("subject").textContent = this.#subjectOf(subject, average);
    this.#part("none").hidden = total > 0;
    const notes = this.#notesOf(answer).map((note) => element("span", { class: "kc-finder__note" }, ...note));
    this.#part("reading").replaceChildren(...notes);
    const summary = this.#part("filters").querySelector("summary");
    const filters = this.#filtersOf(answer.chosen);
    if (summary.textContent !== filters) {
      summary.textContent = filters; // not while somebody presses it, where it says so already
    }
    document.title = this.#titleOf(answer);
    this.#announce();
  }

  /** The page's own title, behind what is asked and how many are found. */
  #titleOf({ what, total }) {
    return what ? this.#say("title", { what, found: this.#say("found", { count: total }), page: this.#title }) : this.#title;
  }

  #filtersOf(count) {
    return count ? this.#say("filters.filters_chosen", { count }) : this.#say("filters.filters");
  }

  /** Providers that are looked for by name are not folded away; nor is the only part there is. */
  #partOf({ section, lines }, { reading, parts }, average, count) {
    const isOpen = reading.isName || parts.length === 1;
    const list = element("ul", { class: "kc-results" });
    const rest = element("p", { class: "kc-finder__rest" });
    const add = (upTo) => this.#extend(lines.slice(0, upTo), list, rest, lines.length, average, add);
    add(section === "graded" || isOpen ? count : PAGE);
    if (section === "graded") {
      return element("div", { class: "kc-list__part" }, list, rest);
    }
    const title = element("summary", {}, this.#say(`list.section.${section}`, { count: lines.length }));
    return element("details", { class: "kc-fold kc-list__part", open: isOpen }, title, list, rest);
  }

  #extend(lines, list, rest, total, average, again) {
    const shown = list.children.length;
    list.append(...lines.slice(shown).map((line) => this.#results.itemOf(line, average?.tenths ?? null)));
    const more = element("button", { type: "button", class: "kc-finder__more" }, this.#say("list.more"));
    more.addEventListener("click", () => {
      again(lines.length + PAGE);
      list.children[lines.length].querySelector("a").focus();
      this.#announce();
      list.dispatchEvent(new CustomEvent("kc:more", { bubbles: true, detail: list.children.length }));
    });
    const said = element("span", { class: "kc-finder__shown" }, this.#say("shown", { shown: lines.length, count: total }));
    rest.replaceChildren(...(lines.length < total ? [more, " ", said] : []));
  }

  #averageOf(subject) {
    const average = subject === null ? this.#register.average : this.#register.services[subject].average;
    return average && { tenths: average[0], count: average[1] };
  }

  #subjectOf(subject, average) {
    const service = this.#register.services[subject];
    const about = service ? this.#say("list.subject.service", { name: service.name }) : this.#say("list.subject.total");
    if (!average) {
      return about;
    }
    const { count } = average;
    return `${about} ${this.#say("list.average", { count, grade: gradeOf(average) })}`;
  }

  /** What the finder made of the words, a list of nodes for each. */
  #notesOf({ reading, subject, unplaced, namedOnly }) {
    // Of a word for several services there is nothing to choose where one was chosen.
    const terms = reading.terms.filter(({ kind, places }) => subject === null || kind !== "service" || places.length === 1);
    const notes = terms.map((term) => this.#noteOf(term));
    if (reading.isName && !reading.unknown.length) {
      notes.push([this.#say("name", { typed: reading.rest.join(" ") })]);
    }
    for (const typed of reading.unknown) {
      notes.push([`${this.#say("unknown", { typed })} `, this.#link(this.#say("without", { typed }), { without: typed })]);
    }
    if (namedOnly) {
      notes.push([this.#say("named", { count: namedOnly, typed: reading.telling.join(" ") })]);
    }
    if (unplaced) {
      notes.push([this.#say("unplaced", { count: unplaced })]);
    }
    return notes;
  }

  #noteOf({ kind, phrase, places }) {
    const list = kind === "service" ? this.#register.services : this.#register.regions;
    const names = places.map((place) => list[place].name);
    if (kind === "service" && places.length > 1) {
      const links = places.flatMap((place) => [" ", this.#link(list[place].name, { service: list[place].id })]);
      return [this.#say("services", { phrase }), ...links];
    }
    if (kind === "place") {
      return [this.#say("place", { place: phrase, name: listed(names) })];
    }
    return [this.#say(kind, { phrase, name: names[0] })];
  }

  #link(text, asked) {
    const button = element("button", { type: "button", class: "kc-finder__ask" }, text);
    button.addEventListener("click", () => this.#ask(asked));
    return button;
  }

  /** For other parts of the page that add to each result. */
  #announce() {
    this.#list.dispatchEvent(new CustomEvent("kc:rendered", { bubbles: true }));
  }
}

// A result: a copy of the template of the page, its slots filled with what generator/site/finder/listing.py says there.

import { FOLDERS } from "../charter.js";
import { element } from "../elements.js";
import { SITE } from "../main.js";
import { positionOf } from "../scale.js";

const language = document.documentElement.lang;
const withTenth = new Intl.NumberFormat(language, { minimumFractionDigits: 1 });

/** A grade as it is written: 8,3, or 8 if it is rounded. */
export const gradeOf = ({ tenths, isRounded }) => (isRounded ? String(tenths / 10) : withTenth.format(tenths / 10));

/** Makes results for a page with this template, in these words, from these names of regions. */
export class Results {
  #template;
  #say;
  #regions;
  #certainties;

  constructor(template, say, { regions, phrases }) {
    this.#template = template;
    this.#say = say;
    this.#regions = regions.map(({ name }) => name);
    this.#certainties = phrases.certainty;
  }

  /** The item of a line; `average` is in tenths, or null. */
  itemOf({ provider, clients, commissioners }, average) {
    const item = this.#template.content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    link.href = new URL(`${FOLDERS.providers}/${provider.id}/`, SITE).href;
    link.firstElementChild.textContent = provider.name;
    const parts = [...item.querySelectorAll("p")];
    const facts = parts.pop();
    this.#put(parts[0], clients, average);
    if (commissioners) {
      this.#put(parts[1], commissioners, null);
      const whose = commissioners.isTotal ? "listing.commissioner_total" : "listing.commissioner";
      parts[1].firstElementChild.textContent = this.#say(whose);
    }
    const ended = provider.ended === null ? [] : [element("strong", {}, provider.ended), " "];
    facts.replaceChildren(...ended, [provider.period[1], ...this.#placesOf(provider)].join(" · "));
    return item;
  }

  #placesOf({ regions }) {
    const named = this.#regions.filter((_, place) => (regions >> place) & 1);
    return named.length && named.length === this.#regions.length ? [this.#say("country")] : named;
  }

  #put(part, cell, average) {
    const rating = part.querySelector("[data-certainty]");
    if (cell.tenths === undefined) {
      const { noGrade, completed, invited, required } = cell;
      const numbers = { completed, net_sample: invited, required };
      const reason = `: ${this.#say(`listing.no_grade.${noGrade}`, numbers)}`;
      rating.replaceWith(element("strong", {}, this.#say("listing.absent")), reason);
      return;
    }
    rating.dataset.certainty = cell.level;
    const [figure, remark, sure, answered] = rating.children;
    figure.value = cell.isRounded ? cell.tenths / 10 : (cell.tenths / 10).toFixed(1);
    figure.textContent = gradeOf(cell);
    if (cell.isRounded) {
      remark.textContent = this.#say("listing.remark");
    } else {
      remark.remove();
    }
    sure.textContent = this.#certainties[cell.level - 1];
    answered.textContent = this.#say("listing.answered", { completed: cell.completed });
    part.querySelector("circle")?.setAttribute("cx", positionOf(cell.tenths / 10));
    const mark = part.querySelector("rect[x]");
    if (average === null) {
      mark?.remove();
    } else {
      mark?.setAttribute("x", positionOf(average / 10));
    }
  }
}

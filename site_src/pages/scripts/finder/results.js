// A result: a copy of the template of the page, its slots filled with what generator/site/finder/listing.py says there.

import { SITE } from "../main.js";
import { positionOf } from "../scale.js";

const language = document.documentElement.lang || "nl";
const withTenth = new Intl.NumberFormat(language, { minimumFractionDigits: 1 });

/** A grade as it is written: 8,3, or 8 if it is rounded. */
export const gradeOf = ({ tenths, isRounded }) => (isRounded ? String(tenths / 10) : withTenth.format(tenths / 10));

/** Makes results for a page with this template, in these words, from these names of provinces. */
export class Results {
  #template;
  #say;
  #provinces;
  #certainties;

  constructor(template, say, { provinces, phrases }) {
    this.#template = template;
    this.#say = say;
    this.#provinces = provinces.map(({ name }) => name);
    this.#certainties = phrases.certainty;
  }

  /** The item of a line; `average` is in tenths, or null. */
  itemOf({ provider, clients, commissioners }, average) {
    const item = this.#template.content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    link.href = new URL(`aanbieders/${provider.id}/`, SITE).href;
    link.firstElementChild.textContent = provider.name;
    this.#put(item.querySelector(".kc-result__clients"), clients, provider, average);
    this.#put(item.querySelector(".kc-result__commissioners"), commissioners, provider, null);
    const whose = commissioners.isTotal ? "listing.commissioner_total" : "listing.commissioner";
    item.querySelector(".kc-result__label").textContent = this.#say(whose);
    write(item, "kc-result__ended", provider.ended);
    write(item, "kc-result__more", [provider.period[1], ...this.#placesOf(provider)].join(" · "));
    Object.assign(item.querySelector(".kc-choose").dataset, { choose: provider.id, name: provider.name });
    return item;
  }

  #placesOf({ provinces }) {
    const named = this.#provinces.filter((_, place) => (provinces >> place) & 1);
    return named.length === this.#provinces.length ? [this.#say("country")] : named;
  }

  #put(part, cell, { certainty }, average) {
    if (cell.tenths === undefined) {
      part.querySelector(".kc-rating").remove();
      const { noGrade, completed, invited, required } = cell;
      const numbers = { completed, net_sample: invited, required };
      write(part, "kc-result__absence", this.#say("listing.absent"));
      write(part, "kc-result__reason", this.#say(`listing.no_grade.${noGrade}`, numbers));
      return;
    }
    part.querySelector(".kc-result__none").remove();
    const level = certainty.filter((answers) => cell.completed >= answers).length;
    part.querySelector(".kc-rating").dataset.certainty = level + 1;
    const figure = part.querySelector("data");
    figure.value = cell.isRounded ? cell.tenths / 10 : (cell.tenths / 10).toFixed(1);
    figure.textContent = gradeOf(cell);
    write(part, "kc-rating__remark", cell.isRounded ? this.#say("listing.remark") : null);
    part.querySelector("small").textContent = this.#certainties[level];
    write(part, "kc-rating__answered", this.#say("listing.answered", { completed: cell.completed }));
    part.querySelector("circle")?.setAttribute("cx", positionOf(cell.tenths / 10));
    const mark = part.querySelector(".kc-scale__average");
    if (average === null) {
      mark?.remove();
    } else {
      mark?.setAttribute("x", positionOf(average / 10));
    }
  }
}

/** Put text into a slot; without text the slot goes. */
function write(item, name, text) {
  const slot = item.querySelector(`.${name}`);
  if (text === null) {
    slot.remove();
  } else {
    slot.textContent = text;
  }
}

// What the finder makes of the words that a visitor types: a name, a service in everyday words, a region, a place.

import { isOneSlip, wordsOf } from "./letters.js";

const MOST_WORDS = 12; // of what was typed
const LONGEST_PHRASE = 6; // words
const FEWEST_LETTERS = 5; // of a word that may be a begin, an inflection or a slip of another
const LONGEST_ENDING = 3; // letters of an inflection: coach, coaches
const INSIDE = 4; // letters from which the middle of a name is found

const NOTHING = { terms: [], telling: [], rest: [], unknown: [], named: new Set(), isName: false };

/** Reads what is typed into a register, by that register's own names and phrases. */
export class Reader {
  #providers;
  #small;
  #phrases = new Map(); // from the letters of a phrase to its meanings

  constructor({ providers, services, regions, smallWords }) {
    this.#providers = providers;
    this.#small = new Set(smallWords);
    services.forEach(({ words }, place) => words.forEach((phrase) => this.#learn(phrase, "service", place)));
    regions.forEach(({ name, places }, place) => {
      this.#learn(name, "region", place);
      places.forEach((each) => this.#learn(each, "place", place));
    });
  }

  /**
   * The meaning of a text:
   *
   * - `terms`: parts that mean a `service`, a `region` or a `place` in one: `{ kind, typed, phrase, places }`, with
   *   `places` of the services or regions that it can be;
   * - `telling`: the words without those that say nothing; `rest`: those of them that must be in a name; `unknown`:
   *   those that are in no name;
   * - `named`: the providers whose name has all that was typed, as a set;
   * - `isName`: whether it is read as a name alone.
   */
  read(text) {
    const chunks = text.split(/\s+/).map(wordsOf).filter((words) => words.length).slice(0, MOST_WORDS);
    const words = chunks.flat().slice(0, MOST_WORDS);
    if (!words.length) {
      return NOTHING;
    }
    const hasTelling = words.some((word) => !this.#small.has(word));
    const sought = hasTelling ? chunks.filter((chunk) => !chunk.every((word) => this.#small.has(word))) : chunks;
    const telling = sought.flat();
    const terms = [];
    const rest = this.#takePhrases(words, hasTelling, terms);
    const named = this.#named((name) => sought.every((chunk) => isIn(name, chunk)) || isBeginOf(name, words));
    if (named.size && rest.length) {
      return { terms: [], telling, rest: telling, unknown: [], named, isName: true };
    }
    const whole = rest.join("");
    const inside = terms.length || whole.length < INSIDE ? null : this.#named(({ starts }) => starts[0]?.includes(whole));
    if (inside?.size) {
      return { terms, telling, rest, unknown: [], named: inside, isName: true };
    }
    const left = rest.map((word) => this.#guess(word, terms)).filter(Boolean);
    const unknown = left.filter((word) => !this.#named((name) => isIn(name, [word])).size);
    return { terms, telling, rest: left, unknown, named, isName: left.length > 0 && !terms.length };
  }

  /** The providers that have, or had, a name for which something holds. */
  #named(holds) {
    return new Set(this.#providers.filter(({ names }) => names.some(holds)));
  }

  #learn(phrase, kind, place) {
    const words = wordsOf(phrase);
    const telling = words.filter((word) => !this.#small.has(word));
    // A phrase of several words does not shrink to one ("back to work"), but a town does ("Den Haag").
    const keys = [words, ...(telling.length > 1 || kind !== "service" ? [telling] : [])];
    for (const key of new Set(keys.flatMap((each) => inBothNumbers(each.join(""))).filter(Boolean))) {
      const meanings = this.#phrases.get(key) ?? [];
      this.#phrases.set(key, [...meanings, { kind, phrase, place }]);
    }
  }

  /** Put what the words mean in `terms`; the words that mean nothing are left. */
  #takePhrases(words, hasTelling, terms) {
    const rest = [];
    for (let start = 0; start < words.length; ) {
      const [length, meanings] = this.#longestFrom(words, start, hasTelling);
      if (meanings) {
        terms.push(termOf(words.slice(start, start + length).join(" "), meanings));
      } else if (!hasTelling || !this.#small.has(words[start])) {
        rest.push(words[start]);
      }
      start += length;
    }
    return this.#takeBegin(rest, words, terms);
  }

  #longestFrom(words, start, hasTelling) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0; length -= 1) {
      const span = words.slice(start, start + length);
      const [first, last] = [span[0], span.at(-1)].map((word) => this.#small.has(word));
      const isOneSmall = length === 1 && first && hasTelling;
      const short = first || last ? null : span.filter((word) => !this.#small.has(word)).join("");
      const meanings = isOneSmall ? null : (this.#phrases.get(span.join("")) ?? this.#phrases.get(short));
      if (meanings) {
        return [length, meanings];
      }
    }
    return [1, null];
  }

  /** The last words may be the begin of a phrase that somebody is still typing: "tweede sp". */
  #takeBegin(rest, words, terms) {
    for (let length = Math.min(3, rest.length); length > 0; length -= 1) {
      const span = rest.slice(-length);
      const begin = span.join("");
      if (begin.length < FEWEST_LETTERS || words.slice(-length).join("") !== begin) {
        continue;
      }
      const meanings = this.#servicesWhere((key) => key.startsWith(begin));
      if (meanings.length) {
        terms.push(termOf(span.join(" "), meanings));
        return rest.slice(0, -length);
      }
    }
    return rest;
  }

  /**
   * What a word can be that is no phrase: another form of one, or one with a slip of the keys. Then it is a term, and
   * nothing is left of it; else the word itself, or the word of a name that it is with a slip.
   */
  #guess(word, terms) {
    if (word.length < FEWEST_LETTERS) {
      return word;
    }
    const forms = this.#servicesWhere(
      (key) => key.length >= FEWEST_LETTERS && word.startsWith(key) && word.length - key.length <= LONGEST_ENDING,
    );
    if (forms.length) {
      terms.push(termOf(word, forms));
      return null;
    }
    if (this.#named((name) => isIn(name, [word])).size) {
      return word;
    }
    const slips = [...this.#phrases].find(([key]) => key.length >= FEWEST_LETTERS && isOneSlip(key, word));
    if (slips) {
      terms.push(termOf(word, slips[1]));
      return null;
    }
    const all = this.#providers.flatMap(({ names }) => names.flatMap((name) => name.words));
    return all.find((each) => each.length >= FEWEST_LETTERS && isOneSlip(each, word)) ?? word;
  }

  #servicesWhere(holds) {
    return [...this.#phrases]
      .filter(([key]) => holds(key))
      .flatMap(([, meanings]) => meanings.filter(({ kind }) => kind === "service"));
  }
}

/** A phrase, and what it is in the other number where English changes its last letter: babies, baby. */
const inBothNumbers = (key) => [key, key.endsWith("y") ? `${key.slice(0, -1)}ies` : key.replace(/ies$/, "y")];

/** Whether a name has what stands in a chunk without spaces: as one word, or its parts each: "step-by", "A&O". */
export const isIn = (name, chunk) => hasBegin(name, chunk.join("")) || chunk.every((word) => hasBegin(name, word));

/** A single letter must be a word of its own: else nearly all names have it. */
const hasBegin = ({ words, starts }, word) =>
  word.length === 1 ? words.includes(word) : starts.some((start) => start.startsWith(word));

/** Whether a name begins with all that was typed; the words of both written as one. */
const isBeginOf = ({ starts }, words) => Boolean(starts[0]?.startsWith(words.join("")));

const termOf = (typed, meanings) => ({
  kind: meanings[0].kind,
  typed,
  phrase: meanings[0].phrase,
  places: [...new Set(meanings.filter(({ kind }) => isSame(kind, meanings[0].kind)).map(({ place }) => place))],
});

const isSame = (kind, other) => (kind === "service") === (other === "service");

// The site's words as a script says them, by the rules of generator/site/words/catalogue.py, whose catalogue it is.

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
const list = new Intl.ListFormat(language, { type: "conjunction" });

// Hebrew, Arabic and their like.
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// What is set apart already, and the end of a sentence in any script, also within quotation marks or set apart.
const KEPT_APART = /\u2068[^\u2069]*\u2069/g;
const END = /[.!?\u2026\u203d\u3002\uff01\uff1f\u061f\u06d4\u0964]['"\u2019\u201d\u00bb\u2069]*$/;

/**
 * A name for a line. Written from right to left it is set apart, or what stands beside it would change places with it; and
 * so it is where it begins with a mark, which would be drawn on the character before it.
 */
export const apart = (name) =>
  /^\p{M}/u.test(name) || FROM_THE_RIGHT.test(name.replace(KEPT_APART, "")) ? `\u2068${name}\u2069` : name;

/** Names as one phrase: "A, B en C". */
export const listed = (names) => list.format(names.map(apart));

/**
 * What fills in phrases of `catalogue`: `say("tray.count", { count: 2 })`. Dots lead into groups; where a phrase has
 * plural forms, the first value chooses, and for 0 there can be one of its own.
 */
export function phrasebook(catalogue) {
  return (key, values = {}) => {
    const found = key.split(".").reduce((group, part) => group?.[part], catalogue);
    const phrase = typeof found === "string" ? found : formOf(found, Object.values(values)[0]);
    if (typeof phrase !== "string") {
      throw new Error(`there is no phrase ${key}`);
    }
    return phrase.replace(/\{(\w+)\}(\.?)/g, (_, name, stop) => {
      const value = written(values[name]);
      return END.test(value) ? value : value + stop;
    });
  };
}

const formOf = (forms, count) => (count === 0 && forms?.zero) || forms?.[plural.select(count)];

const written = (value) => (typeof value === "number" ? number.format(value) : apart(String(value)));

// Letters as generator/letters.py compares them: small, without marks.

// Latin letters that Unicode does not take apart into a letter and a mark, by what they are read as.
const READ_AS = {
  a: "ⱥẚ", ae: "æ", b: "ƀƃɓ", c: "ƈȼ", d: "đðƌȡɖɗ", db: "ȸ", e: "ǝɇəɛ", f: "ƒ", g: "ǥɠɣ", h: "ħ", hv: "ƕ", i: "ıɨɩ",
  j: "ȷɉ", k: "ĸƙ", l: "łŀƚȴ", ll: "ỻ", m: "ɯ", n: "ŋŉƞȵɲ", o: "øɔɵ", oe: "œ", oi: "ƣ", ou: "ȣ", p: "ƥ", q: "ɋ", qp:
  "ȹ", r: "ɍʀ", s: "ȿẜẝʃ", ss: "ß", t: "ŧƫƭȶʈⱦ", th: "þ", u: "ʉʊ", v: "ỽʋʌ", w: "ƿ", y: "ƴɏȝỿ", z: "ƶƹƺȥɀʒ",
};
// One letter of Greek has two forms, and what stands for an apostrophe or a hyphen is none.
const APOSTROPHES =
  "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u2032\u2035\ua78b\ua78c`\u00b4";
const HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212";
const WHOLE = new Map(
  Object.entries({ ...READ_AS, σ: "ς", "'": APOSTROPHES, "-": HYPHENS }).flatMap(([base, letters]) =>
    [...letters].map((letter) => [letter, base]),
  ),
);
const ANY_WHOLE = new RegExp(`[${[...WHOLE.keys()].join("")}]`, "g");
// Initials, as in "A.B. Werk" and "a. b. werk": letters with a dot between them, which no letter or digit touches. A word
// is found whole, so that none begin within it: "ir. A.B. Werk".
const WORD_OR_INITIALS =
  /[\p{L}\p{N}]{2,}|(?:[\p{L}\p{Nl}\p{No}]\.\s?)+[\p{L}\p{Nl}\p{No}](?![\p{L}\p{N}])/gu;
const LONGEST_ID = 80;

const whole = (text) => text.toLowerCase().replace(ANY_WHOLE, (letter) => WHOLE.get(letter));

/** A text in small letters without marks, initials as one word: "Bèta" is "beta", "Øst" is "ost", "A.B." is "ab.". */
export const plain = (text) =>
  // Once more: what was taken apart may hold a capital, or a letter that cannot be.
  whole(whole(text).normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "")).replace(WORD_OR_INITIALS, (run) =>
    run.replace(/[.\s]/g, ""),
  );

/** The words of a text in plain letters and digits; anything else parts them. */
export const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The id that a provider by this name would get. */
export function slug(name) {
  const parts = plain(name).replaceAll("'", "").match(/[a-z0-9]+/g) ?? [];
  return parts.join("-").slice(0, LONGEST_ID).replace(/-+$/, "");
}

/** Whether two words are the same but for one slip of the keys: a letter more, less, other, or two exchanged. */
export function isOneSlip(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) {
    return false;
  }
  let start = 0;
  while (start < short.length && short[start] === long[start]) {
    start += 1;
  }
  const rest = (word, skipped) => word.slice(start + skipped);
  if (long.length > short.length) {
    return rest(short, 0) === rest(long, 1);
  }
  const isExchanged = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, 1) === rest(long, 1) || (isExchanged && rest(short, 2) === rest(long, 2));
}

// Letters as generator/letters.py compares them: small, without marks.

const WHOLE = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n" };
const LONGEST_ID = 80;

/** A text in small letters without marks: "Bèta" is "beta", "Øst" is "ost". */
export const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[øæœßłđðþħıŋ]/g, (letter) => WHOLE[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");

/** The words of a text in plain letters and digits; anything else parts them. */
export const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The id that a provider by this name would get. */
export function slug(name) {
  const parts = plain(name).replace(/['’]/g, "").match(/[a-z0-9]+/g) ?? [];
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

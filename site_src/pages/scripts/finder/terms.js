// What was typed, as the words that the index knows: the same plain letters and digits as generator/site/finder/searchwords.py.

const MOST = 8; // words; more only make a search slower

/**
 * The words of a text without capitals and accents. Those that say nothing are left out, unless there is nothing else;
 * a single letter too: nearly everything has a word that begins with it. A single digit says something: "spoor 2".
 *
 * The words of a place are one word, as in the index: "noord holland" is not the north of one place and the rest of
 * another.
 */
export function termsOf(text, { smallWords, places }) {
  let plain = ` ${partsOf(text).join(" ")} `;
  for (const parts of places.map(partsOf)) {
    plain = plain.replaceAll(` ${parts.join(" ")} `, ` ${parts.join("")} `);
  }
  const words = plain.split(" ").filter((word) => word.length > 1 || /\p{N}/u.test(word));
  const telling = words.filter((word) => !smallWords.includes(word));
  return [...new Set(telling.length ? telling : words)].slice(0, MOST);
}

const partsOf = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether a record that has the words of `content` is one for `term`: one of them begins with it, or it with one. */
export function matches(content, term) {
  return content.split(" ").some((word) => word.startsWith(term) || (!word.endsWith("_") && term.startsWith(word)));
}

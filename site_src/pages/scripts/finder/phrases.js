// Phrases of the page's catalogue, with numbers as its language writes them.

const language = document.documentElement.lang;

/** A phrase, or the one of its plural forms that goes with `count`, with the numbers filled in. */
export function phraseFor(phrase, count, others = {}) {
  const form = typeof phrase === "string" ? phrase : (count === 0 && phrase.zero) || phrase[plural(count)];
  const numbers = { count, ...others };
  return form.replace(/\{(\w+)\}/g, (_, name) => numbers[name].toLocaleString(language));
}

const plural = (count) => new Intl.PluralRules(language).select(count);

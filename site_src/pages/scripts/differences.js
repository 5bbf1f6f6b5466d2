// Whether grades differ by more than chance alone would give: the same sum as tests/support/mover.py.

import { listed } from "./phrases.js";

const KINDS = ["larger", "smaller", "unknown"];

/**
 * Of two grades, each `{ value, likely: { low, high } | null }` with one decimal as text: is their difference "smaller"
 * than what chance alone would give, "larger", or is that "unknown"? A rounded grade has no likely ones: it is not known
 * well enough.
 *
 * The 95% interval of the difference by MOVER (Zou and Donner, 2008) holds zero just when the difference is no more
 * than the root of the squares of how far the higher grade could be lower, and the lower one higher.
 */
export function verdict(one, other) {
  if (!one.likely || !other.likely) {
    return "unknown";
  }
  const [lower, higher] = tenths(one.value) <= tenths(other.value) ? [one, other] : [other, one];
  const difference = tenths(higher.value) - tenths(lower.value);
  const down = tenths(higher.value) - tenths(higher.likely.low);
  const up = tenths(lower.likely.high) - tenths(lower.value);
  return difference ** 2 <= down ** 2 + up ** 2 ? "smaller" : "larger";
}

/** A grade in tenths, which are whole: "8.3" is 83. */
const tenths = (text) => Number(text.replace(".", ""));

/**
 * What there is to say of the differences in one row; null where fewer than two have a grade.
 *
 * `columns` are `{ name, cell }`. `text` is a sentence or two. Four providers make six differences: where more than one
 * would have to be named, `text` only counts them, and `pairs` has a line for each.
 */
export function differencesIn(columns, say) {
  const graded = columns.filter(({ cell }) => cell.value);
  if (graded.length < 2) {
    return null;
  }
  if (graded.every(({ cell }) => cell.value === graded[0].cell.value)) {
    return { text: say(graded[0].cell.remark ? "difference.equal_rounded" : "difference.equal"), pairs: [] };
  }
  const pairs = pairsOf(graded);
  const kinds = KINDS.map((kind) => pairs.filter((pair) => pair.kind === kind)).filter((each) => each.length);
  const few = rounded(graded, say) + little(pairs, say);
  if (kinds.length === 1) {
    return { text: say(`difference.all.${pairs[0].kind}`, { count: pairs.length }) + few, pairs: [] };
  }
  const [most, ...fewer] = [...kinds].sort((one, other) => other.length - one.length);
  if (fewer.flat().length === 1) {
    const [exception] = fewer.flat();
    const first = say(`difference.one.${exception.kind}`, { pair: named(exception, say) });
    return { text: `${first} ${say(`difference.rest.${most[0].kind}`)}${few}`, pairs: [] };
  }
  return { text: counted(kinds, pairs.length, say) + few, pairs: pairs.map((pair) => line(pair, say)) };
}

function pairsOf(graded) {
  return graded.flatMap((one, place) =>
    graded.slice(place + 1).map((other) => ({ kind: verdict(one.cell, other.cell), members: [one, other] })),
  );
}

/** How many differences are of each kind. */
function counted([first, ...others], all, say) {
  const begin = say(`difference.count.${first[0].kind}`, { count: first.length, all });
  return [begin, ...others.map((each) => say(`difference.also.${each[0].kind}`, { count: each.length }))].join(" ");
}

const line = (pair, say) => say(`difference.line.${pair.kind}`, { pair: named(pair, say) });

const named = ({ members }, say) => listed(members.map(({ name }) => name));

/** That some of the grades are rounded, so that nothing can be said of their differences. */
function rounded(graded, say) {
  const names = graded.filter(({ cell }) => cell.remark).map(({ name }) => name);
  return names.length ? ` ${say("difference.rounded", { count: names.length, names: listed(names) })}` : "";
}

/** That some of the grades rest on few answers, where that is why nothing can be said of a difference. */
function little(pairs, say) {
  const unsure = pairs.filter((pair) => pair.kind === "unknown").flatMap((pair) => pair.members);
  const names = [...new Set(unsure.filter(({ cell }) => cell.level === "says_little").map(({ name }) => name))];
  return names.length ? ` ${say("difference.little", { count: names.length, names: listed(names) })}` : "";
}

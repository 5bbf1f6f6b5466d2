// The tables of a comparison: a column for each provider, a row for each group of people, a note below each row.
//
// On a phone the style sheet lays the cells of a row beneath each other; the roles keep it a table for a screen reader,
// and each cell then carries its provider's name.

import { differencesIn } from "./differences.js";
import { element, isolated, svg, unseen } from "./elements.js";
import { SITE } from "./main.js";
import { apart } from "./phrases.js";
import { positionOf } from "./scale.js";

const LEVELS = ["says_little", "impression", "fairly_certain"];

/**
 * The table of `providers` (files `comparison.json`), with the services that several of them have; those of one alone
 * are folded beneath it. `services` are `{ id, name, official }` in their order.
 */
export function comparison(providers, services, say) {
  const sharers = ({ id }) => providers.filter((provider) => id in provider.services).length;
  const shared = services.filter((service) => sharers(service) > 1 || (sharers(service) && providers.length === 1));
  const single = services.filter((service) => sharers(service) && !shared.includes(service));
  const rows = [
    body(row(say("period"), providers, ({ period }) => [element("span", { class: "kc-period" }, whenOf(period))])),
    graded(say("clients"), providers, ({ clients }) => clients, say),
    ...(providers.some(({ commissioners }) => commissioners)
      ? [graded(say("commissioners"), providers, ({ commissioners }) => commissioners, say)]
      : []),
    ...byService(providers, shared, say),
  ];
  const main = table(head(providers, say), say("caption"), rows);
  return single.length ? [main, folded(providers, single, say)] : [main];
}

const whenOf = ({ text, older }) => (older ? `${text} · ${older}` : text);

/** Services of one provider alone: nothing to compare, and there can be many. */
function folded(providers, services, say) {
  const rows = services.map((service) => ofService(service, providers, say));
  const title = say("single", { count: services.length });
  return element(
    "details",
    { class: "kc-fold" },
    element("summary", {}, title),
    table(plainHead(providers), title, rows),
  );
}

const table = (top, caption, rows) =>
  element("table", { class: "kc-table kc-compared", role: "table" }, element("caption", {}, caption), top, ...rows);

/** The names alone. */
function plainHead(providers) {
  const names = providers.map(({ name }) => element("th", { scope: "col", role: "columnheader" }, isolated(name)));
  return headOf(names);
}

const headOf = (columns) =>
  element(
    "thead",
    { role: "rowgroup" },
    element("tr", { role: "row" }, element("td", { role: "cell", class: "kc-compared__what" }), ...columns),
  );

const head = (providers, say) => headOf(providers.map((provider) => column(provider, say)));

/** Called after the provider alone, so that a cell is not announced with the button as well. */
function column({ id, name, page, ended }, say) {
  const link = element("a", { href: new URL(page, SITE).href, id: `kc-column-${id}` }, isolated(name));
  const remove = element(
    "button",
    { type: "button", class: "kc-quiet", "data-remove": id },
    say("remove"),
    unseen(` ${apart(name)}`),
  );
  return element(
    "th",
    { scope: "col", role: "columnheader", "aria-labelledby": link.id },
    link,
    ended ? element("span", { class: "kc-sub" }, ended) : null,
    remove,
  );
}

function byService(providers, services, say) {
  if (!services.length) {
    return [];
  }
  const heading = element(
    "th",
    { scope: "rowgroup", role: "rowheader", colspan: providers.length + 1, class: "kc-compared__group" },
    say("by_service"),
  );
  return [
    body(element("tr", { role: "row" }, heading)),
    ...services.map((service) => ofService(service, providers, say)),
  ];
}

function ofService(service, providers, say) {
  const cellOf = ({ services: cells, other_services: other }) => cells[service.id] ?? other;
  return graded(named(service), providers, cellOf, say);
}

/** A service by its plain name, with its official one beneath. */
function named({ name, official }) {
  return element("span", {}, name, official ? element("span", { class: "kc-sub" }, official) : null);
}

function graded(title, providers, cellOf, say) {
  const columns = providers.map((provider) => ({ name: provider.name, cell: cellOf(provider) }));
  const grades = row(title, providers, (provider) => shown(cellOf(provider)));
  const said = differencesIn(columns, say);
  return said ? body(grades, below(grades, note(said, say), providers.length)) : body(grades);
}

const body = (...rows) => element("tbody", { role: "rowgroup" }, ...rows);

/** What is to be said of a row, in a row of its own beneath it. */
function below(cells, said, width) {
  cells.firstChild.setAttribute("rowspan", 2);
  const cell = element("td", { role: "cell", colspan: width, class: "kc-compared__note" }, said);
  return element("tr", { role: "row" }, cell);
}

/** A sentence, or where there is more to tell than fits one, how many with the list folded beneath. */
function note({ text, pairs }, say) {
  if (!pairs.length) {
    return text;
  }
  const more = element("span", { class: "kc-compared__which" }, say("difference.which"));
  const items = pairs.map((each) => element("li", {}, each));
  const summary = element("summary", {}, text, " ", more);
  return element("details", { class: "kc-compared__pairs" }, summary, element("ul", {}, ...items));
}

function row(title, providers, contentOf) {
  return element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, title),
    ...providers.map((provider) =>
      element(
        "td",
        { role: "cell" },
        element("span", { class: "kc-label", "aria-hidden": "true" }, isolated(provider.name)),
        " ",
        ...contentOf(provider),
      ),
    ),
  );
}

/** A grade with how many answered, how sure it is and what is likely, or why there is none. */
function shown(cell) {
  if (!cell.value) {
    const absence = cell.absence ? [element("strong", {}, cell.absence), " "] : [];
    return [element("span", { class: "kc-reason" }, ...absence, cell.reason)];
  }
  const said = [cell.answered, cell.likely?.text].filter(Boolean);
  return [
    element(
      "span",
      { "data-certainty": 1 + LEVELS.indexOf(cell.level) },
      element("data", { value: cell.value }, cell.grade),
      cell.remark ? element("i", {}, cell.remark) : null,
      " ",
      element("small", {}, cell.certainty),
      scale(cell),
      ...said.flatMap((line) => [" ", element("span", { class: "kc-sub" }, line)]),
    ),
  ];
}

/** Where a grade and what is likely are on the scale. */
function scale({ value, likely }) {
  const [low, high] = likely ? [likely.low, likely.high].map(positionOf) : [];
  const interval = likely && { x: low, width: `${(parseFloat(high) - parseFloat(low)).toFixed(1)}%` };
  return svg(
    "svg",
    { "aria-hidden": "true" },
    svg("rect", {}),
    ...(interval ? [svg("rect", interval)] : []),
    svg("circle", { cx: positionOf(value) }),
  );
}

// The table of a comparison: a column for each provider, a row for each group of people, a note below each row.
//
// On a phone the style sheet lays the cells of a row beneath each other; the roles keep it a table for a screen reader,
// and each cell then carries its provider's name.

import { differencesIn } from "./differences.js";
import { element, unseen } from "./elements.js";
import { SITE } from "./main.js";

/** The table of `providers` (files `vergelijken.json`); `services` are `{ id, name, official }` in their order. */
export function comparisonTable(providers, services, say) {
  return element(
    "table",
    { class: "kc-table kc-compared", role: "table" },
    element("caption", {}, say("caption")),
    head(providers, say),
    body(row(say("period"), providers, ({ period }) => [element("span", { class: "kc-period" }, period.text)])),
    graded(say("clients"), providers, ({ clients }) => clients, say),
    graded(say("commissioners"), providers, ({ commissioners }) => commissioners, say),
    ...byService(providers, services, say),
  );
}

function head(providers, say) {
  return element(
    "thead",
    { role: "rowgroup" },
    element(
      "tr",
      { role: "row" },
      element("td", { role: "cell", class: "kc-compared__what" }),
      ...providers.map((provider) => column(provider, say)),
    ),
  );
}

/** Called after the provider alone, so that a cell is not announced with the button as well. */
function column({ id, name, page, ended }, say) {
  const link = element("a", { href: new URL(page, SITE).href, id: `kc-column-${id}` }, name);
  const remove = element(
    "button",
    { type: "button", class: "kc-quiet", "data-remove": id },
    say("remove"),
    unseen(` ${name}`),
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
  const known = services.filter(({ id }) => providers.some((provider) => id in provider.services));
  if (!known.length) {
    return [];
  }
  const heading = element(
    "th",
    { scope: "rowgroup", role: "rowheader", colspan: providers.length + 1, class: "kc-compared__group" },
    say("by_service"),
  );
  return [
    body(element("tr", { role: "row" }, heading)),
    ...known.map((service) =>
      graded(named(service), providers, ({ services: cells, other_services: other }) => cells[service.id] ?? other, say),
    ),
  ];
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
        element("span", { class: "kc-label", "aria-hidden": "true" }, provider.name),
        " ",
        ...contentOf(provider),
      ),
    ),
  );
}

/** A grade with how many answered and how sure it is, or why there is none. */
function shown(cell) {
  if (!cell.value) {
    const absence = cell.absence ? [element("strong", {}, cell.absence), " "] : [];
    return [element("span", { class: "kc-reason" }, ...absence, cell.reason)];
  }
  const lines = [cell.answered, cell.certainty, cell.likely?.text].filter(Boolean);
  const basis = lines.flatMap((line) => [" ", element("span", { class: "kc-sub" }, line)]);
  return [
    element(
      "span",
      {},
      element("data", { class: "kc-grade", value: cell.value }, cell.grade),
      cell.remark ? element("span", { class: "kc-rounded" }, cell.remark) : null,
    ),
    element("span", { class: "kc-compared__basis" }, ...basis),
  ];
}

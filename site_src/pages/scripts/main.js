// The one script of every page: it fetches what the page at hand needs, and nothing else.

/** Where the site stands, whatever path it is served under. */
export const SITE = new URL("../", import.meta.url);

/** What the finder searches, which `finder/register.js` reads. */
export const fetchTable = () => fetch(new URL("scripts/register.json", SITE));

/** Where the address asks something, it comes at the same time as the modules that read it; else null. */
export const asked = location.search && document.querySelector("[data-finder]") ? fetchTable() : null;

const PARTS = {
  "figure[data-chart]": "./charts.js",
  // On every page: what was chosen goes along.
  body: "./choice.js",
  ".kc-compare": "./comparison.js",
  "[data-badge]": "./own-website.js",
  "[data-copy]": "./copying.js",
  "[data-finder]": "./finder.js",
  "[data-md-component=palette]": "./scheme.js",
};

for (const [selector, part] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) {
    import(part).then(({ start }) => start());
  }
}

// On a phone the rows of a wide table are blocks: its roles stay, also where a browser then takes it for no table.
const ROLES = {
  "": "table",
  ":is(thead, tbody)": "rowgroup",
  tr: "row",
  "thead th": "columnheader",
  "tbody th": "rowheader",
  td: "cell",
};

for (const [part, role] of Object.entries(ROLES)) {
  document.querySelectorAll(`.kc-table--stack ${part}`).forEach((each) => each.setAttribute("role", role));
}

// What is printed says what was asked, and when.
addEventListener("beforeprint", () => {
  const [address, day] = document.querySelector(".kc-printed")?.children ?? [];
  if (address) {
    address.textContent = address.textContent.split("?")[0] + location.search;
    day.textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  }
});

// The one script of every page: it fetches what the page at hand needs, and nothing else.

/** Where the site stands, whatever path it is served under. */
export const SITE = new URL("../", import.meta.url);

const PARTS = {
  "figure[data-chart]": "./charts.js",
  // On every page: what was chosen goes along.
  body: "./choice.js",
  ".kc-compare": "./comparison.js",
  "[data-copy]": "./copying.js",
  "[data-finder]": "./finder.js",
};

for (const [selector, part] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) {
    import(part).then(({ start }) => start());
  }
}

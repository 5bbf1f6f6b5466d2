// The one script of every page: it fetches what the page at hand needs, and nothing else.

/** Where the site stands, whatever path it is served under. */
export const SITE = new URL("../", import.meta.url);

const PARTS = {
  "[data-finder]": "./finder.js",
};

for (const [selector, part] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) {
    import(part).then(({ start }) => start());
  }
}

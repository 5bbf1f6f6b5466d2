// Charts to explore, drawn by plotly in the place of the drawing that the page came with. Its script is large, so it is
// fetched only when a reader asks for it. The table beside a chart holds the same figures, whatever goes wrong here.

import { SITE } from "./main.js";

const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: false, responsive: true, showTips: false };

/**
 * Plotly looks for these before it adds rules of style to the page, which the site's policy refuses: its own, which stand
 * in chart.css, and those of its maps, of which we have none. The second name is another one in another version.
 */
const STYLED = [
  "plotly.js-style-global",
  "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53",
].map((id) => Object.assign(document.createElement("template"), { id, className: "no-inline-styles" }));

/** Fetched scripts by their address. */
const libraries = new Map();

/** The charts on the page as they came, by the element that they are drawn in. */
const drawn = new Map();

export function start() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const button = figure.querySelector(".kc-chart__explore");
    button.addEventListener("click", () => explore(figure, button));
  }
  new MutationObserver(recolour).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}

/** Fetches the chart and lays it over the drawing; whatever fails, the drawing stays, and the button comes back. */
async function explore(figure, button) {
  const { chart, script, loading, failed, hint } = figure.dataset;
  const notice = figure.querySelector(".kc-chart__notice");
  notice.textContent = loading;
  // In the place of the button, so that nothing moves, and so that the keyboard stays here.
  notice.tabIndex = -1;
  notice.focus({ preventScroll: true });
  button.hidden = true;
  try {
    const sources = [library(new URL(script, SITE)), json(new URL(chart, document.baseURI))];
    await draw(...(await Promise.all(sources)), figure);
    notice.textContent = hint;
  } catch (error) {
    console.error(error);
    notice.textContent = failed;
    button.hidden = false;
    button.focus({ preventScroll: true });
  }
}

function library(address) {
  if (!libraries.has(address.href)) {
    const coming = loaded(address);
    coming.catch(() => libraries.delete(address.href));
    libraries.set(address.href, coming);
  }
  return libraries.get(address.href);
}

function loaded(address) {
  const script = document.createElement("script");
  script.src = address.href;
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`${address} did not load`));
    script.addEventListener("load", () => (window.Plotly ? resolve(window.Plotly) : fail()));
    script.addEventListener("error", fail);
    document.head.append(...STYLED, script);
  });
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

async function draw(plotly, chart, figure) {
  const place = figure.querySelector(".kc-chart__plot");
  const plot = Object.assign(document.createElement("div"), { className: "kc-chart__live" });
  place.append(plot);
  try {
    const { data, layout } = dressed(chart, lookOf(plot));
    await plotly.newPlot(plot, data, layout, CONFIG);
  } catch (error) {
    plot.remove();
    throw error;
  }
  place.querySelector(".kc-plot").remove();
  figure.querySelector("[data-of-drawing]")?.remove();
  drawn.set(plot, { plotly, chart });
  follow(plot);
}

function recolour() {
  for (const [plot, { plotly, chart }] of drawn) {
    const { data, layout } = dressed(chart, lookOf(plot));
    plotly.react(plot, data, layout, CONFIG);
  }
}

/** A point that has a page leads there; where nothing hovers, the first tap says what it is and the second goes. */
function follow(plot) {
  const canHover = window.matchMedia("(hover: hover)").matches;
  let told = null;
  plot.on("plotly_hover", ({ points }) => plot.classList.toggle("kc-chart__live--link", Boolean(points[0].customdata)));
  plot.on("plotly_unhover", () => plot.classList.remove("kc-chart__live--link"));
  plot.on("plotly_click", ({ points, event }) => {
    const path = points[0].customdata;
    // The end of a swipe comes as a touch too; only a tap comes as a mouse afterwards.
    if (!path || event.type.startsWith("touch")) {
      return;
    }
    if (!canHover && told !== path) {
      told = path;
      return;
    }
    const page = new URL(path, document.baseURI);
    if (event.ctrlKey || event.metaKey) {
      window.open(page, "_blank", "noopener");
    } else {
      window.location.assign(page);
    }
  });
}

/** The colours and the font of the page as it is now, and the room around the drawing; sizes are in pixels. */
function lookOf(element) {
  const style = getComputedStyle(element);
  const around = getComputedStyle(element.parentElement);
  const side = (name) => Number.parseFloat(around[`padding${name}`]);
  const colour = (name) => style.getPropertyValue(`--kc-${name}`).trim();
  return {
    accent: colour("accent"),
    line: colour("line"),
    muted: colour("muted"),
    page: colour("page"),
    surface: colour("surface"),
    text: colour("text"),
    family: style.fontFamily,
    size: Number.parseFloat(style.fontSize),
    margin: { t: side("Top"), r: side("Right"), b: side("Bottom"), l: side("Left") },
  };
}

/** The line of an open mark, in pixels. */
const OPEN = 2.5;

/** What each kind of trace looks like. */
const KINDS = {
  band: (look) => ({ fillcolor: look.surface, line: { color: look.muted, width: 1, dash: "dot" } }),
  average: (look) => ({ line: { color: look.text, width: 1.5 } }),
  points: (look, { marker }) => ({
    marker: { color: look.accent, opacity: 0.7, line: { color: look.page, width: around(marker, 1) } },
  }),
  client: (look, { marker }) => stroke(look.accent, marker),
  commissioner: (look, { marker }) => stroke(look.muted, marker),
};

function stroke(color, marker) {
  return { line: { color, width: 2 }, marker: { color, opacity: 1, line: { width: around(marker, 0) } }, error_y: { color } };
}

/** How thick the line around each mark is: `usual`, but of an open one, of a rounded grade, the line is all there is. */
function around({ symbol }, usual) {
  const width = (name) => (name.endsWith("-open") ? OPEN : usual);
  return Array.isArray(symbol) ? symbol.map(width) : width(symbol);
}

/** The figure in the page's colours and font; the one that came stays as it is. */
function dressed({ data, layout }, look) {
  const font = { color: look.text, family: look.family, size: look.size };
  const axis = { color: look.muted, gridcolor: look.line };
  const own = {
    font,
    paper_bgcolor: look.page,
    plot_bgcolor: look.page,
    margin: look.margin,
    hoverlabel: { bgcolor: look.text, bordercolor: look.text, font: { ...font, color: look.page }, align: "left" },
    xaxis: { ...axis, showgrid: false },
    yaxis: axis,
    // Nothing moves, for nobody: a chart is there or it is not.
    transition: { duration: 0 },
  };
  return { data: data.map((trace) => merged(trace, KINDS[trace.meta](look, trace))), layout: merged(layout, own) };
}

/** Both objects as one new one, the groups that both have likewise; else the second's. */
function merged(one, other) {
  const result = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const isGroup = (each) => each !== null && typeof each === "object" && !Array.isArray(each);
    result[key] = isGroup(value) && isGroup(result[key]) ? merged(result[key], value) : value;
  }
  return result;
}

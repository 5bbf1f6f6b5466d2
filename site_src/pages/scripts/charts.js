// Charts, drawn by plotly. Its script is large, so it is fetched only when a chart comes into view, and where the reader
// saves data only when asked for. The table beside a chart holds the same figures, whatever goes wrong here.

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

/** How much of a chart must be in view, and how far outside it still counts. */
const WHOLE = { threshold: 0.9 };
const NEAR = { threshold: 0, rootMargin: "200px 0px" };

export function start() {
  const waiting = new Set();
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    if (navigator.connection?.saveData) {
      offer(figure);
    } else {
      waiting.add(stageOf(figure));
    }
  }
  // A page opens before its charts: one that stands in view as a whole comes at once, the others when the reader goes on.
  watch(waiting, WHOLE);
  if (window.scrollY > 0) {
    watch(waiting, NEAR);
  } else {
    window.addEventListener("scroll", () => watch(waiting, NEAR), { once: true, passive: true });
  }
  new MutationObserver(recolour).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}

function watch(waiting, how) {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, intersectionRatio, target } of entries) {
      if (isIntersecting && intersectionRatio >= how.threshold && waiting.delete(target)) {
        show(target.closest("figure"));
      }
    }
  }, how);
  waiting.forEach((stage) => observer.observe(stage));
}

function offer(figure) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kc-chart__show";
  button.textContent = figure.dataset.show;
  button.addEventListener("click", () => {
    button.remove();
    show(figure);
  });
  stageOf(figure).append(button);
}

async function show(figure) {
  const notice = document.createElement("p");
  notice.className = "kc-chart__notice";
  notice.textContent = figure.dataset.loading;
  stageOf(figure).append(notice);
  try {
    const address = new URL(figure.dataset.chart, document.baseURI);
    const script = new URL(figure.dataset.script, SITE);
    const [plotly, chart] = await Promise.all([library(script), json(address)]);
    await draw(plotly, figure.querySelector(".kc-chart__plot"), chart);
    notice.remove();
  } catch (error) {
    console.error(error);
    notice.textContent = figure.dataset.failed;
  }
}

function stageOf(figure) {
  return figure.querySelector(".kc-chart__stage");
}

function library(address) {
  if (!libraries.has(address.href)) {
    libraries.set(address.href, loaded(address));
  }
  return libraries.get(address.href);
}

function loaded(address) {
  const script = document.createElement("script");
  script.src = address.href;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => reject(new Error(`${address} did not load`)));
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

async function draw(plotly, plot, chart) {
  const { data, layout } = dressed(chart, lookOf(plot));
  await plotly.newPlot(plot, data, layout, CONFIG);
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
  plot.on("plotly_hover", ({ points }) => plot.classList.toggle("kc-chart__plot--link", Boolean(points[0].customdata)));
  plot.on("plotly_unhover", () => plot.classList.remove("kc-chart__plot--link"));
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

/** The colours and the font of the page as it is now; sizes are in pixels. */
function lookOf(element) {
  const style = getComputedStyle(element);
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
    width: element.clientWidth,
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
  first: (look, { marker }) => stroke(look.accent, marker),
  second: (look, { marker }) => stroke(look.muted, marker),
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
  // The key of the chart takes a second line where the first is too short for it.
  const top = look.width < look.size * 20 ? 5.2 : 3.7;
  const axis = { color: look.muted, gridcolor: look.line, linecolor: look.muted };
  const own = {
    font,
    paper_bgcolor: look.page,
    plot_bgcolor: look.page,
    margin: { t: look.size * top, r: look.size * 0.8, b: look.size * 3.6, l: look.size * 2 },
    hoverlabel: { bgcolor: look.text, bordercolor: look.text, font: { ...font, color: look.page }, align: "left" },
    title: { x: 0, xanchor: "left", y: 1, yref: "container", yanchor: "top", pad: { t: look.size * 0.3 }, font },
    legend: {
      orientation: "h",
      x: 0,
      y: 1,
      yanchor: "bottom",
      bgcolor: look.page,
      font,
      itemclick: false,
      itemdoubleclick: false,
    },
    xaxis: { ...axis, showgrid: false, showline: true, ticks: "outside", title: { font } },
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

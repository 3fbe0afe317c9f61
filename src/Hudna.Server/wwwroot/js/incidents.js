// Filters, timeline and map narrow one another without a page load; the address always holds the state. Without this script the
// form, the bars and the places are plain links and fields.
import "./map.js";

const filters = document.getElementById("filters");
const figure = document.querySelector("[data-map]");

function address() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(filters)) if (value) query.set(name, value);
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
}

let asked = 0;
async function show(href, remember = true) {
  const mine = ++asked;
  const answer = await fetch(href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return;
  if (!page.getElementById("results")) {
    location.href = href;
    return;
  }
  if (remember) history.pushState(null, "", answer.url);
  for (const id of ["list", "total", "notices", "seen"]) document.getElementById(id).replaceWith(page.getElementById(id));
  const before = document.querySelector("[data-timeline]"), after = page.querySelector("[data-timeline]");
  if (before && after) before.replaceWith(after);
  else if (before) before.hidden = true;
  else if (after) document.getElementById("results").before(after);
  for (const link of document.querySelectorAll(".switch, [href^='/api/']")) {
    const same = page.querySelector(link.matches(".switch") ? ".switch" : `[href^='/api/']`);
    if (same) link.href = same.href;
  }
  const drawn = page.querySelector("[data-map]");
  if (drawn) {
    figure.dataset.points = drawn.dataset.points;
    figure.dataset.placeUrl = drawn.dataset.placeUrl;
    figure.dataset.seen = drawn.dataset.seen ?? "[]";
    figure.querySelector("figcaption").replaceWith(drawn.querySelector("figcaption"));
    figure.querySelector(".map-drawn").replaceWith(drawn.querySelector(".map-drawn"));
    figure.setPoints?.(JSON.parse(figure.dataset.points));
    figure.setSeen?.(JSON.parse(figure.dataset.seen));
  }
  for (const name of ["place", "actor"]) {
    const field = filters.elements[name], same = page.getElementById("filters").elements[name];
    field.toggleAttribute("aria-invalid", same.hasAttribute("aria-invalid"));
    if (field.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
  }
  if (!remember) fill(page.getElementById("filters"));
}

function fill(other) {
  for (const field of filters.elements) {
    const same = field.name && other.elements[field.name];
    if (!same) continue;
    if (field.type === "checkbox") field.checked = same.checked;
    else field.value = same.value;
  }
}

filters.addEventListener("change", () => show(address()));
filters.addEventListener("submit", event => {
  event.preventDefault();
  show(address());
});
addEventListener("popstate", () => show(location.href, false));
document.addEventListener("map:box", event => {
  filters.elements.box.value = event.detail;
  show(address());
});

// The brush: drag over the days. The direction of time follows the page's.
let from = null;
const dayAt = (svg, x) => {
  const { first, days } = svg.closest("[data-timeline]").dataset;
  const area = svg.getBoundingClientRect();
  let share = (x - area.left) / area.width;
  if (document.dir === "rtl" || document.body.dir === "rtl") share = 1 - share;
  const index = Math.min(days - 1, Math.max(0, Math.floor(share * days)));
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + index);
  return { index, iso: day.toISOString().slice(0, 10) };
};

function drawBrush(svg, a, b) {
  let brush = svg.querySelector(".brush");
  if (!brush) {
    brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    brush.setAttribute("class", "brush");
    brush.setAttribute("height", "100");
    svg.prepend(brush);
  }
  const days = +svg.closest("[data-timeline]").dataset.days, step = 1000 / days;
  const first = Math.min(a, b), last = Math.max(a, b);
  const rtl = document.body.dir === "rtl";
  brush.setAttribute("x", rtl ? 1000 - (last + 1) * step : first * step);
  brush.setAttribute("width", (last - first + 1) * step);
}

document.addEventListener("pointerdown", event => {
  const svg = event.target.closest("[data-timeline] svg");
  if (svg && event.button === 0) from = { svg, x: event.clientX, ...dayAt(svg, event.clientX) };
});
document.addEventListener("pointermove", event => {
  if (from && Math.abs(event.clientX - from.x) > 4) drawBrush(from.svg, from.index, dayAt(from.svg, event.clientX).index);
});
document.addEventListener("pointerup", event => {
  if (!from) return;
  const dragged = Math.abs(event.clientX - from.x) > 4, to = dayAt(from.svg, event.clientX);
  const [first, last] = from.index <= to.index ? [from, to] : [to, from];
  from = null;
  if (!dragged) return;
  addEventListener("click", e => e.preventDefault(), { capture: true, once: true });
  setTimeout(() => dispatchEvent(new Event("click")), 0);
  filters.elements.from.value = first.iso;
  filters.elements.to.value = last.iso;
  show(address());
});
document.addEventListener("dragstart", event => {
  if (event.target.closest("[data-timeline]")) event.preventDefault();
});

// A bar or a place is a link to this page under another filter: follow it without a load.
document.addEventListener("click", event => {
  const link = event.target.closest("[data-timeline] a, .pager a");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const href = link.href.baseVal ?? link.href;
  show(href).then(() => {
    const query = new URL(href, location.href).searchParams;
    for (const name of ["from", "to"]) filters.elements[name].value = query.get(name) ?? "";
  });
});

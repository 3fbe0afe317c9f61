// The slider shows another day without a page load, from the steps that the page carries. Without this script the date field and
// the links to the day before and after do the same.
const slider = document.getElementById("day"), name = document.getElementById("day-name"), control = document.querySelector("[data-control]");

const dayMs = 86_400_000;
const isoOf = number => new Date(number * dayMs).toISOString().slice(0, 10);
const numberOf = iso => Math.round(Date.parse(`${iso}T00:00:00Z`) / dayMs);

if (slider && control) {
  const places = JSON.parse(control.dataset.control), months = JSON.parse(control.dataset.months), shapes = JSON.parse(control.dataset.shapes);
  const changes = [...new Set(Object.values(places).flat().map(step => step.from))].filter(from => from > "0001-01-01").sort();
  const spots = group("svg [data-place]"), rows = group("tr[data-place]");
  const field = document.querySelector("#filters [name=on]");

  function group(selector) {
    return new Map([...control.querySelectorAll(selector)].map(element => [element.dataset.place, element]));
  }

  function drawSign(svg, step) {
    svg.querySelector("path").setAttribute("d", shapes[step.look]);
    let text = svg.querySelector("text");
    if (!text && step.mark) {
      text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.setAttribute("x", "0");
      text.setAttribute("y", "4.5");
      svg.append(text);
    }
    if (text) text.textContent = step.mark;
  }

  function showPlace(id, step) {
    const shown = !control.dataset.holder || step.groups.includes(control.dataset.holder);
    const spot = spots.get(id), row = rows.get(id), placeName = row.querySelector("th a").textContent.trim();
    if (spot) {
      spot.setAttribute("class", ["sign", step.look, step.siege && "besieged", !shown && "out"].filter(Boolean).join(" "));
      spot.querySelector("title").textContent = [placeName, step.holder, step.since, step.siege, step.parts].filter(Boolean).join(" – ");
      drawSign(spot, step);
    }
    row.hidden = !shown;
    row.className = `state-${step.look}`;
    for (const cell of row.querySelectorAll("[data-cell]")) cell.textContent = step[cell.dataset.cell];
    const sign = row.querySelector(".holder .sign");
    sign.setAttribute("class", `sign ${step.look}`);
    drawSign(sign, step);
    return shown ? step.groups : [];
  }

  function show(iso) {
    const [year, month, day] = iso.split("-").map(Number), text = `${day} ${months[month - 1]} ${year}`;
    name.replaceChildren(Object.assign(document.createElement("bdi"), { textContent: text }));
    slider.setAttribute("aria-valuetext", text);
    field.value = iso;
    const groups = new Set(Object.entries(places).flatMap(([id, steps]) => showPlace(id, steps.findLast(step => step.from <= iso))));
    for (const item of document.querySelectorAll(".sign-legend [data-group]")) item.classList.toggle("absent", !groups.has(item.dataset.group));
    turn("before", changes.findLast(change => change < iso));
    turn("after", changes.find(change => change > iso));
    for (const link of document.querySelectorAll("[data-export], .switch")) link.href = at(link.href, iso);
  }

  function at(href, iso) {
    const address = new URL(href, location.href);
    address.searchParams.set("on", iso);
    return address.href;
  }

  function turn(direction, iso) {
    const link = document.querySelector(`[data-turn=${direction}]`);
    if (iso) link.href = at(location.href, iso);
    else link.removeAttribute("href");
    link.toggleAttribute("aria-disabled", !iso);
    if (!iso) link.setAttribute("aria-disabled", "true");
    link.dataset.day = iso ?? "";
  }

  slider.addEventListener("input", () => show(isoOf(+slider.value)));
  slider.addEventListener("change", () => history.replaceState(null, "", at(location.href, isoOf(+slider.value))));
  document.addEventListener("click", event => {
    const link = event.target.closest("[data-turn][data-day]");
    if (!link?.dataset.day || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    slider.value = numberOf(link.dataset.day);
    history.replaceState(null, "", at(location.href, link.dataset.day));
    show(link.dataset.day);
  });
  show(isoOf(+slider.value));
}

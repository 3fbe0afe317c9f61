// Puts a live map in the place of the drawn one. Where that cannot be (no WebGL2), the drawing stays.
const kmPerDegree = 111.195;
const withoutMarks = s => s.replace(/[\u064b-\u065f\u0670\u0640]/g, "");

function circle(point) {
  const ring = [];
  const wide = point.km / (kmPerDegree * Math.cos(point.lat * Math.PI / 180)), high = point.km / kmPerDegree;
  for (let i = 0; i <= 64; i++) {
    const angle = i / 32 * Math.PI;
    ring.push([point.lon + wide * Math.cos(angle), point.lat + high * Math.sin(angle)]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

const features = items => ({ type: "FeatureCollection", features: items });
const areas = points => features(points.filter(p => p.km > 0).map(p => ({ type: "Feature", geometry: circle(p), properties: p })));
const dots = points => features(points.map(p => ({ type: "Feature", geometry: { type: "Point", coordinates: [p.lon, p.lat] }, properties: p })));
const names = labels => features(labels.map(l => ({
  type: "Feature", geometry: { type: "Point", coordinates: [l.lon, l.lat] }, properties: { text: withoutMarks(l.text) },
})));

function colours() {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue(`--${name}`).trim();
}

function styleOf(points, labels, land, seen) {
  const colour = colours();
  const dot = ["case", ["get", "differs"], colour("dot-differ"), colour("dot")];
  const font = ["Hudna Sans"];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      areas: { type: "geojson", data: areas(points) },
      dots: { type: "geojson", data: dots(points) },
      seen: { type: "geojson", data: areas(seen) },
      names: { type: "geojson", data: names(labels) },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colour("water") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land") } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": colour("coast"), "line-width": 1 } },
      { id: "seen", type: "fill", source: "seen", paint: { "fill-color": ["case", ["get", "denied"], colour("bad"), colour("good")], "fill-opacity": 0.14 } },
      { id: "seen-edge", type: "line", source: "seen", paint: { "line-color": ["case", ["get", "denied"], colour("bad"), colour("good")], "line-width": 1.5 } },
      { id: "town", type: "circle", source: "names", paint: { "circle-radius": 2, "circle-color": colour("ink-2") } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": dot, "fill-opacity": 0.12 } },
      { id: "edges", type: "line", source: "areas", paint: { "line-color": dot, "line-width": 1.2, "line-dasharray": [3, 2] } },
      {
        id: "names", type: "symbol", source: "names",
        layout: { "text-field": ["get", "text"], "text-font": font, "text-size": 13, "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.8 },
        paint: { "text-color": colour("ink-2"), "text-halo-color": colour("land"), "text-halo-width": 1.5 },
      },
      {
        id: "dots", type: "circle", source: "dots",
        paint: { "circle-radius": ["+", 4, ["*", 2, ["sqrt", ["get", "count"]]]], "circle-color": dot, "circle-stroke-color": colour("surface"), "circle-stroke-width": 1.5 },
      },
      {
        id: "tallies", type: "symbol", source: "dots", filter: [">", ["get", "count"], 1],
        layout: { "text-field": ["to-string", ["get", "count"]], "text-font": font, "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true },
        paint: { "text-color": colour("surface") },
      },
    ],
  };
}

function hrefOf(figure, point) {
  if (point.anchor) return `#${point.anchor}`;
  if (point.number) return figure.dataset.incidentUrl + point.number;
  if (point.place) return figure.dataset.placeUrl.replace("PLACE", encodeURIComponent(point.place));
  return null;
}

async function enliven(figure) {
  if (!document.createElement("canvas").getContext("webgl2")) return;
  const library = await import(figure.dataset.library);
  if (figure.dataset.worker) library.setWorkerUrl?.(new URL(figure.dataset.worker, location.href).href);
  await Promise.all([
    document.fonts.load("600 13px 'Hudna Sans'", "حلب Aleppo"), document.fonts.load("400 13px 'Hudna Sans'", "حلب Aleppo"),
    new Promise(done => {
      const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: figure.dataset.sheet, onload: done, onerror: done });
      document.head.append(sheet);
    }),
  ]);
  const box = figure.querySelector(".map-live");
  const points = JSON.parse(figure.dataset.points), labels = JSON.parse(figure.dataset.labels), seen = JSON.parse(figure.dataset.seen ?? "[]");
  const [west, south, east, north] = figure.dataset.frame.split(",").map(Number);
  box.hidden = false;
  const map = new library.Map({
    container: box, style: styleOf(points, labels, figure.dataset.land, seen), bounds: [[west, south], [east, north]],
    attributionControl: false, dragRotate: false, pitchWithRotate: false, renderWorldCopies: false, maxZoom: 12, cooperativeGestures: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), document.dir === "rtl" ? "top-left" : "top-right");
  map.addControl(new library.ScaleControl({ maxWidth: 120, unit: "metric" }), document.dir === "rtl" ? "bottom-right" : "bottom-left");
  // The drawing goes only once the live map is really there; it keeps its room, and stays for print.
  map.once("idle", () => {
    figure.dataset.live = "true";
  });
  const popup = new library.Popup({ closeButton: false, closeOnClick: false });
  map.on("mousemove", "dots", event => {
    map.getCanvas().style.cursor = "pointer";
    popup.setLngLat(event.features[0].geometry.coordinates).setText(event.features[0].properties.title).addTo(map);
  });
  map.on("mouseleave", "dots", () => {
    map.getCanvas().style.cursor = "";
    popup.remove();
  });
  map.on("click", "dots", event => {
    const href = hrefOf(figure, event.features[0].properties);
    if (href) figure.dispatchEvent(new CustomEvent("map:open", { bubbles: true, cancelable: true, detail: href })) && (location.href = href);
  });
  if (figure.dataset.filter) offerSearch(figure, map);
  figure.setSeen = fresh => map.getSource("seen").setData(areas(fresh));
  figure.setPoints = fresh => {
    map.getSource("areas").setData(areas(fresh));
    map.getSource("dots").setData(dots(fresh));
  };
}

// Once the reader has moved the map, a button narrows the list to what it shows.
function offerSearch(figure, map) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "map-search primary", textContent: figure.dataset.searchHere, hidden: true });
  figure.append(button);
  map.on("moveend", event => {
    if (event.originalEvent) button.hidden = false;
  });
  button.addEventListener("click", () => {
    const b = map.getBounds();
    const box = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map(d => d.toFixed(3)).join(",");
    button.hidden = true;
    figure.dispatchEvent(new CustomEvent("map:box", { bubbles: true, detail: box }));
  });
}

for (const figure of document.querySelectorAll("[data-map]")) {
  enliven(figure).catch(error => {
    figure.querySelector(".map-live").hidden = true;
    console.warn("The drawn map stays:", error.message);
  });
}

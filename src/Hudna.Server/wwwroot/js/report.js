// The report page: a claim and its words show each other; keys j k a e r n ? decide without the mouse. Without this script
// the same links and forms work with full page loads.
const text = document.getElementById("text");
const list = () => [...document.querySelectorAll("#claims .claim")];
const cards = () => document.getElementById("claims");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
let lit = null;

function spansOf(card) {
  return card.dataset.spans.split(",").map(s => s.split("-").map(Number));
}

function light(card) {
  if (lit === card) return;
  lit = card;
  for (const seg of text.querySelectorAll(".seg.lit")) seg.classList.remove("lit", "lit-main");
  if (!card) return;
  const [main, ...rest] = spansOf(card);
  for (const seg of text.querySelectorAll(".seg")) {
    const from = +seg.dataset.s, to = +seg.dataset.e;
    const within = ([s, e]) => from < e && s < to;
    if (within(main)) seg.classList.add("lit", "lit-main");
    else if (rest.some(within)) seg.classList.add("lit");
  }
}

function showInText(card) {
  document.getElementById(`t-${card.id}`)?.scrollIntoView({ block: "center", behavior: still });
}

function current() {
  return document.activeElement?.closest(".claim") ?? null;
}

function move(step) {
  const all = list();
  if (all.length === 0) return;
  const at = all.indexOf(current() ?? lit);
  const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", behavior: still });
  showInText(next);
}

// Posts a decision and puts the answer's card in the place of the old one. Falls back to an ordinary post whenever the answer
// is another page (a name is asked for, the session is gone).
async function send(form) {
  const card = form.closest(".claim");
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(card.id);
    if (!fresh || !page.getElementById("claims")) throw new Error("another page");
    card.replaceWith(fresh);
    document.getElementById("claims-count").replaceWith(page.getElementById("claims-count"));
    lit = null;
    fresh.focus({ preventScroll: true });
    fresh.scrollIntoView({ block: "nearest" });
    if (answer.ok && form.dataset.do === "accept") move(1);
  } catch {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
    HTMLFormElement.prototype.submit.call(form);
  }
}

cards().addEventListener("focusin", e => light(e.target.closest(".claim")));
cards().addEventListener("pointerover", e => light(e.target.closest(".claim") ?? current()));
cards().addEventListener("pointerleave", () => light(current()));
cards().addEventListener("submit", e => {
  if (e.target.matches(".decide form")) {
    e.preventDefault();
    send(e.target);
  }
});

text.addEventListener("pointerover", e => {
  const id = e.target.closest(".hit")?.dataset.claims.split(" ")[0];
  light(id ? document.getElementById(id) : current());
});
text.addEventListener("click", e => {
  const id = e.target.closest(".hit")?.dataset.claims.split(" ")[0];
  if (!id) return;
  e.preventDefault();
  const card = document.getElementById(id);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: still });
});

const help = document.getElementById("keys");
function toggleHelp() {
  help.open = !help.open;
  help.querySelector("summary").focus();
  help.scrollIntoView({ block: "nearest", behavior: still });
}
document.querySelector("[data-do=help]")?.addEventListener("click", toggleHelp);

// Words selected in the text, as their place in it: each paragraph says where it begins.
function placeOf(node, at) {
  const paragraph = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("#text p[data-s]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, at);
  return { place: +paragraph.dataset.s + before.toString().length, paragraph };
}

function chosen() {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = placeOf(range.startContainer, range.startOffset);
  if (!from) return null;
  // A selection of a whole paragraph ends after it, outside the text when it is the last one.
  const to = placeOf(range.endContainer, range.endOffset)?.place ?? +from.paragraph.dataset.s + from.paragraph.textContent.length;
  return to > from.place ? { from: from.place, to, range } : null;
}

const opener = document.querySelector("[data-do=add]"), beside = document.getElementById("add-chosen");
function addAddress() {
  const words = chosen(), address = new URL(opener.href);
  if (words) address.searchParams.set("add", `${words.from}-${words.to}`);
  return address.href;
}

document.addEventListener("selectionchange", () => {
  if (!opener || !beside) return;
  const words = chosen();
  beside.hidden = !words;
  if (!words) return;
  beside.href = addAddress();
  const box = words.range.getBoundingClientRect(), pane = beside.offsetParent.getBoundingClientRect();
  beside.style.insetBlockStart = `${box.bottom - pane.top + 6}px`;
  beside.style.left = `${Math.max(4, Math.min(box.left - pane.left, pane.width - beside.offsetWidth - 4))}px`;
});
// A press of the mouse would drop the selection before the click comes.
for (const link of [opener, beside]) link?.addEventListener("mousedown", event => event.preventDefault());
opener?.addEventListener("click", () => opener.href = addAddress());

const actions = {
  n: () => {
    if (opener) location.href = addAddress();
  },
  j: () => move(1),
  k: () => move(-1),
  "?": toggleHelp,
  a: card => card?.querySelector("[data-do=accept] button")?.click(),
  e: card => card?.querySelector("[data-do=edit]")?.click(),
  r: card => {
    const details = card?.querySelector("details.reject");
    if (!details) return;
    details.open = true;
    details.querySelector("input[name=reason]").focus();
  },
  Enter: card => card && showInText(card),
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && event.target.closest?.(".claim-form")) {
    event.target.closest(".claim").focus();
    return;
  }
  if (event.target.closest?.("input, textarea, select, button, summary, a") && !(event.target.matches("a, button, summary") && event.key !== "Enter")) return;
  // An Arabic keyboard gives Arabic letters: the key's place on the board decides.
  const key = event.key === "؟" ? "?" : event.key.length === 1 && event.key > "\u007f" ? event.code.replace("Key", "").toLowerCase() : event.key;
  const act = actions[key];
  if (!act) return;
  event.preventDefault();
  act(current());
});

// The edit form opens by a page load with its place in the address; put the reader there.
const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (target?.matches(".claim-add")) {
  const first = target.querySelector("[name=words]").value ? "[name=kind]" : "[name=words]";
  (target.querySelector("[aria-invalid=true]") ?? target.querySelector(first)).focus();
  document.getElementById("span")?.scrollIntoView({ block: "center", behavior: still });
} else if (target?.matches(".claim")) {
  (target.querySelector(".claim-form input[name=reason]") ? target.querySelector(".claim-form select, .claim-form input:not([type=hidden])") : target).focus();
  showInText(target);
}

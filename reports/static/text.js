// The aligned text: which versions are shown, and a fact's counterparts in all of them.
let places = null;  // The elements of each fact, by its key; found once, when the browser has nothing else to do.
let pinned = null;
let lit = [];

function placesOf(key) {
  if (!places) {
    places = new Map();
    for (const element of $$("#text [data-k]")) {
      for (const one of element.dataset.k.split(" ")) {
        if (places.has(one)) places.get(one).push(element);
        else places.set(one, [element]);
      }
    }
  }
  return places.get(key) ?? [];
}

function light(key) {
  for (const element of lit) element.classList.remove("lit");
  lit = key === null ? [] : [...placesOf(key), document.getElementById(`k-${key}`)].filter(Boolean);
  for (const element of lit) element.classList.add("lit");
  showCounterparts(key);
}

// The fact in every version, said at the foot of the window: its counterparts may be out of sight.
function showCounterparts(key) {
  const bar = $("#factbar");
  const row = key === null ? null : document.getElementById(`k-${key}`);
  bar.hidden = !row;
  if (!row) return;
  const names = $$(".facts thead th").slice(1).map((head) => ($(".name", head) ?? head).textContent);
  bar.replaceChildren(...[...row.children].slice(1).map((cell, i) => {
    const item = make("span", i && cell.matches(".error, .warning, .info") ? "bad" : "");
    const words = cell.lang ? cell : $(i ? "[lang]" : ".fact", cell);
    const value = make("b", "", (words ?? $(".word", cell))?.textContent ?? "–");
    if (words) value.lang = words.lang;
    item.append(make("span", "what", names[i] + (i && cell.matches(".same") ? " ✓" : "")), value);
    return item;
  }));
}

function factAt(event) {
  return event.target.closest?.("#text [data-k], .fact[data-k]")?.dataset.k.split(" ")[0] ?? null;
}

function setView(view) {
  for (const button of $$("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  const grid = $(".grid");
  const shown = (version) => view === "all" || version === view;
  for (const element of $$("[data-v]", grid)) if (!element.matches(".m")) element.hidden = !shown(element.dataset.v);
  for (const mark of $$(".o .m", grid)) mark.classList.toggle("off", view !== "all" && !mark.dataset.v.split(" ").includes(view));
  for (const row of $$(".row.alone", grid)) row.hidden = view !== "all" && $(`.cell[data-v="${view}"].none`, row) !== null;
  const columns = view === "all" ? $$("[role=columnheader]", grid).length : 2;
  grid.className = `grid c${Math.min(columns, 8)}`;
}

// Facts in the text that are on the screen or after it, for going from one to the next by key.
function stepFact(by) {
  const facts = $$("#text .grid [data-k]").filter((fact) => !fact.closest("[hidden]"));
  const at = facts.indexOf(document.activeElement);
  const next = facts[at < 0 ? 0 : Math.min(Math.max(at + by, 0), facts.length - 1)];
  if (!next) return;
  if (!next.hasAttribute("href")) next.tabIndex = -1;
  next.focus({preventScroll: true});
  bring(next, "center");
}

function startText() {
  (window.requestIdleCallback ?? setTimeout)(() => placesOf(""));
  document.addEventListener("mouseover", (event) => { if (pinned === null) light(factAt(event)); });
  document.addEventListener("focusin", (event) => {
    const key = factAt(event);
    if (key !== null || pinned === null) light(key);
  });
  document.addEventListener("click", (event) => {
    const view = event.target.closest("[data-view]");
    if (view) return setView(view.dataset.view);
    const key = factAt(event);
    if (key === null && !event.target.closest("#factbar")) pinned = null;
    else if (key !== null) pinned = key;
    light(pinned);
  });
  if (window.innerWidth < 900) setView($("[data-view]:not([data-view=all])")?.dataset.view ?? "all");
}

// The list of findings: filters, search, and going from one to the next.
const filters = {v: new Set(), s: new Set(), k: new Set(), n: new Set(), sure: 0, decision: "", search: ""};
const plainText = new WeakMap();

function searched(card) {
  if (!plainText.has(card)) plainText.set(card, fold(card.textContent));
  return plainText.get(card);
}

// Without accents and case, so that an editor need not type Vietnamese to find it.
function fold(words) {
  return words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
}

function passes(card, search) {
  for (const key of ["v", "s", "k", "n"]) if (filters[key].size && !filters[key].has(card.dataset[key] ?? "")) return false;
  if (Number(card.dataset.c) < filters.sure) return false;
  const state = stateOf(card);
  if (filters.decision === "decided" ? state === "open" : filters.decision && state !== filters.decision) return false;
  return !search || searched(card).includes(search);
}

function applyFilters() {
  const search = fold(filters.search.trim());
  let shown = 0;
  for (const card of cards) {
    const pass = passes(card, search);
    if (card.hidden === pass) card.hidden = !pass;
    shown += pass;
  }
  const active = search || filters.sure || filters.decision || ["v", "s", "k", "n"].some((key) => filters[key].size);
  $("#reset").hidden = !active;
  $(".shown").textContent = active ? say("shown", {shown, total: cards.length}) : "";
}

function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
  filters[button.dataset.filter][on ? "add" : "delete"](button.dataset.value);
}

function resetFilters() {
  for (const button of $$("[data-filter]")) press(button, false);
  Object.assign(filters, {sure: 0, decision: "", search: ""});
  $("#sure").value = "0";
  $("#decision").value = $("#search").value = "";
  applyFilters();
}

function only(severity) {
  for (const button of $$("[data-filter=s]")) press(button, button.dataset.value === severity);
  applyFilters();
}

let current = null;

function go(card) {
  if (!card) return;
  current = card;
  const more = $("details", card);
  if (more) more.open = true;
  card.focus({preventScroll: true});
  bring(card, "start");
}

// What is off the screen has an estimated height, so that arriving there moves things: go until the place stays.
function bring(element, block) {
  let tries = 0;
  const again = (before) => {
    element.scrollIntoView({block, behavior: "instant"});
    const now = element.getBoundingClientRect().top;
    tries += 1;
    if (tries < 8 && Math.abs(now - before) > 1) requestAnimationFrame(() => again(now));
  };
  again(Infinity);
}

function step(by) {
  const shown = cards.filter((card) => !card.hidden);
  const at = shown.indexOf(current);
  go(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)]);
}

// A link to a finding that a filter hides shows it all the same.
function reveal() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { return; }
  const target = id && document.getElementById(id);
  if (!target) return;
  if (target.matches(".card")) {
    if (target.hidden) resetFilters();
    go(target);
  } else {
    showRow(target);
  }
}

function startFindings() {
  if (!$("#reset")) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-filter]");
    if (!button) return;
    press(button, button.getAttribute("aria-pressed") !== "true");
    applyFilters();
  });
  $("#sure").addEventListener("change", (event) => { filters.sure = Number(event.target.value); applyFilters(); });
  $("#decision").addEventListener("change", (event) => { filters.decision = event.target.value; applyFilters(); });
  let typed = 0;
  $("#search").addEventListener("input", (event) => {
    filters.search = event.target.value;
    clearTimeout(typed);
    typed = setTimeout(applyFilters, 60);  // The letters come first.
  });
  $("#reset").addEventListener("click", resetFilters);
  document.addEventListener("decided", applyFilters);
  $(".cards").addEventListener("focusin", (event) => { current = event.target.closest(".card") ?? current; });
}

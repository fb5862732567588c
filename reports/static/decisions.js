// An editor's decisions: one a fingerprint, kept in the browser, exported as the file that the checker honours.
// A decision is {decision: "fixed" | "fine", reason, who, date} with what the finding is known by; `page` says on which
// page it was made, `out` that it has been exported. What was marked fixed on an earlier page and is found again is open
// again.
const FIELDS = ["decision", "reason", "who", "date", "expires", "code", "language", "path", "original", "translation", "sentence"];
let decisions = recall("decisions", {});
const cards = $$(".card");
const byFingerprint = Map.groupBy ? Map.groupBy(cards, (card) => card.dataset.f) : grouped(cards);

function grouped(all) {
  const groups = new Map();
  for (const card of all) groups.set(card.dataset.f, [...(groups.get(card.dataset.f) ?? []), card]);
  return groups;
}

function decisionOf(card) {
  return decisions[card.dataset.f];
}

function isStale(made) {
  return made?.decision === "fixed" && made.page !== data.page.digest;
}

// "open", "fixed" or "fine".
function stateOf(card) {
  if ("silenced" in card.dataset) return "fine";
  const made = decisionOf(card);
  return made && !isStale(made) ? made.decision : "open";
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function decide(card, decision, reason = "") {
  decisions = recall("decisions", {});  // Another tab may have decided in the meantime.
  if (decision) {
    const mark = data.page.marks[card.dataset.f];
    decisions[card.dataset.f] = {...mark, decision, reason, who: recall("who", ""), date: today(), page: data.page.digest};
  } else {
    delete decisions[card.dataset.f];
  }
  keep("decisions", decisions);
  showDecisions(byFingerprint.get(card.dataset.f));
}

// Controls are of no use without scripts, so scripts add them.
function addControls(card) {
  if (!("silenced" in card.dataset)) $("footer", card).append($("#controls").content.cloneNode(true));
}

function showDecision(card) {
  const state = stateOf(card);
  card.classList.toggle("decided", state !== "open" && !("silenced" in card.dataset));
  const controls = $(".decide", card);
  if (!controls) return;
  const made = decisionOf(card);
  const words = made && (isStale(made) ? say("stale") : made.decision === "fixed" ? say("fixed") : say("fine", made));
  $(".made", controls).hidden = !made;
  $(".made", controls).classList.toggle("stale", isStale(made));
  $(".what", controls).textContent = words ?? "";
  $(".choose", controls).hidden = Boolean(made) && !isStale(made);
  $(".ask", controls).hidden = true;
}

function showDecisions(changed = cards) {
  changed.forEach(showDecision);
  const counted = cards.filter((card) => !("silenced" in card.dataset));
  const done = counted.filter((card) => stateOf(card) !== "open");
  const unsaved = Object.values(decisions).filter((made) => !made.out).length;
  $(".progress").textContent = counted.length
    ? say("progress", {done: done.length, total: counted.length}) + (unsaved ? ` · ${say("unsaved", {n: unsaved})}` : "") : "";
  showVerdicts(counted);
  const anchors = new Set(done.map((card) => card.id.slice(2)));
  for (const pin of $$(".pin")) pin.classList.toggle("done", anchors.has(pin.getAttribute("href").slice(3)));
  document.dispatchEvent(new Event("decided"));
}

// A version's line says what is still open; a text that is no translation stays what it is.
function showVerdicts(counted) {
  for (const line of $$(".version")) {
    const open = counted.filter((card) => card.dataset.v === line.dataset.v && stateOf(card) === "open");
    const count = (severity) => open.filter((card) => card.dataset.s === severity).length;
    const verdict = count("error") || "unrelated" in line.dataset ? "stop" : count("warning") ? "look" : "ready";
    line.classList.remove("stop", "look", "ready");
    line.classList.add(verdict);
    $("use", line).setAttribute("href", {stop: "#i-error", look: "#i-warning", ready: "#i-ready"}[verdict]);
    $(".word", line).textContent = say(verdict, {n: count("warning")});
  }
}

// Of an entry what the file holds: texts that are not empty.
function fieldsOf(made) {
  return Object.fromEntries(FIELDS.map((name) => [name, made[name]]).filter(([, value]) => value && typeof value === "string"));
}

function fileText() {
  const who = recall("who", "");
  const made = Object.entries(decisions).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fingerprint, decision]) => ({fingerprint, ...fieldsOf({...decision, who: decision.who || who})}));
  return JSON.stringify({decisions: made}, null, 2) + "\n";
}

function readFile(content) {
  const found = JSON.parse(content).decisions;
  if (!Array.isArray(found)) throw new Error("no list of decisions");
  const known = found.filter((d) => typeof d?.fingerprint === "string" && ["fixed", "fine"].includes(d.decision));
  for (const d of known) {
    decisions[d.fingerprint] = {reason: "", ...fieldsOf(d), page: d.decision === "fixed" ? "" : data.page.digest, out: true};
  }
  keep("decisions", decisions);
  return known;
}

function exported() {
  for (const made of Object.values(decisions)) made.out = true;
  keep("decisions", decisions);
  showDecisions([]);
}

function download() {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([fileText()], {type: "application/json"}));
  link.download = "checker-decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  exported();
}

function showExport() {
  $("#decisions").value = fileText();
  $("#who").value = recall("who", "");
  $("#d-export .note").textContent = keeps ? "" : say("nostore");
  if (!$("#d-export").open) $("#d-export").showModal();
}

async function load(file) {
  let note = say("unreadable");
  try {
    const known = readFile(await file.text());
    note = say("loaded", {n: known.length, here: known.filter((d) => byFingerprint.has(d.fingerprint)).length});
  } catch { /* Said in the note. */ }
  showDecisions();
  showExport();
  $("#d-export .note").textContent = note;
}

function onDecisionClick(event) {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  const card = button.closest(".card");
  const action = button.dataset.do;
  if (action === "ask") ask(card);
  else if (action === "fine") fine(card);
  else if (action === "cancel") { showDecision(card); $("[data-do=ask]", card).focus(); }
  else { decide(card, action === "fixed" ? "fixed" : null); card.focus({preventScroll: true}); }
}

function ask(card) {
  const controls = $(".decide", card);
  if (!controls) return;
  $(".choose", controls).hidden = true;
  $(".ask", controls).hidden = false;
  $(".reason", controls).focus();
}

function fine(card) {
  const reason = $(".reason", card).value.trim();
  if (!reason) {
    $(".reason", card).focus();
    return;
  }
  decide(card, "fine", reason);
  card.focus({preventScroll: true});
}

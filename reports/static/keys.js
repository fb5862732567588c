// Single keys. They can be switched off, since speech input and screen readers use letters too.
const KEYS = {
  j: () => step(1), k: () => step(-1),
  f: () => current && decide(current, "fixed"), e: () => current && ask(current), u: () => current && decide(current, null),
  t: () => current && $(".go", current)?.click(), b: () => go(current),
  n: () => stepFact(1), p: () => stepFact(-1),
  "/": () => $("#search")?.focus(), 1: () => only("error"), 2: () => only("warning"), 3: () => only("info"),
  0: () => $("#reset") && resetFilters(), d: () => showExport(), "?": () => $("#d-help").showModal(),
};

function onKey(event) {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (event.key === "Enter" && event.target.matches?.(".reason")) {
    event.preventDefault();
    return fine(event.target.closest(".card"));
  }
  if (event.key === "Escape") {
    if (event.target.matches?.(".reason")) return $("[data-do=cancel]", event.target.closest(".card")).click();
    pinned = null;
    return light(null);
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]") || !$("#keys").checked) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

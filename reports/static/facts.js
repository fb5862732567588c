// The table of facts: which rows are shown.
const factRows = $$("table.facts tbody tr");
const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

function applyFacts() {
  const kinds = new Set($$("[data-facts]").filter(isPressed).map((button) => button.dataset.facts));
  const differing = isPressed($("#differing"));
  const repeats = isPressed($("#repeats"));
  for (const row of factRows) {
    row.hidden = (kinds.size > 0 && !kinds.has(row.dataset.kind)) || (differing && !row.matches(".differs"))
      || (repeats && row.matches(".repeat"));
  }
  for (const group of $$("table.facts tbody")) group.hidden = [...group.rows].every((row) => row.hidden);
}

// A link to a row that is hidden shows it.
function showRow(target) {
  const row = target.closest("table.facts tr");
  if (row) row.hidden = row.parentNode.hidden = false;
  bring(target, target.matches("section") ? "start" : "center");
  $(".fact", target)?.focus({preventScroll: true});
}

// The ledger: all names, or those that a finding speaks of.
function startNames() {
  $("#doubted")?.addEventListener("click", (event) => {
    const button = event.currentTarget;
    button.setAttribute("aria-pressed", String(!isPressed(button)));
    for (const row of $$("table.names tbody tr")) row.hidden = isPressed(button) && !row.matches(".doubted");
    for (const group of $$("table.names tbody")) group.hidden = [...group.rows].every((row) => row.hidden);
  });
}

function startFacts() {
  if (!factRows.length) return;
  $("#facts .filters").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    button.setAttribute("aria-pressed", String(!isPressed(button)));
    applyFacts();
  });
  applyFacts();
}

// Everything is in place: listen, show what was decided before, and put the page in the reader's language.
function startDialogs() {
  $("#help").addEventListener("click", () => $("#d-help").showModal());
  $("#export").addEventListener("click", showExport);
  $("#save").addEventListener("click", () => { download(); showExport(); });
  $("#copy").addEventListener("click", async () => {
    $("#decisions").select();
    try { await navigator.clipboard.writeText(fileText()); } catch { document.execCommand("copy"); }
    exported();
    $("#d-export .note").textContent = say("copied");
  });
  $("#load").addEventListener("change", (event) => {
    if (event.target.files[0]) load(event.target.files[0]);
    event.target.value = "";
  });
  $("#who").addEventListener("input", (event) => { keep("who", event.target.value.trim()); $("#decisions").value = fileText(); });
  $("#keys").checked = recall("keys", true);
  $("#keys").addEventListener("change", (event) => keep("keys", event.target.checked));
  for (const button of $$("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
}

startDialogs();
startFindings();
startText();
startFacts();
startNames();
startSorting();
cards.forEach(addControls);
document.addEventListener("click", onDecisionClick);
document.addEventListener("keydown", onKey);
document.addEventListener("language", () => { showDecisions(); applyFilters(); cards.forEach((card) => plainText.delete(card)); });
window.addEventListener("hashchange", reveal);
window.addEventListener("beforeprint", () => { for (const more of $$("details")) more.open = true; });
window.addEventListener("storage", () => { decisions = recall("decisions", {}); showDecisions(); });
window.addEventListener("beforeunload", (event) => {
  if (!keeps && Object.values(decisions).some((made) => !made.out)) event.preventDefault();
});
startLanguage();
showDecisions();
if (location.hash) reveal();

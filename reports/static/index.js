// The overview of several sets.
root.classList.add("ready");
startSorting();
$("#uilang").addEventListener("change", (event) => setLanguage(event.target.value));
setLanguage(firstLanguage(null));

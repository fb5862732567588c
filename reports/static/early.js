// Before anything is drawn: that scripts work, and the language the reader wants. A page that has to be put into another
// one than it was written in waits for that, for a moment at most, rather than change under the reader's eyes.
const root = document.documentElement;
const offered = root.dataset.languages.split(" ");
let chosen = null;
try { chosen = JSON.parse(localStorage.getItem("parallel-article-checker:language")); } catch { /* It keeps nothing. */ }
const wanted = [chosen, ...("fixed" in root.dataset ? [root.lang] : navigator.languages)];
root.dataset.wanted = wanted.map((code) => String(code).split("-")[0]).find((code) => offered.includes(code)) ?? root.lang;
root.classList.add("ready");
if (root.dataset.wanted !== root.lang) {
  root.classList.add("wait");
  setTimeout(() => root.classList.remove("wait"), 1500);
}

// Moves map and table with the slider: each stop is a page of its own, whose parts take the place of those shown.
// Without this file the links beside the slider lead to the same pages.
const slider = document.getElementById("when");
const WAIT = 120;
let asked = 0;

function words() {
  const option = slider.list.options[slider.valueAsNumber];
  document.getElementById("when-said").value = option.label;
  slider.setAttribute("aria-valuetext", option.label);
  return option.dataset.address;
}

async function show(address) {
  const mine = ++asked;
  await new Promise((go) => setTimeout(go, WAIT));
  if (mine !== asked) return;
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return;
  for (const id of ["map", "answer", "limits", "steps"]) {
    const here = document.getElementById(id);
    const there = page.getElementById(id);
    if (here && there) here.replaceWith(document.adoptNode(there));
  }
  history.replaceState(null, "", address);
  document.getElementById("when-said").setAttribute("aria-busy", "false");
}

if (slider) {
  slider.hidden = false;
  slider.addEventListener("input", () => show(words()));
}

// The live page: follows the story by server-sent events, and replays it by the slider. Every word that is shown comes
// from the server, escaped there; nothing here builds HTML out of words.

import { openWords } from "/static/live_words.js";
import { follow } from "/static/live_stream.js";
import { swap } from "/static/live_swap.js";

const story = document.body.dataset.story;
const base = `/stories/${story}/`;
const at = (id) => document.getElementById(id);
const slider = at("slider");

let stops = [];
let place = 0;      // stops.length is now
let missed = 0;
let asked = 0;      // of several answers on their way, only the last one asked for is shown
let under = null;   // and the others are called off

const live = () => place === stops.length;

function readStops(root) {
  const found = JSON.parse(root.querySelector("#stops")?.textContent ?? "null");
  if (!found) return;
  const wasLive = live();
  const stood = wasLive ? null : stops[place][0];
  stops = found.stops.map(([since, day, clock]) => [new Date(found.zero + since).toISOString(), `${found.days[day]}, ${clock}`]);
  place = wasLive ? stops.length : Math.max(0, stops.findIndex((stop) => stop[0] === stood));
  slider.max = stops.length;
  slider.value = place;
  at("as-of").hidden = stops.length === 0;
}

function tellPlace() {
  const words = live() ? "now" : stops[place][1];
  at("as-of-words").textContent = words;
  slider.setAttribute("aria-valuetext", words);
  at("as-of").classList.toggle("past", !live());
  at("back").disabled = place === 0;
  at("on").disabled = at("now-button").disabled = live();
  at("missed").hidden = live() || missed === 0;
  at("missed").textContent = `${missed} newer ${missed === 1 ? "report" : "reports"} since you went back: “Now” shows them.`;
}

async function show(fresh = false) {
  const mine = ++asked;
  under?.abort();
  under = new AbortController();
  const query = live() ? "" : `?as_of=${encodeURIComponent(stops[place][0])}`;
  const late = setTimeout(() => at("panels").classList.add("stale"), 400);
  try {
    const answer = await fetch(`${base}panels${query}`, { signal: under.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const told = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    swap(at("panels"), told.getElementById("panels"), fresh);
    if (!live()) {
      at("h-now").textContent = "What was known then";
    } else {
      readStops(told);
      place = stops.length;
      slider.value = place;
      tellPlace();
    }
  } catch {
    if (mine === asked) setTimeout(() => mine === asked && show(fresh), 2000);  // the server is away; the page stays
  } finally {
    clearTimeout(late);
    if (mine === asked) at("panels").classList.remove("stale");
  }
}

let waiting = null;
function go(to) {
  place = Math.min(Math.max(to, 0), stops.length);
  slider.value = place;
  if (live()) missed = 0;
  tellPlace();
  clearTimeout(waiting);
  waiting = setTimeout(show, 60);  // a slider dragged across passes many moments that nobody looks at
}

slider.addEventListener("input", () => go(Number(slider.value)));
at("back").addEventListener("click", () => go(place - 1));
at("on").addEventListener("click", () => go(place + 1));
at("now-button").addEventListener("click", () => go(stops.length));

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(`a[href^="${base}words"]`);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  openWords(link);
});

// What the page leaves out until somebody wants it; where a script cannot, the link within leads there.
document.addEventListener("toggle", async (event) => {
  const fold = event.target;
  if (!fold.open || !fold.dataset?.from) return;
  try {
    const answer = await fetch(fold.dataset.from);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(fold.dataset.part);
    delete fold.dataset.from;
    fold.replaceChildren(fold.firstElementChild, ...(told ? document.importNode(told, true).childNodes : []));
  } catch { /* the link stays */ }
}, true);

readStops(document);
place = stops.length;
slider.value = place;
tellPlace();

if (document.body.dataset.live === "yes") {
  let told = [];
  let soon = null;
  follow(`/api/stories/${story}/events`, at("panels").dataset.extent, {
    state(name, words) {
      // Whatever was missed meanwhile is asked for at once, and not only once somebody tells of it.
      if (name === "live" && at("link").classList.contains("l-lost") && live()) show(true);
      at("link").className = `link l-${name}`;
      if (at("link").textContent !== words) at("link").textContent = words;
    },
    change(change) {
      told.push(sentence(change));
    },
    recorded() {
      if (!live()) missed += 1;
      tellPlace();
      clearTimeout(soon);
      // Reports come in batches, and to all pages at once: a short wait, not the same for all, spares the server.
      soon = setTimeout(() => {
        at("said").textContent = told.slice(-3).join(" ");
        told = [];
        if (live()) show(true);
      }, 80 + Math.random() * 120);
    },
  });
} else {
  at("link").textContent = "a moment of the past";
}

// In the report's own words: a bound is not always a number that somebody said ("more than 100" is 101 and up).
function sentence(change) {
  const words = change.text.length > 200 ? `${change.text.slice(0, 200)}…` : change.text;
  if (!change.line) return `${change.what}: ${change.origin}: “${words}”.`;
  const group = change.line.group;
  return `${change.line.kind}, ${[...group.nationality, group.role].join(" ")}: ${change.what}, says ${change.origin}: “${words}”.`;
}

// Puts new panels in the place of old ones, section by section: what did not change is not touched, so that nobody
// loses his place, his focus or what he had unfolded.

export function swap(old, fresh, mark) {
  Object.assign(old.dataset, fresh.dataset);
  const before = new Map([...old.children].map((part) => [name(part), part]));
  const heads = mark ? headlines(old) : null;
  let last = null;
  for (const part of [...fresh.children]) {
    const there = before.get(name(part));
    before.delete(name(part));
    let placed = there;
    if (!there) {
      placed = document.importNode(part, true);
    } else if (there.innerHTML !== part.innerHTML) {
      placed = document.importNode(part, true);
      keep(there, placed);
      const focus = focused(there);
      there.replaceWith(placed);
      if (focus) placed.querySelector(focus)?.focus({ preventScroll: true });
    }
    if (last ? last.nextElementSibling !== placed : old.firstElementChild !== placed) {
      if (last) last.after(placed); else old.prepend(placed);
    }
    last = placed;
  }
  for (const gone of before.values()) gone.remove();
  if (heads) {
    for (const [key, [words, line]] of headlines(old)) {
      if (heads.get(key)?.[0] !== words) line.classList.add("fresh");
    }
  }
}

function name(part) {
  return part.id || `${part.tagName}.${part.className}`;
}

// What each line says at a glance, by its name.
function headlines(root) {
  return new Map([...root.querySelectorAll(".glance li")].map((line) => {
    const key = line.querySelector(".g-line")?.textContent ?? "";
    return [key, [line.textContent, line]];
  }));
}

function keep(there, placed) {
  const open = [...there.querySelectorAll("details")].map((one) => one.open);
  placed.querySelectorAll("details").forEach((one, i) => { if (open[i]) one.open = true; });
}

function focused(there) {
  const one = document.activeElement;
  if (!one || !there.contains(one)) return null;
  const href = one.getAttribute("href");
  return href ? `a[href="${href.replace(/["\\]/g, "\\$&")}"]` : one.id ? `#${CSS.escape(one.id)}` : null;
}

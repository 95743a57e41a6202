// The words of a figure, in a dialog. The address is a page of its own, so a link that is opened aside works too.

const dialog = document.getElementById("words");
const body = document.getElementById("words-body");

export async function openWords(link) {
  let told;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(`${answer.status}`);
    told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("words-of-figure");
  } catch {
    location.assign(link.href);
    return;
  }
  const words = document.importNode(told, true);
  const held = document.createElement("div");
  held.id = words.id;
  held.append(...words.childNodes);
  body.replaceChildren(held);
  dialog.showModal();
  body.focus();
  held.querySelector(".here")?.scrollIntoView({ block: "center" });
  dialog.addEventListener("close", () => link.isConnected && link.focus(), { once: true });
}

dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();  // beside it
});

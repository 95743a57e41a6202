// One stream of events that outlives the server: it goes on after the last event seen, and tells how it stands.

const AGAIN = 1500;    // milliseconds
const SILENT = 45000;  // the server says something every 15 seconds where nothing happens; past three, it is gone

export function follow(address, since, hear) {
  let last = since;
  let source = null;
  let heard = null;
  let timer = null;

  function open() {
    source?.close();
    source = new EventSource(`${address}?since=${encodeURIComponent(last)}`);
    source.onopen = () => alive();
    source.onerror = () => lost();
    source.addEventListener("change", (event) => {
      alive();
      if (!seen(event.lastEventId)) hear.change(JSON.parse(event.data));
      last = event.lastEventId;
    });
    source.addEventListener("recorded", (event) => {
      alive();
      if (!seen(event.lastEventId)) hear.recorded(JSON.parse(event.data));
      last = event.lastEventId;
    });
    source.addEventListener("here", () => alive());
  }

  function seen(mark) {
    return order(mark, last) <= 0;
  }

  function alive() {
    heard = Date.now();
    clearTimeout(timer);
    timer = null;
    hear.state("live", "following live");
  }

  function lost() {
    const since = heard === null ? "" : `; last heard ${new Date(heard).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}`;
    hear.state("lost", `connection lost, trying again${since}`);
    // The browser tries again by itself where the line broke, but gives up where a server answered with an error.
    source.close();
    clearTimeout(timer);
    timer = setTimeout(open, AGAIN);
  }

  setInterval(() => {
    if (heard !== null && timer === null && Date.now() - heard > SILENT) lost();
  }, 5000);
  addEventListener("online", open);
  hear.state("none", "connecting");
  open();
}

// "12.3" comes before "12", which is after all that the 12th report brought.
export function order(a, b) {
  const [one, two] = [a, b].map((mark) => {
    const [report, place] = String(mark).split(".");
    return [Number(report), place === undefined ? Infinity : Number(place)];
  });
  return one[0] - two[0] || (one[1] === two[1] ? 0 : one[1] < two[1] ? -1 : 1);
}

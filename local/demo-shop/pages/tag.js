/**
 * Stands in for Pinterest's tag: the same function, the same calls, but it reports to the console of this machine what
 * the real one would send to Pinterest.
 */
let allowed = true;

window.pintrk = (command, name, data) => {
  if (command === 'setconsent') allowed = name;
  if (command !== 'track' || !allowed) return;
  const body = JSON.stringify({ name, event_id: data.event_id });
  fetch('/console/tag', { method: 'POST', body, keepalive: true });
};

/** The console's page: hears of every change, draws it, and switches faults. */
import { drawCoverage, drawEvents, drawNumbers, drawRefused } from './draw.js';

const element = (id) => document.getElementById(id);

const connection = element('connection');
const source = new EventSource('/console/events');

source.addEventListener('open', () => {
  connection.textContent = 'live';
  connection.className = 'good';
});
source.addEventListener('error', () => {
  connection.textContent = 'not running; reconnecting';
  connection.className = 'bad';
});
source.addEventListener('message', ({ data }) => {
  const state = JSON.parse(data);
  element('destination').textContent = state.destination;
  element('numbers').replaceChildren(...drawNumbers(state));
  element('events').replaceChildren(...drawEvents(state.events));
  element('empty').hidden = state.events.length > 0;
  element('refused').replaceChildren(...drawRefused(state.refused.list));
  element('coverage').replaceChildren(...drawCoverage(state.coverage));
  element('faults').hidden = state.fault === undefined;
  for (const radio of document.querySelectorAll('[name=fault]')) radio.checked = radio.value === state.fault;
});

element('faults').addEventListener('change', ({ target }) => {
  fetch('/console/fault', { method: 'POST', body: JSON.stringify({ fault: target.value }) });
});

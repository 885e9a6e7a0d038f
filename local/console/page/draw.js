/** State → elements. Everything that comes from outside becomes text, never markup. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`;
const clock = (time) => new Date(time).toTimeString().slice(0, 8);

export function drawNumbers({ delivered, queued, deadLetters, refused, delay, events }) {
  const once = events.filter(({ verdict }) => verdict === 'once').length;
  const numbers = [
    ['delivered', delivered, delivered > 0 ? 'good' : ''],
    ['from tag and server', once, once > 0 ? 'good' : ''],
    ['waiting', queued, queued > 0 ? 'wait' : ''],
    ['dead letters', deadLetters, deadLetters > 0 ? 'bad' : ''],
    ['refused', refused.total, refused.total > 0 ? 'bad' : ''],
    ['median delay', delay ? seconds(delay.median) : '–', ''],
  ];
  return numbers.map(([label, value, className]) =>
    make('li', { className }, make('b', {}, String(value)), make('span', {}, label)),
  );
}

const STAGES = {
  queued: ['wait', 'queued'],
  held: ['wait', 'held'],
  delivered: ['good', 'delivered'],
  rejected: ['bad', 'rejected by Pinterest'],
};

const VERDICTS = {
  once: ['good', 'once', 'tag and server, one id'],
  twice: ['bad', 'twice', 'tag and server, two ids'],
  'server-only': ['', 'once', 'server only'],
  'tag-only': ['wait', 'once', 'tag only'],
  'not-counted': ['bad', 'no', 'see the reason'],
};

export const drawEvents = (events) => events.map(drawEvent);

function drawEvent({ name, id, time, tag, server, stage, reason, verdict, delayMs, value, test }) {
  const [stageClass, stageText] = STAGES[stage] ?? ['', 'none'];
  const [verdictClass, verdictText, why] = VERDICTS[verdict];
  const details = [clock(time), value, test ? 'test' : ''].filter(Boolean).join(' · ');
  return make(
    'tr',
    {},
    make('td', {}, make('b', {}, name), make('code', { title: id }, id), make('small', {}, details)),
    cell('Tag', tag > 0 ? 'good' : '', tag > 0 ? 'sent' : 'none', tag > 1 && `${tag} times`),
    cell('Server', stageClass, stageText, reason ?? (server > 1 && `${server} copies, one counts`)),
    cell('Counted', verdictClass, test ? 'no' : verdictText, test ? 'a test event' : why),
    labelled('Delay', delayMs === undefined ? '–' : seconds(delayMs)),
  );
}

function cell(label, className, text, note) {
  const element = labelled(label, make('span', { className: `mark ${className}` }, text));
  if (note) element.append(make('small', {}, note));
  return element;
}

/** A phone shows no head of the table: there each cell says itself what it is. */
function labelled(label, content) {
  const element = make('td', {}, content);
  element.dataset.label = label;
  return element;
}

export function drawRefused(list) {
  if (list.length === 0) return [make('li', { className: 'note' }, 'Nothing has been refused.')];
  return list.map(({ reason, fix, from, count, time }) =>
    make(
      'li',
      {},
      make('b', {}, reason),
      make('span', {}, fix ? `Fix: ${fix}` : ''),
      make('small', {}, `${clock(time)} · from a ${from}${count > 1 ? ` · ${count} times` : ''}`),
    ),
  );
}

const FIELDS = {
  em: 'e-mail',
  click_id: 'click id',
  external_id: 'customer id',
  client_ip_address: 'IP address',
  client_user_agent: 'user agent',
  ph: 'phone',
  hashed_maids: 'mobile ad id',
  fn: 'first name',
  ln: 'last name',
  country: 'country',
  zp: 'postcode',
  ct: 'city',
  st: 'state',
  ge: 'gender',
  db: 'date of birth',
};

export const drawCoverage = (coverage) =>
  coverage.map(({ field, percent }) =>
    make(
      'li',
      {},
      make('span', {}, FIELDS[field] ?? field),
      make('meter', { max: 100, value: percent, ariaLabel: `${FIELDS[field] ?? field}: ${percent}%` }),
      make('span', { className: 'percent' }, `${percent}%`),
    ),
  );

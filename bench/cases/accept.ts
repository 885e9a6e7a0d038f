/**
 * `accept()` on a full checkout: from the text of the request to the text of the queue message, beside the least that
 * any implementation must do (parse, nine digests, stringify) and a well-known connector.
 */
import { hash } from 'node:crypto';
import { messageOf } from '../../contract/queued-event';
import { accept } from '../../lambda/event/accept';
import { CHECKOUT, checkoutJson } from '../checkout';
import { type Contender, measure, perSecond, report, thousands } from '../measure';
import { segmentConnector } from '../segment-connector';

const CALLS = 2_000;
const GOAL = 0.5;
const NOW = Date.now();
const POLICY = { maximumEventAgeSeconds: 604_800 };
const HASHED = ['em', 'ph', 'fn', 'ln', 'ct', 'st', 'zp', 'country', 'external_id'];

const take = (json: string): Contender => {
  const contender = () => {
    const verdict = accept(JSON.parse(json), { now: NOW, origin: 'server' }, POLICY);
    if (!verdict.accepted) throw new Error(verdict.problems.join('; '));
    return messageOf({ v: 1, accepted_at: NOW, test: verdict.test, event: verdict.event });
  };
  contender();
  return contender;
};

const json = checkoutJson(NOW);

const floor = () => {
  const event = JSON.parse(json);
  for (const key of HASHED) event.user_data[key] = [hash('sha256', event.user_data[key][0], 'hex')];
  return JSON.stringify({ v: 1, accepted_at: NOW, test: false, event });
};

const british = checkoutJson(NOW, { ...CHECKOUT.user_data, ph: ['020 7946 0018'], country: ['GB'] });

async function main(): Promise<void> {
  const peer = await segmentConnector(json);
  const contenders: (readonly [string, Contender])[] = [
    ['floor: parse, nine digests, stringify', floor],
    ['this project', take(json)],
    ['this project, a phone number that needs the library', take(british)],
  ];
  if (peer !== undefined) contenders.push(['@segment/action-destinations 3.497.0, its action alone', peer]);
  const times = await measure(
    contenders.map(([, contender]) => contender),
    CALLS,
  );
  const [least = Number.NaN, ours = Number.NaN] = times;
  const rows = times.map((time, index) => [
    contenders[index]?.[0] ?? '',
    thousands(perSecond(time)),
    `${time.toFixed(1)} µs`,
    (least / time).toFixed(2),
  ]);
  report({
    table: 'accept',
    head: ['one checkout', 'events/s and core', 'CPU time', 'of the floor'],
    rows,
    missed:
      least / ours < GOAL ? [`accept() reaches ${(least / ours).toFixed(2)} of the floor, ${GOAL} is the goal`] : [],
  });
}

void main();

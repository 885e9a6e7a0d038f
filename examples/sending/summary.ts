/** What became of the day, in a screenful, and whether it is what should have become of it. */
import type { Delivery } from './delivery';
import type { Outcome } from './send';

export interface Summary {
  readonly lines: readonly string[];
  readonly asExpected: boolean;
}

const SHOWN = 5;
const WIDTH = 118;

export function summarise(outcomes: readonly Outcome[], delivery: Delivery | undefined): Summary {
  const accepted = outcomes.filter((outcome) => outcome.accepted);
  const refused = outcomes.filter((outcome) => !outcome.accepted);
  const wronglyAccepted = accepted.filter(({ example }) => example.mistake !== undefined);
  const wronglyRefused = refused.filter(({ example }) => example.mistake === undefined);
  const faults = [
    ...listed('valid but refused', wronglyRefused, ({ example, reason }) => `${example.kind}: ${reason}`),
    ...listed('wrong but accepted', wronglyAccepted, ({ example }) => example.mistake ?? ''),
    ...listed('accepted but not delivered', delivery?.missing ?? [], (id) => id),
  ];
  const lines = [
    `Accepted   ${count(accepted.length)}`,
    ...wrapped(byCount(accepted.map(({ example }) => example.kind)).map(([kind, times]) => `${kind} ${times}`)),
    `Refused    ${count(refused.length)}${refused.length > 0 ? ', because of' : ''}`,
    ...reasons(refused),
    ...(delivery === undefined ? ['Delivered  not watched: this endpoint has no simulator'] : deliveryLines(delivery)),
    '',
    ...(faults.length > 0 ? ['Not as expected:', ...faults] : [`As expected: ${expectation(delivery)}.`]),
  ];
  return { lines: lines.map(cut), asExpected: faults.length === 0 };
}

const expectation = (delivery: Delivery | undefined): string =>
  `every valid event was accepted${delivery ? ' and delivered' : ''}, every event with a mistake was refused`;

function deliveryLines({ delivered, missing, duplicates }: Delivery): string[] {
  const twice = duplicates > 0 ? `, ${duplicates} of them again under an id that Pinterest has: it counts once` : '';
  return [`Delivered  ${count(delivered)}${twice}`, `Under way  ${count(missing.length)}`];
}

/** Refusals by the field they are about, each with one of its messages. */
function reasons(refused: readonly Outcome[]): string[] {
  const example = new Map<string, string>();
  const fields = refused.map(({ reason }) => {
    const [, field = 'event', message = reason] = /^"([\w.]+)" (.+)$/.exec(reason) ?? [];
    if (!example.has(field)) example.set(field, message);
    return field;
  });
  return byCount(fields).map(
    ([field, times]) => `${String(times).padStart(6)}  ${field.padEnd(22)}${example.get(field)}`,
  );
}

function byCount(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function listed<T>(title: string, items: readonly T[], show: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length > SHOWN ? [`    and ${items.length - SHOWN} more`] : [];
  return [`  ${count(items.length)} ${title}`, ...items.slice(0, SHOWN).map((item) => `    ${show(item)}`), ...more];
}

function wrapped(parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 2 < 100) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(`        ${part}`);
  }
  return lines;
}

export const count = (value: number): string => value.toLocaleString('en-US');
const cut = (line: string): string => (line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`);

/** The kinds of events: the id says what Pinterest does to whatever holds the event, and so what must become of it. */
export interface Kind {
  readonly name: string;
  readonly fate: 'delivered' | 'dead letter' | 'held';
  /** What Pinterest does to each POST with such an event. Without it, it takes the others, and of this one it says `message`. */
  readonly wholePost?: 'status 400' | 'status 500' | 'no answer';
  /** Part of Pinterest's words in the dead letter, and the status that may stand beside them. */
  readonly message?: string;
  readonly statuses?: readonly string[];
}

export const GOOD: Kind = { name: 'good', fate: 'delivered' };

/** Those that hold up a whole POST first: the first of these decides over a POST that has several. */
export const BAD: readonly Kind[] = [
  { name: 'hangs', fate: 'held', wholePost: 'no answer' },
  { name: 'makes-500', fate: 'held', wholePost: 'status 500' },
  {
    name: 'makes-400',
    fate: 'dead letter',
    wholePost: 'status 400',
    message: 'The request was invalid',
    statuses: ['400'],
  },
  // in a POST of which every event has failed the status is 422.
  { name: 'is-failed', fate: 'dead letter', message: 'event_source_url is not a shop', statuses: ['200', '422'] },
];

export const idOfKind = ({ name }: Kind, number: number): string => `${name}-${number}`;

export const kindOf = (id: string): Kind | undefined => [GOOD, ...BAD].find(({ name }) => id.startsWith(`${name}-`));

/** Ids of the events in a text of JSON. */
export const idsIn = (json: string): string[] => [...json.matchAll(/"event_id":"([^"]+)"/g)].map(([, id = '']) => id);

/** Why the roles of the two functions have their permissions. */

export const VIA = 'through ';
export const CODE_OF_FUNCTION = 'called by the code of the function';

const LOG = 'writes its log, and metrics as log lines';
const INTERFACES =
  'Lambda creates network interfaces with the permissions of the role; AWS documents no narrower resource';
const NONE_OF_THEM = 'the code itself needs none of them';

/** By role, resource and condition. */
export const REASONS: Readonly<Record<string, string>> = {
  'ingest, its log group': LOG,
  'ingest, queue': 'queues accepted events',
  'ingest, ingest key': 'compares it with the key that a back end sends',
  'sender, its log group': LOG,
  'sender, queue':
    'Lambda receives and deletes messages with the permissions of the role; the function returns events that must wait',
  'sender, backlog queue': 'the same for events that could not be delivered at once, which the function moves there',
  'sender, dead-letter queue': 'sends events there that cannot be delivered, with the reason',
  'sender, token': 'sends it to Pinterest',
  [`ingest, the key, ${VIA}SQS`]: 'generates and verifies the data key that encrypts messages, as SQS requires',
  [`ingest, the key, ${VIA}Secrets Manager`]: 'reads the ingest key',
  [`sender, the key, ${VIA}SQS`]: 'reads events, and generates data keys for the backlog and for dead letters',
  [`sender, the key, ${VIA}Secrets Manager`]: 'reads the token',
  'ingest, `*`': INTERFACES,
  'sender, `*`': INTERFACES,
  [`ingest, \`*\`, ${CODE_OF_FUNCTION}`]: NONE_OF_THEM,
  [`sender, \`*\`, ${CODE_OF_FUNCTION}`]: NONE_OF_THEM,
};

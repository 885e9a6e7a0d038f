/** Why the roles of the two functions are granted what they are granted. */

export const VIA = 'through ';
export const CODE_OF_FUNCTION = 'called by the code of the function';

const LOG = 'writes its log, and metrics as log lines';
const INTERFACES = 'Lambda makes network interfaces in the name of the role; AWS documents no narrower resource';
const NONE_OF_THEM = 'the code itself needs none of them';

/** By role, resource and condition. */
export const REASONS: Readonly<Record<string, string>> = {
  'ingest, its log group': LOG,
  'ingest, queue': 'queues accepted events',
  'ingest, ingest key': 'compares what a back end shows',
  'sender, its log group': LOG,
  'sender, queue': 'Lambda takes events off the queue in the name of the role; the function puts back what has to wait',
  'sender, dead-letter queue': 'puts aside what Pinterest does not take, with the reason',
  'sender, token': 'shows it to Pinterest',
  [`ingest, the key, ${VIA}SQS`]: 'makes the data key that messages are encrypted with, and checks it, as SQS asks for',
  [`ingest, the key, ${VIA}Secrets Manager`]: 'reads the ingest key',
  [`sender, the key, ${VIA}SQS`]: 'reads events, and makes data keys for dead letters',
  [`sender, the key, ${VIA}Secrets Manager`]: 'reads the token',
  'ingest, `*`': INTERFACES,
  'sender, `*`': INTERFACES,
  [`ingest, \`*\`, ${CODE_OF_FUNCTION}`]: NONE_OF_THEM,
  [`sender, \`*\`, ${CODE_OF_FUNCTION}`]: NONE_OF_THEM,
};

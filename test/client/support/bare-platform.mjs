/**
 * Runs the built client where there is nothing of Node: a context with the language itself and the few web globals that
 * Workers and Deno have too. Prints what became of two events as JSON.
 */
import { readFile } from 'node:fs/promises';
import vm from 'node:vm';

const [bundle, endpoint] = process.argv.slice(2);

const WEB = ['fetch', 'crypto', 'AbortController', 'setTimeout', 'clearTimeout', 'TextEncoder', 'URL'];

const context = vm.createContext(Object.fromEntries(WEB.map((name) => [name, globalThis[name]])));
const module = new vm.SourceTextModule(await readFile(bundle, 'utf8'), { context, identifier: bundle });
await module.link((specifier) => {
  throw new Error(`the client imports ${specifier}`);
});
await module.evaluate();
const { ConversionsClient, SendError } = module.namespace;

const client = new ConversionsClient({ endpoint, ingestKey: async () => 'key-of-a-worker' });
const user_data = { em: 'jane@shop.example' };
const event = { action_source: 'web', event_time: 1_772_366_340, user_data };
const sent = await client.send([
  { ...event, event_name: 'checkout', custom_data: { order_id: 1001 } },
  { ...event, event_name: 'lead' },
]);
const impatient = new ConversionsClient({ endpoint, ingestKey: 'key', attemptTimeoutMs: 200, maxAttempts: 1 });
const error = await impatient.send([{ ...event, event_name: 'lead' }]).catch((thrown) => thrown);
console.log(JSON.stringify({ sent, isSendError: error instanceof SendError, message: error.message }));

/** Pinterest as the benchmarks need it: in a process of its own, fast, and content with everything. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { processed, resultsOf } from '../sim/pinterest/answer';

/** Gets the answer of each number of events from its parent, which has it from the model of Pinterest. */
const SOURCE = `
const [zero, result] = JSON.parse(process.argv[1]);
const answers = new Map();
const answer = (events) => {
  if (!answers.has(events)) {
    const counts = { ...zero, num_events_received: events, num_events_processed: events };
    answers.set(events, JSON.stringify({ ...counts, events: Array(events).fill(result) }));
  }
  return answers.get(events);
};
require('node:http').createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const events = Buffer.concat(chunks).toString('latin1').split('"event_id"').length - 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer(events));
  });
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

const RESULT = processed('external_id is missing. We highly recommend this on all events.');

export interface ServerProcess {
  readonly url: string;
  stop(): void;
}

export async function startServer(): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, ['-e', SOURCE, JSON.stringify([resultsOf([]), RESULT])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('the server has no output');
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => child.kill() };
}

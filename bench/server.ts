/** Pinterest as the benchmarks need it: in a process of its own, fast, and content with everything. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const SOURCE = `
const answers = new Map();
const answer = (events) => {
  if (!answers.has(events)) {
    const result = '{"status":"processed","error_message":"","warning_message":"external_id is missing. We highly recommend this on all events."}';
    answers.set(events, '{"num_events_received":' + events + ',"num_events_processed":' + events + ',"events":[' + Array(events).fill(result) + ']}');
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

export interface ServerProcess {
  readonly url: string;
  stop(): void;
}

export async function startServer(): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, ['-e', SOURCE], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('the server has no output');
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => child.kill() };
}

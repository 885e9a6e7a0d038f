/**
 * `/console` of the one-machine run: what Pinterest's own test view shows, but here and at once. The parts of the run tell
 * it what happens; it tells its page by Server-Sent Events.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { EventMap } from '../../contract/event-map';
import { resolveEventName } from '../../contract/event-name';
import type { EventResult } from '../../lambda/ingest/answer';
import { readBody } from '../../lambda/ingest/read-body';
import type { EventsOfRun } from '../events-of-run';
import type { HttpFrontProps } from '../http-front';
import { isOwnRequest, readObject, serveFile } from '../pages';
import type { PinterestSimulator, SimulatorRequest } from '../pinterest-simulator';
import type { LocalQueues } from '../queues';
import { EventLog } from './event-log';
import { FAULTS } from './faults';
import { Refusals } from './refusals';
import { snapshot } from './snapshot';

const FOLDER = path.join(__dirname, 'page');
const FILES = ['console.html', 'console.css', 'console.js', 'draw.js'];

/** Changes within this time reach the page together. */
const GATHER_MS = 150;

export interface ConsoleProps {
  readonly queues: LocalQueues;
  readonly simulator: PinterestSimulator | undefined;
  readonly eventMap: EventMap | undefined;
  /** Where events go, in words. */
  readonly destination: string;
}

export class Console {
  private readonly log = new EventLog();
  private readonly refusals = new Refusals();
  private readonly pages = new Set<ServerResponse>();
  private fault = 'none';
  private trouble: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  public constructor(private readonly props: ConsoleProps) {}

  /** Whether the request was one to the console, and is answered. */
  public handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, room, name = 'console.html', ...more] = pathname.split('/');
    if (room !== 'console' || more.length > 0) return false;
    if (!isOwnRequest(request)) response.writeHead(403).end();
    else if (request.method === 'POST') void this.take(name, request, response);
    else if (name === 'events') this.stream(response);
    else serveFile(response, FOLDER, name || 'console.html', FILES);
    return true;
  }

  public readonly onAnswer: NonNullable<HttpFrontProps['onAnswer']> = (request, answer) => {
    if (request.requestContext.http.method !== 'POST') return;
    const { events, details } = JSON.parse(answer.body ?? '{}');
    const results: readonly EventResult[] = events ?? details?.events ?? [];
    const body = readBody(request);
    const raw = 'events' in body ? body.events : [];
    for (const [index, { status, error_message }] of results.entries()) {
      const { event_name, event_id } = Object(raw[index]);
      // An event without an id of its own shows up when the sender has it.
      const name = resolveEventName(String(event_name), this.props.eventMap)?.name ?? String(event_name);
      if (status === 'processed') event_id && this.log.accepted(name, String(event_id));
      else this.refusals.add(error_message ?? '', request.rawPath === '/collect' ? 'browser' : 'back end');
    }
    this.changed();
  };

  public readonly onRun = ({ done, held, error }: EventsOfRun): void => {
    for (const queued of done) this.log.ran(queued, true, undefined);
    for (const queued of held) this.log.ran(queued, false, this.trouble ?? error);
    for (const { body, reason } of this.props.queues.deadLetters()) {
      const { event } = JSON.parse(body);
      this.log.deadLetter(event.event_name, event.event_id, reason);
    }
    this.changed();
  };

  public readonly onPinterestRequest = ({ status }: SimulatorRequest): void => {
    this.trouble = status === 200 || status === 422 ? undefined : status === 0 ? 'connection cut' : `HTTP ${status}`;
  };

  public close(): void {
    clearTimeout(this.timer);
    for (const page of this.pages) page.end();
  }

  private async take(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readObject(request);
    if (name === 'tag' && typeof body.name === 'string' && typeof body.event_id === 'string') {
      this.log.tagSaid(body.name, body.event_id);
    } else if (name === 'fault' && this.props.simulator !== undefined && FAULTS.has(String(body.fault))) {
      this.fault = String(body.fault);
      this.props.simulator.setFault(FAULTS.get(this.fault));
    } else {
      response.writeHead(400).end();
      return;
    }
    response.writeHead(204).end();
    this.changed();
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.pages.add(response);
    response.once('close', () => this.pages.delete(response));
    response.write(this.message());
  }

  private changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const message = this.message();
      for (const page of this.pages) page.write(message);
    }, GATHER_MS);
  }

  private message(): string {
    const { log, refusals } = this;
    const { queues, simulator, destination } = this.props;
    const fault = simulator && this.fault;
    return `data: ${JSON.stringify(snapshot({ log, refusals, destination, fault, ...queues.depth() }))}\n\n`;
  }
}

/**
 * A shop for one test: pages on an origin of their own that use the script of a running stack, and a browser to visit
 * them with. Pinterest's tag is a stub that notes what it is told.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { SimulatorEvent } from '../../../local/pinterest-simulator';
import { launchChromium, VISITOR } from '../../../scripts/chromium';
import { type RunningStack, startLocalStack, until } from '../../helpers/local-stack';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console warned of on all pages of the visit, errors of the network aside. */
  readonly warnings: string[];
  /** Errors that reached the page itself. */
  readonly pageErrors: string[];
}

export interface PageOptions {
  /** Attributes of the script tag. */
  readonly script?: string;
  readonly head?: string;
  readonly body?: string;
  readonly csp?: string;
  /** Leaves the script out. */
  readonly bare?: boolean;
}

export const TAG_STUB = '<script>window.told=[];window.pintrk=(...c)=>told.push(c)</script>';

/** What a page of the shop has, for functions that run in it. */
export interface ShopWindow {
  readonly pinterestConversions: {
    track(name: unknown, data?: unknown, user?: unknown): string;
    eventId(): string;
    consent(allowed: boolean): void;
    readonly calls: { push(call: readonly unknown[]): void };
  };
  /** Calls of the tag stub. */
  readonly told: readonly (readonly unknown[])[];
}

export class Shop {
  private readonly pages = new Map<string, { html: string; csp: string | undefined }>();

  private constructor(
    public readonly stack: RunningStack,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://shop.invalid');
      const page = this.pages.get(pathname);
      response.writeHead(page ? 200 : 204, {
        'content-type': 'text/html',
        ...(page?.csp && { 'content-security-policy': page.csp }),
      });
      response.end(page?.html);
    });
  }

  public static async open(): Promise<Shop> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stack = await startLocalStack({ config: { allowedOrigins: [`http://localhost:${portOf(server)}`] } });
    return new Shop(stack, await launchChromium(), server);
  }

  /** Pages of this origin may send events. */
  public get origin(): string {
    return `http://localhost:${portOf(this.server)}`;
  }

  /** The same pages, of an origin that may not. */
  public get foreignOrigin(): string {
    return `http://127.0.0.1:${portOf(this.server)}`;
  }

  public add(path: string, { script = '', head = TAG_STUB, body = '', csp, bare = false }: PageOptions = {}): void {
    const tag = `<script src="${this.stack.endpoint}/pinterest.js" data-tag-id="2612345678901" ${script}></script>`;
    this.pages.set(path, { html: `<!doctype html><head>${head}${bare ? '' : tag}</head><body>${body}</body>`, csp });
  }

  public async visit(options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.browser.newContext({ userAgent: VISITOR, ...options });
    const page = await context.newPage();
    const warnings: string[] = [];
    const pageErrors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    page.on('pageerror', (error) => pageErrors.push(error.message));
    return { page, context, warnings, pageErrors };
  }

  public async arrivals(eventId: string): Promise<SimulatorEvent[]> {
    return (await this.stack.simulatorEvents()).filter(({ event }) => event.event_id === eventId);
  }

  /** The event at Pinterest, when it has come there. */
  public async arrived(eventId: string): Promise<SimulatorEvent['event']> {
    const [first] = await until(`event ${eventId}`, async () => {
      const found = await this.arrivals(eventId);
      return found.length > 0 ? found : undefined;
    });
    return (first as SimulatorEvent).event;
  }

  public async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
    this.server.closeAllConnections();
    await this.stack.stop();
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

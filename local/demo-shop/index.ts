/**
 * `/shop` of the one-machine run: a small shop that uses the browser script as a customer of ours would, with a stand-in
 * for Pinterest's tag that reports to the console.
 */
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { isOwnRequest, serveFile } from '../pages';

const FOLDER = path.join(__dirname, 'pages');
const FILES = ['index.html', 'product.html', 'cart.html', 'thank-you.html', 'shop.css', 'shop.js', 'tag.js'];

/** Whether the request was one to the shop, and is answered. */
export function handleShop(request: IncomingMessage, response: ServerResponse): boolean {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, room, name, ...more] = pathname.split('/');
  if (room !== 'shop' || more.length > 0) return false;
  if (!isOwnRequest(request)) response.writeHead(403).end();
  else if (name === undefined) response.writeHead(302, { location: '/shop/' }).end();
  else if (request.method === 'POST') answerForm(name, request, response);
  else serveFile(response, FOLDER, name || 'index.html', FILES);
  return true;
}

/** The shop's back end: an order gets its number here, so that page and back end make the same event id of it. */
function answerForm(name: string, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const next = name === 'order' ? `thank-you.html?order=${randomInt(10_000, 99_999)}` : 'index.html?subscribed';
  response.writeHead(303, { location: `/shop/${next}` }).end();
}

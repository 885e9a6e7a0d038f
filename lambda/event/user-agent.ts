/** Whose a user agent is: a visitor's, a crawler's, or that of software that passes events on. */
import { isbot } from 'isbot';

export type UserAgentKind = 'visitor' | 'crawler' | 'software';

/**
 * What only crawlers, previews and driven browsers call themselves. Cubot is a maker of phones. A crawler's page stands
 * behind a plus sign, as in `+http://…/bot.html`; so it does for webhooks, but those do not begin with Mozilla.
 */
const CRAWLER =
  /(?<!cu)bots?(?![a-z])|crawl|spider|slurp|scrap(?:er|y|ing)|^mozilla\/.*\+https?:|\bhttrack|nutch|archiver|externalhit|externalagent|facebookcatalog|mediapartners-google|google(?:other|-(?:extended|inspectiontool|read-aloud|safety|site-verification|adwords|youtube|pagerenderer|structured|amphtml|notebook|shopping|publisher|producer|image|favicon|speakr|video))|apis-google|feedfetcher|bingpreview|headless|lighthouse|phantomjs|selenium|playwright|puppeteer|cypress\/|pagespeed|gtmetrix|ptst[ /]|pingdom|statuscake|uptime|checkly|updown\.io|newrelicpinger|kube-probe|health-?check|googlehc|^whatsapp\/|speedcurve|site ?24x7|bytedance|yandex(?:images|metrika|direct)|baiduspider|w3c_validator|link ?check|synthetic|catchpoint|gomezagent|monitor|scanner|web preview|brandverity|dareboost|datanyze|pageburst|ips-agent|burpcollab|securityheaders|(?:manus|claude)-user/i;

/** How the engines of browsers name themselves; what only looks odd beside them is no reason to lose a visitor. */
const ENGINE =
  /^(?:mozilla|opera|dalvik)\/\d.*(?:applewebkit\/\d|gecko\/\d|trident\/\d|msie \d|presto\/\d|khtml\/\d|\(linux; u; android)|^opera\/\d/i;

/** What isbot lets pass: one word, as no browser's is, and libraries and senders of webhooks. */
const PROGRAM =
  /^[^\s(]+$|^mozilla\/\S+ \(compatible;|powershell|web-?hook|hookshot|\bdart\/|http-?(?:async)?-?client|urlconnection|reactornetty|^(?:paypal|ahc|jersey|feign|unirest|hackney|woocommerce|shopware|prestashop|opencart|magento|odoo)\b/i;

/** A script of the shop's own that names itself as crawlers do. */
const SCRIPT = /google-apps-script/i;

/** The verdicts on the user agents seen last: one comes in many events, and asking takes as long as four digests. */
const KNOWN = new Map<string, UserAgentKind>();
const MAX_KNOWN = 1_000;

/** No browser's is longer; texts of megabytes, kept, would fill the memory. */
const LONGEST_KNOWN = 1_000;

export function userAgentKind(userAgent: string): UserAgentKind {
  if (userAgent.length > LONGEST_KNOWN) return judge(userAgent.slice(0, LONGEST_KNOWN));
  let verdict = KNOWN.get(userAgent);
  if (verdict === undefined) {
    verdict = judge(userAgent);
    if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
    KNOWN.set(userAgent, verdict);
  }
  return verdict;
}

function judge(userAgent: string): UserAgentKind {
  if (!isbot(userAgent)) return PROGRAM.test(userAgent) && !ENGINE.test(userAgent) ? 'software' : 'visitor';
  if (CRAWLER.test(userAgent) && !SCRIPT.test(userAgent)) return 'crawler';
  return ENGINE.test(userAgent) ? 'visitor' : 'software';
}

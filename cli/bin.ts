import { main } from './main';

void main(process.argv.slice(2), { env: process.env, fetch, now: Date.now }).then(({ ok, text }) => {
  (ok ? console.log : console.error)(text);
  process.exitCode = ok ? 0 : 1;
});

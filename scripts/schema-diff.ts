/**
 * `npm run schema:diff -- <file>`: what an official description of Pinterest's API, such as the newest openapi.json of
 * github.com/pinterest/api-description, says of the events endpoint otherwise than this project. Exit code 1 when it does.
 */
import { differences } from './schema/differences';
import { readOfficial } from './schema/facts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('name the file: npm run schema:diff -- openapi.json');
  process.exitCode = 2;
} else {
  const official = readOfficial(file);
  const lines = differences(official);
  for (const line of lines) console.log(line);
  console.log(
    lines.length === 0
      ? `version ${official.version} says nothing else than events.schema.json`
      : `version ${official.version}: ${lines.length} differences. Enter them in sim/pinterest/events.schema.json ` +
          'with "x-since"; the tests in test/conformance then name the tables that do not follow yet.',
  );
  process.exitCode = lines.length === 0 ? 0 : 1;
}

/** ElasticMQ, an SQS server in Scala that others made: fetched by Maven into .cache/, started by Java on loopback only. */
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { start } from '../../test/deploy/children';
import { eventually, must } from '../../test/deploy/steps';
import { orCannotRun } from '../../test/deploy/tools';

const ROOT = path.join(__dirname, '..', '..');

export const VERSION = '1.7.1';

/** Named in full: the version that a Maven brings along depends on the Maven. */
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** Maven ends with pages of advice; what happened comes first. */
const FIRST_LINE = 0;

/** Stays after the check, for whoever looks into a failure. */
const LOG = path.join(ROOT, '.cache', 'test-second-sqs.log');

/** From the repositories that the machine's own Maven settings name. */
const POM = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>second-sqs</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.elasticmq</groupId>
      <artifactId>elasticmq-server_2.13</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

/** Returns the folder with its jars; fetches them when they are not all there. */
export async function fetchElasticMq(): Promise<string> {
  await orCannotRun('Java is not here', 'java', ['-version'], FIRST_LINE);
  const folder = path.join(ROOT, '.cache', `elasticmq-${VERSION}`);
  const jars = path.join(folder, 'jars');
  const complete = path.join(folder, 'complete');
  if (existsSync(complete)) return jars;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pom = path.join(folder, 'pom.xml');
  writeFileSync(pom, POM);
  await orCannotRun('Maven is not here', 'mvn', ['--version'], FIRST_LINE);
  // strict checksums: a jar that arrived broken is no jar.
  const quiet = ['--batch-mode', '--quiet', '--strict-checksums'];
  const copy = [COPY, `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'];
  await orCannotRun('Maven does not fetch ElasticMQ', 'mvn', [...quiet, '--file', pom, ...copy], FIRST_LINE);
  writeFileSync(complete, '');
  return jars;
}

/** Returns its address. It ends with this process, whatever ends that. */
export async function startElasticMq(jars: string): Promise<string> {
  const settings = [
    '-Drest-sqs.bind-hostname=127.0.0.1',
    // a free port, which also stands in the addresses of the queues.
    '-Drest-sqs.bind-port=0',
    '-Dgenerate-node-address=true',
    '-Daws.region=us-east-1',
  ];
  const frugal = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData'];
  const classes = ['-cp', path.join(jars, '*'), 'org.elasticmq.server.Main'];
  const server = start('java', [...frugal, ...settings, ...classes], { cwd: path.dirname(LOG), env: process.env });
  const log = createWriteStream(LOG);
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
      log.write(chunk);
    });
  }
  return eventually('ElasticMQ to be ready', 60, () => {
    must(server.exitCode === null, `ElasticMQ ended with ${server.exitCode}; its log is ${LOG}`);
    const port = /bind address 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    return port !== undefined && said.includes('=== ElasticMQ server') ? `http://127.0.0.1:${port}` : undefined;
  });
}

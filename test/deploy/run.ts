/**
 * `npm run test:deploy`: the unchanged app, deployed by the real CDK onto an AWS emulator, carries events to Pinterest's
 * stand-in. docs/deploy-test.md says what this proves and what it cannot.
 */
import './localhost-names.mjs';
import { startPinterestSimulator } from '../../local/pinterest-simulator';
import { inventory } from './account';
import { badInput, failedFirstDeploy } from './bad-input';
import { events, token, trouble } from './delivery';
import { AD_ACCOUNT, TOKEN } from './deployment';
import { destroy } from './destroy';
import { installEmulator, startEmulator } from './emulator';
import { configureAndBootstrap, deploy, synth } from './first-deploy';
import { Operator } from './operator';
import { conclude, section } from './steps';
import { ACCOUNT, makeCheckout, operatorEnvironment, REGION, scratchFolder } from './surroundings';
import { update } from './update';

async function main(): Promise<void> {
  const python = await installEmulator();
  const scratch = scratchFolder();
  const emulator = await startEmulator(python, scratch);
  const simulator = await startPinterestSimulator({ token: TOKEN, adAccountId: AD_ACCOUNT });
  const operator = new Operator(makeCheckout(scratch), operatorEnvironment(emulator.url));
  const surroundings = { emulator, simulator, operator };
  const { output: node } = await operator.succeed('node --version');
  console.log(
    `Emulator: ministack ${emulator.version} at ${emulator.url}, account ${ACCOUNT}, ${REGION}; functions on Node ${node.trim()}`,
  );

  section('Before');
  const cannotBeMade = await synth(surroundings);
  section('When it fails');
  await badInput(surroundings);
  section('Deploy');
  const config = await configureAndBootstrap(surroundings, cannotBeMade);
  const before = await inventory(emulator.url);
  await failedFirstDeploy(surroundings, before, config);
  const deployment = await deploy(surroundings, before, config);
  section('Deliver');
  await token(deployment);
  await events(deployment);
  await trouble(deployment);
  section('Change and end');
  await update(deployment);
  await destroy(deployment, before);
}

// leaving ends the emulator and takes the scratch folder away, see children.ts and surroundings.ts.
conclude(main);

/** What the steps share: who acts, where it acts, and what was deployed. */
import type { PinterestSimulator } from '../../local/pinterest-simulator';
import type { Emulator } from './emulator';
import type { Operator } from './operator';
import type { Shop } from './shop';

export const AD_ACCOUNT = '549755885175';

/** The one that the simulator takes. */
export const TOKEN = 'pina_token_of_the_deploy_test';

export interface Surroundings {
  readonly operator: Operator;
  readonly emulator: Emulator;
  readonly simulator: PinterestSimulator;
}

export interface Deployment extends Surroundings {
  /** As `cdk deploy` printed them. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly shop: Shop;
  readonly config: Config;
}

/** What conversions.json says. */
export interface Config {
  readonly testMode: boolean;
  readonly disabledAlarms: readonly string[];
}

/** Output that the stack has to have. */
export function output({ outputs }: Pick<Deployment, 'outputs'>, name: string): string {
  const value = outputs[name];
  if (value === undefined) throw new Error(`the stack printed no output "${name}"`);
  return value;
}

/** The events that Pinterest's stand-in processed with this id. */
export const received = ({ simulator }: Surroundings, eventId: string) =>
  simulator.events().filter(({ event }) => event.event_id === eventId);

/** Asks Pinterest with an event that is known to be good: whether it is well, or fails whatever it gets. */
import { type AttemptProps, attempt } from './attempt';
import { type Hold, held, isFailure } from './hold';
import { knownGood } from './known-good';

export interface Well {
  readonly kind: 'well';
}

export interface GoodOneProps extends AttemptProps {
  readonly now: () => number;
  /** Told when it was taken, and after how many milliseconds. */
  readonly onTaken: (milliseconds: number) => void;
}

/** One failure of the good event is chance; two are Pinterest's. */
const TRIES = 2;

export class GoodOne {
  private asking: Promise<Hold | Well> | undefined;

  public constructor(private readonly props: GoodOneProps) {}

  /** Several who need to know at the same time ask once. */
  public ask(tries = TRIES): Promise<Hold | Well> {
    this.asking ??= this.send(tries).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async send(most: number): Promise<Hold | Well> {
    let last: Hold = held('request', 'a good event was not sent');
    for (let tries = 0; tries < most; tries++) {
      const start = this.props.now();
      const answer = await attempt(knownGood(start), this.props);
      if (answer.kind === 'held') {
        if (!isFailure(answer)) return answer;
        last = answer;
      } else {
        const [result] = answer.kind === 'results' ? answer.results : [];
        if (result?.status === 'processed') {
          this.props.onTaken(this.props.now() - start);
          return { kind: 'well' };
        }
        const said = answer.kind === 'refused' ? answer.message : (result?.message ?? '');
        last = held('request', `HTTP ${answer.status} even for a good event: ${said}`);
      }
    }
    return last;
  }
}

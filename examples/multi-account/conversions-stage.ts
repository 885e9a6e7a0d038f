/** What is the same in every AWS account: one stack an ad account, each with queues, secrets, metrics and alarms of its own. */
import { type RemovalPolicy, Stage, type StageProps } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { PinterestConversionsStack } from 'cdk-pinterest-conversions';
import type { Construct } from 'constructs';

export interface ConversionsStageProps extends StageProps {
  readonly testMode: boolean;
  readonly host: string;
  readonly alarmEmails: string[];
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

const AD_ACCOUNTS = [
  { brand: 'Shoes', adAccountId: '549755885175', eventsPerDay: 20_000 },
  { brand: 'Hats', adAccountId: '549755885176', eventsPerDay: 2_000 },
];

export class ConversionsStage extends Stage {
  public constructor(scope: Construct, id: string, props: ConversionsStageProps) {
    super(scope, id, props);
    for (const { brand, adAccountId, eventsPerDay } of AD_ACCOUNTS) {
      new PinterestConversionsStack(this, brand, {
        adAccountId,
        allowedOrigins: [`https://${brand.toLowerCase()}.${props.host}`],
        testMode: props.testMode,
        alarmEmails: props.alarmEmails,
        expectedEventsPerDay: eventsPerDay,
        // where everything is tried out, silence and tests are as they should be.
        disabledAlarms: props.testMode ? ['NoEvents', 'EventVolumeFloor', 'EventVolumeDrop', 'TestModeLeftOn'] : [],
        logRetention: props.logRetention,
        removalPolicy: props.removalPolicy,
      });
    }
  }
}

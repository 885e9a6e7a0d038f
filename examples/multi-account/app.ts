/** Two AWS accounts, and in each two ad accounts: in one everything is tried out, in the other it counts. */
import { App, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ConversionsStage } from './conversions-stage';

const app = new App();

new ConversionsStage(app, 'Dev', {
  env: { account: '111122223333', region: 'eu-west-1' },
  // Pinterest checks these events and counts none, so that the ad accounts may be the same.
  testMode: true,
  host: 'dev.shop.example',
  alarmEmails: ['developers@shop.example'],
  logRetention: RetentionDays.THREE_DAYS,
  removalPolicy: RemovalPolicy.DESTROY,
});

new ConversionsStage(app, 'Prod', {
  env: { account: '444455556666', region: 'eu-west-1' },
  testMode: false,
  host: 'shop.example',
  alarmEmails: ['on-call@shop.example'],
  logRetention: RetentionDays.ONE_MONTH,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
});

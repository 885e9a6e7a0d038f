/** A shop that was there before: its DNS zone, its alarm topic, its paid orders. The construct moves in with it. */
import path from 'node:path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { PinterestConversions } from 'cdk-pinterest-conversions';
import type { Construct } from 'constructs';

export class ShopStack extends Stack {
  public constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: 'Z0123456789ABCDEFGHIJ',
      zoneName: 'shop.example',
    });
    const certificate = new Certificate(this, 'Certificate', {
      domainName: 'events.shop.example',
      validation: CertificateValidation.fromDns(zone),
    });
    const onCall = new Topic(this, 'OnCall');
    const paidOrders = new Queue(this, 'PaidOrders', {
      visibilityTimeout: Duration.minutes(15),
      deadLetterQueue: { queue: new Queue(this, 'OrdersNotReported'), maxReceiveCount: 20 },
    });

    const conversions = new PinterestConversions(this, 'Pinterest', {
      adAccountId: '549755885175',
      allowedOrigins: ['https://www.shop.example'],
      domainName: 'events.shop.example',
      certificateArn: certificate.certificateArn,
      hostedZoneId: zone.hostedZoneId,
      cookieDomain: 'shop.example',
      alarmTopic: onCall,
      expectedEventsPerDay: 5_000,
    });

    const reportOrders = new NodejsFunction(this, 'ReportOrders', {
      entry: path.join(__dirname, 'report-orders.ts'),
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.minutes(2),
    });
    reportOrders.addEventSource(new SqsEventSource(paidOrders, { reportBatchItemFailures: true }));
    conversions.connect(reportOrders);
  }
}

/** Options for a custom domain name. What they require of one another is in domain-faults.ts. */
import { CERTIFICATE_ARN, HOST } from '../private/domain-faults';
import { flag, text } from './kind';
import type { OptionsOf } from './option';

/** The longest name that DNS allows. */
const HOST_LENGTH = { maxLength: 253 };

export const HOST_OPTIONS = {
  domainName: {
    kind: text(HOST, 'a lowercase host name, without https://', HOST_LENGTH),
    fix: 'write one such as "events.shop.example"',
    example: 'events.shop.example',
  },
  hostedZoneId: {
    kind: text(/^Z[A-Z0-9]{1,31}$/, 'the ID of a Route 53 hosted zone'),
    fix: 'write one such as "Z0123456789ABCDEFGHIJ"',
    example: 'Z0123456789ABCDEFGHIJ',
  },
  certificateArn: {
    kind: text(CERTIFICATE_ARN, 'the ARN of a certificate in AWS Certificate Manager'),
    fix: 'copy it from the certificate’s page in the AWS console',
    example: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
  },
  disableExecuteApiEndpoint: { kind: flag, fix: 'write it without quotes', default: false, example: true },
  cookieDomain: {
    kind: text(HOST, 'a lowercase domain, without a leading dot', HOST_LENGTH),
    fix: 'write one such as "shop.example"',
    example: 'shop.example',
  },
} as const satisfies OptionsOf<
  'domainName' | 'hostedZoneId' | 'certificateArn' | 'disableExecuteApiEndpoint' | 'cookieDomain'
>;

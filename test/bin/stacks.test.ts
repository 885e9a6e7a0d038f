import { addStacks } from '../../bin/stacks';
import { testApp } from '../lib/stacks';

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const DOMAIN = { domainName: 'events.shop.example', certificateArn: CERTIFICATE };

function stacksOf(...[deployments, adAccountId]: [Parameters<typeof addStacks>[1], string?]): string[] {
  const app = testApp();
  addStacks(app, deployments, 'conversions.json', adAccountId);
  return app.node.children.map(({ node }) => node.id);
}

describe('stacks of the app', () => {
  it('is PinterestConversions for a single deployment', () => {
    expect(stacksOf([{ adAccountId: '1' }])).toEqual(['PinterestConversions']);
  });

  it('has the ad account in its name when there are several, or the name it is given', () => {
    expect(stacksOf([{ adAccountId: '1' }, { adAccountId: '2', stackName: 'Second' }])).toEqual([
      'PinterestConversions-1',
      'Second',
    ]);
  });

  it('takes the ad account of the command line before the one in the file', () => {
    const app = testApp();
    addStacks(app, [{ adAccountId: '1' }], 'conversions.json', '2');
    expect(JSON.stringify(app.synth().getStackByName('PinterestConversions').template)).toContain(
      '"PINTEREST_AD_ACCOUNT_ID":"2"',
    );
  });

  it('fails if the ad account is missing, and tells the newcomer where to find it and how to pass it', () => {
    expect(() => stacksOf([{}])).toThrow(/after \/advertiser\/.* top left.*-c adAccountId=.*"adAccountId": "<yours>"/);
    expect(() => stacksOf([{ adAccountId: '1' }, {}])).toThrow(/"\[1\]\.adAccountId" is missing/);
  });

  it('fails if the ad account of the command line could mean any of several', () => {
    expect(() => stacksOf([{ adAccountId: '1' }, { adAccountId: '2' }], '3')).toThrow(/2 deployments.* ambiguous/);
  });

  it('fails if two deployments would be one stack', () => {
    expect(() => stacksOf([{ adAccountId: '1' }, { adAccountId: '1' }])).toThrow(
      /two deployments would create the stack "PinterestConversions-1"; give one of them another "stackName"/,
    );
  });

  it('fails if two deployments want one domain', () => {
    const second = { ...DOMAIN, adAccountId: '2' };
    expect(() => stacksOf([{ ...DOMAIN, adAccountId: '1' }, second])).toThrow(
      /two deployments have the "domainName" "events\.shop\.example"; give each its own host name, such as "events-2\.shop\.example"/,
    );
    expect(
      stacksOf([
        { ...DOMAIN, adAccountId: '1' },
        { ...second, domainName: 'e2.shop.example' },
      ]),
    ).toHaveLength(2);
  });

  it('fails if the certificate is of another region than the one that the CDK deploys to', () => {
    const deployedTo = (region?: string) => () => addStacks(testApp(), [DOMAIN], 'c.json', '1', region);
    expect(deployedTo('eu-west-1')).toThrow(
      /^c\.json cannot be used:\n- "certificateArn" is in us-east-1, but this deployment goes to eu-west-1;/,
    );
    expect(deployedTo('us-east-1')).not.toThrow();
    expect(deployedTo(undefined)).not.toThrow();
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Lazy } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { conversionsStack, environmentOf, templateOf } from './stacks';

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const DOMAIN = { domainName: 'events.shop.example', certificateArn: CERTIFICATE };

const outputsOf = (template: ReturnType<typeof templateOf>) =>
  Object.fromEntries(Object.entries(template.findOutputs('*')).map(([id, { Value }]) => [id, Value]));

describe('domainName, certificateArn, hostedZoneId', () => {
  it('is the API with the certificate given', () => {
    const template = templateOf(DOMAIN);
    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'events.shop.example',
      DomainNameConfigurations: [{ CertificateArn: CERTIFICATE, EndpointType: 'REGIONAL' }],
    });
    template.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
  });

  it('is the endpoint that the owner is told of, and where to point its DNS record', () => {
    const outputs = outputsOf(templateOf(DOMAIN));
    expect(outputs.Endpoint).toBe('https://events.shop.example');
    expect(outputs.ScriptTag).toContain('src="https://events.shop.example/pinterest.js?v=');
    expect(outputs.DomainTarget).toEqual({ 'Fn::GetAtt': [expect.any(String), 'RegionalDomainName'] });
  });

  it('gets a certificate and its DNS records where the zone is known', () => {
    const template = templateOf({ domainName: 'events.shop.example', hostedZoneId: 'Z0123456789' });
    template.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'events.shop.example',
      DomainValidationOptions: [{ DomainName: 'events.shop.example', HostedZoneId: 'Z0123456789' }],
    });
    for (const Type of ['A', 'AAAA']) {
      template.hasResourceProperties('AWS::Route53::RecordSet', {
        Name: 'events.shop.example.',
        Type,
        HostedZoneId: 'Z0123456789',
        AliasTarget: Match.anyValue(),
      });
    }
    expect(outputsOf(template)).not.toHaveProperty('DomainTarget');
  });

  it('cookieDomain: sets the click id cookie for the domain that the owner names', () => {
    const template = templateOf({ ...DOMAIN, cookieDomain: 'shop.example' });
    expect(environmentOf(template, 'ingest')).toMatchObject({ cookieDomain: 'shop.example' });
    expect(outputsOf(template).ScriptTag).toContain('data-cookie-domain="shop.example"');
    expect(environmentOf(templateOf(DOMAIN), 'ingest')).not.toHaveProperty('cookieDomain');
  });

  it.each([
    [{ domainName: 'events.shop.example' }, /"domainName" needs a certificate; set "certificateArn"/],
    [{ certificateArn: CERTIFICATE }, /"certificateArn" needs "domainName"/],
    [{ hostedZoneId: 'Z0123456789' }, /"hostedZoneId" needs "domainName"/],
    [{ cookieDomain: 'shop.example' }, /"cookieDomain" needs "domainName"/],
    [{ disableExecuteApiEndpoint: true }, /"disableExecuteApiEndpoint" needs "domainName"/],
    [{ ...DOMAIN, cookieDomain: 'other.example' }, /"cookieDomain" must be .* write "shop.example"/],
    [{ ...DOMAIN, domainName: 'https://events.shop.example' }, /"domainName" must be a lowercase host name/],
    [{ ...DOMAIN, certificateArn: 'arn:aws:iam::123456789012:role/x' }, /"certificateArn" must be the ARN/],
    [{ ...DOMAIN, hostedZoneId: '/hostedzone/Z01' }, /"hostedZoneId" must be the ID/],
  ])('%j is refused', (props, message) => {
    expect(() => conversionsStack(props)).toThrow(message);
  });

  it('is refused with a certificate of another region, where the region of the stack is known', () => {
    const stackIn = (region: string) => conversionsStack({ ...DOMAIN, env: { region } });
    expect(() => stackIn('eu-west-1')).toThrow(
      /"certificateArn" is in us-east-1, but this deployment goes to eu-west-1; use a certificate in eu-west-1.*AWS_REGION=us-east-1/,
    );
    expect(() => stackIn('us-east-1')).not.toThrow();
    expect(() =>
      conversionsStack({ ...DOMAIN, certificateArn: Lazy.string({ produce: () => CERTIFICATE }) }),
    ).not.toThrow();
  });

  it('tells of a wrong certificate once, by its form', () => {
    const props = { ...DOMAIN, certificateArn: 'arn:aws:iam::123456789012:role/x', env: { region: 'eu-west-1' } };
    expect(() => conversionsStack(props)).toThrow(
      /validation error\(s\):\n- "certificateArn" must be the ARN[^\n]*\nat path/,
    );
  });
});

describe('script tag', () => {
  const tag = conversionsStack().conversions.scriptTag;

  it('holds the hash of the script that the endpoint serves', () => {
    const digest = createHash('sha384').update(readFileSync('assets/ingest/pinterest.js')).digest('base64');
    expect(tag).toContain(`integrity="sha384-${digest}" crossorigin="anonymous"`);
  });

  it('leaves the tag id to the owner, and its loading to the browser', () => {
    expect(tag).toMatch(/ data-tag-id="YOUR_TAG_ID" async><\/script>$/);
  });
});

describe('disableExecuteApiEndpoint', () => {
  const api = (props: object) =>
    Object.values(templateOf(props).findResources('AWS::ApiGatewayV2::Api'))[0]?.Properties;

  it('turns off the host name that AWS gives the API', () => {
    expect(api({ ...DOMAIN, disableExecuteApiEndpoint: true })).toHaveProperty('DisableExecuteApiEndpoint', true);
  });

  it('leaves the template as it was when it is off or left out', () => {
    expect(api({ ...DOMAIN, disableExecuteApiEndpoint: false })).not.toHaveProperty('DisableExecuteApiEndpoint');
    expect(api({ disableExecuteApiEndpoint: false })).toEqual(api({}));
  });
});

/** Settings that make no sense end the one-machine run with a message, before anything has started. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { startPinterestSimulator } from '../../local/pinterest-simulator';
import { checkout, runToExit, startLocalStack, until } from '../helpers/local-stack';

describe('settings of the one-machine run', () => {
  test('that make no sense end it with all that is wrong, before anything has started', async () => {
    const env = { PORT: '70000', INGEST_KEY: 'two words', PINTEREST_ACCESS_TOKEN: 'pina_secret' };
    const { code, output } = await runToExit({ env });
    expect(code).toBe(1);
    expect(output).toMatch(/PORT is "70000"[\s\S]*PINTEREST_AD_ACCOUNT_ID is missing[\s\S]*INGEST_KEY contains blanks/);
    expect(output).not.toContain('pina_secret');
    expect(output).not.toMatch(/endpoint| {4}at /);
  });

  test('a used port is named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, output } = await runToExit({ env: { PORT: `${port}` } });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`port ${port} is in use`);
  });

  test('a wrong conversions.json names the key', async () => {
    const { code, output } = await runToExit({ config: { allowedOrigin: ['https://shop.example'] } });
    expect(code).toBe(1);
    expect(output).toMatch(/allowedOrigin.*allowedOrigins/);
  });

  test('to another address than the simulator it sends tests, and live events with PINTEREST_LIVE=1', async () => {
    const sentTo = async (env: Record<string, string>) => {
      const pinterest = await startPinterestSimulator({ token: 'pina_of_the_owner', adAccountId: '7' });
      const stack = await startLocalStack({
        env: {
          PINTEREST_API_URL: pinterest.url,
          PINTEREST_ACCESS_TOKEN: 'pina_of_the_owner',
          PINTEREST_AD_ACCOUNT_ID: '7',
          ...env,
        },
      });
      await stack.send(checkout());
      const [request] = await until('a request', async () =>
        pinterest.requests().length > 0 ? pinterest.requests() : undefined,
      );
      await stack.stop();
      await pinterest.close();
      expect(stack.output()).not.toContain('pina_of_the_owner');
      return request;
    };
    const [test, live] = await Promise.all([sentTo({}), sentTo({ PINTEREST_LIVE: '1' })]);
    expect(test).toMatchObject({ status: 200, test: true, processed: 1 });
    expect(live).toMatchObject({ status: 200, test: false, processed: 1 });
  });

  test("the owner's event map decides here too, and Ctrl-C delivers what is queued and ends with 0", async () => {
    const stack = await startLocalStack({
      config: { eventMap: { 'trial started': { sendAs: 'signup', value: 40, currency: 'USD' } } },
    });
    await stack.send(checkout({ event_name: 'trial started', custom_data: {} }));
    const refused = await stack.send(checkout());
    const [sent] = await until('the event', async () => {
      const events = await stack.simulatorEvents();
      return events.length > 0 ? events : undefined;
    });
    expect(refused.status).toBe(422);
    expect(sent?.event).toMatchObject({ event_name: 'signup', custom_data: { value: '40', currency: 'USD' } });

    await stack.send(checkout({ event_name: 'trial started', custom_data: {} }));
    expect(await stack.stop()).toBe(0);
    expect(stack.output()).toContain('Everything accepted was delivered');
  });
});

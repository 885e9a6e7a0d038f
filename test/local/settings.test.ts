/** What the environment of the one-machine run may say, and what is told of anything else. */
import { readSettings, SettingsError } from '../../local/settings';

describe('readSettings', () => {
  const problemsOf = (env: Record<string, string>): readonly string[] => {
    try {
      readSettings(env, undefined);
      return [];
    } catch (error) {
      if (error instanceof SettingsError) return error.problems;
      throw error;
    }
  };

  test.each([
    [{ PORT: 'http' }, /PORT is "http"; set it to a port/],
    [{ PORT: '70000' }, /PORT is "70000"/],
    [{ INGEST_KEY: 'two words' }, /INGEST_KEY contains blanks/],
    [{ PINTEREST_LIVE: '1' }, /PINTEREST_LIVE=1 needs PINTEREST_ACCESS_TOKEN/],
    [{ PINTEREST_LIVE: 'yes' }, /PINTEREST_LIVE is "yes"; set it to 1/],
    [{ PINTEREST_ACCESS_TOKEN: 'pina_secret' }, /PINTEREST_AD_ACCOUNT_ID is missing/],
    [{ PINTEREST_AD_ACCOUNT_ID: '54975x' }, /not an ad account id: it is a number of 1 to 18 digits/],
    [{ PINTEREST_API_URL: 'http://pinterest.example' }, /not an https:\/\/ URL/],
    [{ PINTEREST_API_URL: 'https://pinterest.example' }, /without PINTEREST_ACCESS_TOKEN/],
  ])('%j is refused', (env, problem) => {
    const problems = problemsOf(env);
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
    expect(problems.join()).not.toContain('pina_secret');
  });

  test('nothing at all is the simulator, with a key made for this start', () => {
    const settings = readSettings({}, undefined);
    expect(settings).toMatchObject({ port: 8787, destination: { kind: 'simulator' } });
    expect(settings.ingestKey).not.toBe(readSettings({}, undefined).ingestKey);
  });
});

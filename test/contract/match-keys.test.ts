/** Every accepted event reports what Pinterest can match it by. */
import { MATCH_KEYS } from '../../contract/match-keys';
import { USER_DATA } from '../../contract/pinterest-event';
import { accepted, withUser } from '../helpers/factories';

describe('the match-key report', () => {
  test('names the keys that the event carries, and no others', () => {
    const raw = withUser({
      email: 'user@example.com',
      phone: '+14155550100',
      ln: ' ',
      client_ip_address: '192.0.2.1',
      click_id: 'abc',
    });
    expect(accepted(raw).matchKeys).toEqual(['em', 'ph', 'click_id', 'client_ip_address']);
  });

  test('leaves out a key whose value could not be read', () => {
    expect(accepted(withUser({ em: 'user@example.com', ph: 'none of yours' })).matchKeys).toEqual(['em']);
  });

  test('knows every field of user_data but the one that describes instead of identifying', () => {
    expect([...MATCH_KEYS, 'customer_type'].sort()).toEqual(Object.keys(USER_DATA).sort());
  });
});

/** The shop's own code: what it tells of its pages, and the cookie question. It works before the script has loaded. */
window.pinterestConversions ??= { calls: [] };
const { calls } = window.pinterestConversions;

const ARMCHAIR = { id: 'chair-01', item_name: 'Armchair', item_price: 480, quantity: 1 };
const WORTH = { value: 480, currency: 'USD', contents: [ARMCHAIR], content_ids: [ARMCHAIR.id], num_items: 1 };

const address = new URLSearchParams(location.search);
const page = document.querySelector('main').dataset.page;

/** The shop knows the address of who has typed it in; the endpoint hashes it. */
const customer = () => ({ email: sessionStorage.getItem('email') ?? undefined });

if (page === 'home') calls.push(['page_visit']);
if (page === 'product') calls.push(['page_visit', { content_ids: [ARMCHAIR.id], content_name: ARMCHAIR.item_name }]);
if (page === 'thank-you') {
  const order_id = address.get('order');
  document.querySelector('#number').textContent = order_id;
  calls.push(['checkout', { ...WORTH, order_id }, customer()]);
}

document.querySelector('#add')?.addEventListener('click', () => {
  window.pinterestConversions.calls.push(['add_to_cart', WORTH]);
});
document.querySelector('#order')?.addEventListener('submit', ({ target }) => {
  sessionStorage.setItem('email', new FormData(target).get('email'));
});
document.querySelector('#subscribed')?.toggleAttribute('hidden', !address.has('subscribed'));

const question = document.querySelector('#consent');
const answer = localStorage.getItem('pinterest-allowed');
question.hidden = answer !== null;
if (answer !== null) calls.push(['consent', answer === 'yes']);
question.addEventListener('click', ({ target }) => {
  if (!target.dataset.answer) return;
  localStorage.setItem('pinterest-allowed', target.dataset.answer);
  window.pinterestConversions.calls.push(['consent', target.dataset.answer === 'yes']);
  question.hidden = true;
});

import { call } from './api.js';
import { busy, byId, el, euros, time } from './dom.js';

const SHOWN = 8;
const MOOD = { CONFIRMED: 'good', REJECTED: 'bad', PENDING: 'warn' };

export function startOrders() {
  byId('reload').addEventListener('click', (event) => busy(event.currentTarget, loadOrders));
}

export async function loadOrders() {
  const result = await call('GET', `/api/orders?limit=${SHOWN}`);
  const lines = result.ok ? result.data.map(line) : [el('li', { class: 'empty' }, result.problem)];
  byId('order-list').replaceChildren(...(lines.length ? lines : [el('li', { class: 'empty' }, 'No orders yet. Place one.')]));
}

function line(order) {
  const items = order.items.map((item) => `${item.quantity} × ${item.sku}`).join(', ');
  const told = order.confirmationSentAt ? ', customer told' : '';
  return el('li', {},
    el('span', {}, items),
    el('span', { class: 'sum' }, order.status === 'CONFIRMED' ? euros(order.total) : '–'),
    el('span', { class: 'small' }, `${order.customer}, ${time(new Date(order.createdAt))}`),
    el('span', { class: 'small status', title: order.reason ?? undefined },
      el('span', { class: MOOD[order.status] }, order.status.toLowerCase()), told));
}

import { report } from './activity.js';
import { call } from './api.js';
import { busy, byId, el, euros } from './dom.js';

const FEW = 10;
const DELIVERY = 20;
const SVG = 'http://www.w3.org/2000/svg';
const DRAWN = new Set(['BOOK-01', 'LAMP-01', 'MUG-01', 'SOCK-01', 'TEA-01', 'VINYL-01']);

export function startShelf(changed) {
  const form = byId('order');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(event.submitter ?? form.querySelector('button'), () => placeOrder(changed));
  });
  byId('restock').addEventListener('click', (event) => busy(event.currentTarget, () => restock(changed)));
}

export async function loadShelf() {
  const result = await call('GET', '/api/products');
  if (!result.ok) {
    byId('products').replaceChildren(el('p', { class: 'empty' }, result.problem));
    return;
  }
  const chosen = selected() ?? result.data[0]?.sku;
  const focused = document.activeElement?.value;
  byId('products').replaceChildren(...result.data.map((product) => card(product, product.sku === chosen)));
  [...byId('products').querySelectorAll('input')].find((input) => input.value === focused)?.focus();
}

function card(product, checked) {
  const input = el('input', { type: 'radio', name: 'sku', value: product.sku, checked });
  const few = product.available < FEW;
  return el('label', { class: 'product' }, input,
    el('span', { class: 'card' },
      icon(product.sku),
      el('span', { class: 'name' }, product.name),
      el('span', { class: 'facts' },
        el('span', {}, euros(product.price)),
        el('span', few ? { class: 'few' } : {}, product.available === 0 ? 'sold out' : `${product.available} left`))));
}

function icon(sku) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `/icons.svg#${DRAWN.has(sku) ? sku : 'item'}`);
  svg.append(use);
  return svg;
}

function selected() {
  return byId('products').querySelector('input:checked')?.value;
}

async function placeOrder(changed) {
  const order = { customer: byId('customer').value, sku: selected(), quantity: Number(byId('quantity').value) };
  const result = await call('POST', '/api/orders', order);
  report(`Order ${order.quantity} × ${order.sku}`, result, result.ok ? `Confirmed, ${euros(result.data.total)}.` : '');
  changed();
}

async function restock(changed) {
  const sku = selected();
  const result = await call('POST', '/api/restocks', { sku, quantity: DELIVERY });
  report(`Restock ${sku}`, result, result.ok ? `${result.data.available} on the shelf.` : '');
  changed();
}

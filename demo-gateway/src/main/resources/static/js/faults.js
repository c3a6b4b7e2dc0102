import { report } from './activity.js';
import { call } from './api.js';
import { busy, byId, el } from './dom.js';
import { floodCard } from './flood.js';

const FAULTS = [
  {
    path: 'out-of-stock',
    title: 'Out of stock',
    button: 'Order 1,000 records',
    shows: 'More than the shelf can hold. Inventory declines with 409, the order is rejected, and the reason is in the logs of the trace.',
  },
  {
    path: 'validation',
    title: 'Bad input',
    button: 'Send an empty order',
    shows: 'No customer, no product. Orders answers 400 with a sentence for each field; inventory is never asked.',
  },
  {
    path: 'slow',
    title: 'Slow order',
    button: 'Order during a stock take',
    shows: 'A stock take locks a row for two seconds. The trace shows which statement waits, and for how long.',
    done: (result) => `Confirmed after ${(result.millis / 1000).toFixed(1)} s; the update of the stock waited for a lock.`,
  },
  {
    path: 'failure',
    title: 'Failing service',
    button: 'Make inventory fail',
    shows: 'Inventory throws. Its 500 becomes a 502 at the gateway; the exception and its log line are on the span where it happened.',
  },
  {
    path: 'n-plus-one',
    title: 'N+1 queries',
    button: 'Read the orders twice',
    shows: 'The same orders, joined and with a query for each. The trace shows both side by side.',
    done: ({ data }) => `${data.orders} orders: ${data.joinedQueries} query joined, ${data.chattyQueries} queries one by one.`,
  },
];

export function startFaults(changed) {
  byId('faults').replaceChildren(...FAULTS.map((fault) => card(fault, changed)), floodCard());
}

function card(fault, changed) {
  const trigger = async () => {
    const result = await call('POST', `/api/faults/${fault.path}`);
    report(fault.title, result, fault.done?.(result) ?? 'Nothing went wrong, which is wrong.');
    changed();
  };
  const describedBy = `about-${fault.path}`;
  return el('article', { class: 'fault' },
    el('h3', {}, fault.title),
    el('p', { id: describedBy }, fault.shows),
    el('div', { class: 'actions' },
      el('button', {
        class: 'button quiet',
        type: 'button',
        'aria-describedby': describedBy,
        click: (event) => busy(event.currentTarget, trigger),
      }, fault.button)));
}

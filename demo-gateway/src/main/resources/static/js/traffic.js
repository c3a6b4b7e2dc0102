import { report } from './activity.js';
import { call } from './api.js';
import { busy, byId, el, number, time } from './dom.js';

const LOOK_MILLIS = 3000;
const RELOAD_EVERY = 4;
let running = false;
let looks = 0;
let timer;

export function startTraffic(changed) {
  byId('traffic-toggle').addEventListener('click', (event) => busy(event.currentTarget, () => toggle(changed)));
  look(changed);
}

async function toggle(changed) {
  const stopping = running;
  const result = await call(stopping ? 'DELETE' : 'POST', '/api/traffic');
  report(stopping ? 'Stop traffic' : 'Start traffic', result,
    stopping ? `Stopped after ${number(result.data?.placed ?? 0)} orders.` : 'Each order has a trace of its own.');
  show(result, changed);
}

async function look(changed) {
  show(await call('GET', '/api/traffic'), changed);
}

// Looks again only while there is something to see: every look is a request, too.
function show(result, changed) {
  clearTimeout(timer);
  const was = running;
  const state = result.data;
  running = result.ok && state.running;
  byId('traffic-toggle').textContent = running ? 'Stop' : 'Start';
  if (result.ok && (running || state.placed > 0)) {
    numbers(state);
  }
  byId('traffic-state').textContent = running
    ? `Running. Stops by itself at ${time(new Date(state.endsAt))}.`
    : 'About one order a second. Stops by itself after ten minutes.';
  if (running) {
    timer = setTimeout(() => look(changed), LOOK_MILLIS);
  }
  looks += 1;
  if (running ? looks % RELOAD_EVERY === 0 : was) {
    changed();
  }
}

function numbers(state) {
  const cells = [
    ['Per second', state.ordersPerSecond.toFixed(1)],
    ['Confirmed', number(state.confirmed)],
    ['Sold out', number(state.refused)],
    ['Failed', number(state.failed)],
  ];
  byId('traffic-numbers').replaceChildren(...cells.map(([name, value]) =>
    el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

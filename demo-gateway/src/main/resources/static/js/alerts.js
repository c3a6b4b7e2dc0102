import { call } from './api.js';
import { byId, el, time } from './dom.js';

const LOOK_MILLIS = 10000;
let grafana;

// Only where a Grafana is configured somebody sends alerts.
export function startAlerts(url) {
  grafana = url;
  byId('alerts').hidden = false;
  look();
}

async function look() {
  const result = await call('GET', '/api/alerts');
  if (result.ok) {
    const items = result.data.map(item);
    byId('alert-list').replaceChildren(...(items.length ? items : [el('li', { class: 'empty' }, 'Nothing fires.')]));
  }
  setTimeout(look, LOOK_MILLIS);
}

function item(alert) {
  const parts = [
    el('span', { class: `badge ${alert.severity === 'critical' ? 'bad' : 'warn'}` }, alert.severity || 'alert'),
    el('span', { class: 'what' }, alert.name),
    el('time', {}, alert.since ? time(new Date(alert.since)) : ''),
    el('span', { class: 'result' }, alert.summary),
  ];
  if (alert.dashboard.startsWith('/')) {
    parts.push(el('a', { class: 'trace', href: grafana.replace(/\/$/, '') + alert.dashboard, target: '_blank', rel: 'noopener' }, 'Dashboard'));
  }
  return el('li', {}, el('div', { class: 'line' }, ...parts));
}

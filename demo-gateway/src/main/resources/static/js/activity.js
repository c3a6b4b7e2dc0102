import { byId, el, time } from './dom.js';

const KEEP = 30;
// Services send in batches, and a Collector waits for the whole trace before it passes it on.
const ARRIVAL_MILLIS = 12_000;
let traceUrl;

// The template of a link to a trace comes from the gateway's configuration.
export function traceLinks(template) {
  traceUrl = template;
  const link = byId('telemetry');
  link.href = new URL(template).origin + '/';
  link.hidden = false;
}

// Shows what an action led to: status, sentence, and its trace if there is one.
export function report(what, result, sentence) {
  const latest = byId('latest');
  const before = latest.querySelector('.line');
  if (before) {
    const earlier = byId('earlier');
    earlier.prepend(el('li', {}, before));
    while (earlier.children.length > KEEP) {
      earlier.lastElementChild.remove();
    }
  }
  latest.replaceChildren(line(what, result, sentence));
}

function line(what, result, sentence) {
  const text = result.ok ? sentence : result.problem;
  const duration = result.millis ? ` (${result.millis} ms)` : '';
  const parts = [
    el('span', { class: `badge ${mood(result.status)}` }, result.status || 'none'),
    el('span', { class: 'what' }, what),
    el('time', {}, time(new Date())),
    el('span', { class: 'result' }, text + duration),
  ];
  if (result.traceId && traceUrl) {
    const href = traceUrl.replace('{traceId}', encodeURIComponent(result.traceId));
    parts.push(el('a', { class: 'trace', href, target: '_blank', rel: 'noopener' }, `Trace ${result.traceId.slice(0, 8)}…`));
    const pending = el('span', { class: 'pending', title: 'The link may find nothing yet: a trace takes some seconds to arrive' }, 'on its way');
    setTimeout(() => pending.remove(), ARRIVAL_MILLIS);
    parts.push(pending);
  }
  return el('div', { class: 'line' }, ...parts);
}

function mood(status) {
  if (status >= 200 && status < 300) {
    return 'good';
  }
  return status >= 400 && status < 500 ? 'warn' : 'bad';
}

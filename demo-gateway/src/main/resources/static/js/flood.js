import { report } from './activity.js';
import { call } from './api.js';
import { busy, el, number } from './dom.js';

const PATH = '/api/faults/label-flood';
const USERS = 100000;
const LOOK_MILLIS = 700;

// The label flood takes a while: it has a bar, and a button to stop it.
export function floodCard() {
  const bar = el('progress', { max: USERS, value: 0, 'aria-label': 'Users counted', hidden: true });
  const stop = el('button', { class: 'button quiet', type: 'button', hidden: true }, 'Stop');
  const start = el('button', { class: 'button quiet', type: 'button', 'aria-describedby': 'about-flood' }, `Count ${number(USERS)} users`);

  const follow = async () => {
    const { ok, data } = await call('GET', PATH);
    if (!ok || data.phase !== 'RUNNING') {
      return data;
    }
    show(data);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
    return follow();
  };
  const show = (state) => {
    bar.max = state.users;
    bar.value = state.done;
    bar.hidden = false;
    stop.hidden = state.phase !== 'RUNNING';
  };
  const trigger = async () => {
    const result = await call('POST', `${PATH}?users=${USERS}`);
    if (result.ok) {
      show(result.data);
      const end = await follow();
      show(end ?? result.data);
      stop.hidden = true;
      report('Label flood', result, `${number(end?.done ?? 0)} users, each a label value on two counters. Look how many series are left.`);
    } else {
      report('Label flood', result);
    }
  };
  start.addEventListener('click', () => busy(start, trigger));
  stop.addEventListener('click', () => {
    start.focus();
    call('DELETE', PATH);
  });

  return el('article', { class: 'fault' },
    el('h3', {}, 'Label flood'),
    el('p', { id: 'about-flood' },
      'Every user a label value of its own, through Micrometer and through OpenTelemetry. The series must not explode.'),
    el('div', { class: 'actions' }, start, stop, bar));
}

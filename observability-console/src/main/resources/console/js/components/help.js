// Which keys do what, and what the marks mean.
import { html } from '../lit.js';

const KEYS = [
	['Everywhere', [
		['/', 'search'], ['g t', 'traces'], ['g l', 'logs'], ['g m', 'metrics'], ['g c', 'cardinality'], ['g s', 'service map'],
		['p', 'pause or resume'], ['r', 'read again'], ['?', 'this help'], ['Esc', 'close, leave a field'],
	]],
	['Lists', [['j k', 'next, previous'], ['Enter', 'open the trace'], ['o', 'open the log record'], ['n', 'show what is new']]],
	['Trace', [
		['j k', 'next, previous span'], ['h l', 'collapse, expand'], ['Enter', 'span details'], ['e', 'next error'],
		['c', 'critical path'], ['z', 'whole trace again'], ['Esc', 'close details, back to the list'],
	]],
];

export function help() {
	return html`<div class="help">${KEYS.map(([title, keys]) => html`<section><h3>${title}</h3>
			<dl class="keys">${keys.map(([key, what]) => html`<div>
				<dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd>`)}</dt><dd>${what}</dd></div>`)}</dl></section>`)}
		<section><h3>Marks on a span's bar</h3>
			<dl class="keys marks">
				<div><dt><i class="mark-sample dot"></i></dt><dd>a log record, by severity</dd></div>
				<div><dt><i class="mark-sample dot level-warn"></i></dt><dd>a warning</dd></div>
				<div><dt><i class="mark-sample dot level-error"></i></dt><dd>an error</dd></div>
				<div><dt><i class="mark-sample diamond"></i></dt><dd>a span event</dd></div>
			</dl></section>
		<p class="note">This is a development console. It listens on this machine only, keeps nothing on disk and
			forgets the oldest traces first. It has no alerts and no query language: for those, run the stack of <code>docker compose</code>.</p>
	</div>`;
}

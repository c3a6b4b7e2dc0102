// The live list of log records of all services, newest first; each leads to its trace.
import { app, redraw } from '../app.js';
import { empty, problem, waiting } from '../components/chips.js';
import { filters, isFiltered, values } from '../components/filters.js';
import { logRow, logRowHead } from '../components/log-row.js';
import { onboarding } from '../components/onboarding.js';
import { RowCursor } from '../components/row-cursor.js';
import { count, plural } from '../format.js';
import { HeldList } from '../held-list.js';
import { html, nothing, repeat } from '../lit.js';
import { Loader } from '../loader.js';

const PAGE = 200;

const LEVELS = [['', 'All levels'], ['DEBUG', 'Debug and above'], ['INFO', 'Info and above'], ['WARN', 'Warn and above'], ['ERROR', 'Errors']];

export function logsView() {
	const list = new HeldList('key');
	const cursor = new RowCursor(redraw);
	let hovered = false;
	let query = new URLSearchParams();
	let limit = PAGE;
	let asked = '';
	const held = () => hovered || cursor.at !== null || scrollY > 120 || document.querySelector('.view-logs details[open]');
	const loader = new Loader(() => {
		if (loader.value) {
			list.put(keyed(loader.value.logs), held());
		}
		redraw();
	});
	const fields = () => [
		{ name: 'service', label: 'Service', kind: 'select', options: [['', 'All services'], ...app.services.map((name) => [name, name])] },
		{ name: 'severity', label: 'Level', kind: 'select', options: LEVELS },
		{ name: 'text', label: 'Text', kind: 'search', hint: 'in the message', search: true },
		{ name: 'traceId', label: 'Trace id', kind: 'search' },
	];
	const ask = () => loader.ask('/api/logs', { ...values(query, fields()), limit });
	const release = () => {
		list.release();
		cursor.clear();
		scrollTo(0, 0);
	};

	function show(route) {
		query = route.query;
		const question = JSON.stringify(values(query, fields()));
		if (question === asked) {
			loader.again();
			return;
		}
		asked = question;
		limit = PAGE;
		list.forget();
		cursor.clear();
		ask();
	}

	function more() {
		limit *= 3;
		cursor.at = null;
		ask().then(() => {
			list.release();
			redraw();
		});
	}

	function status(total) {
		return html`<p class="list-status" aria-live="polite">
			${loader.value ? html`<span>${list.rows.length < total ? html`${count(list.rows.length)} of ${plural(total, 'record')}` : plural(total, 'record')}</span>` : nothing}
			${list.waiting ? html`<button type="button" class="pill" @click=${release}>${count(list.waiting)} new</button>` : nothing}</p>`;
	}

	function template() {
		const total = loader.value?.total ?? 0;
		return html`<h1 class="hidden">Logs</h1>
			${filters('logs', query, fields(), status(total))}
			${loader.error ? problem(loader.error) : nothing}
			${list.rows.length ? rows(total) : loader.error ? nothing : loader.value ? nothingFound() : waiting('logs')}`;
	}

	function rows(total) {
		return html`<section class="panel" aria-label="Log records, newest first" @pointerenter=${() => hovered = true} @pointerleave=${() => hovered = false}>
				${logRowHead('Trace')}
				<ol class="rows">${repeat(list.rows, ({ key }) => key, ({ log, key }) => logRow(log, { key, selected: cursor.at === key }))}</ol>
			</section>
			${list.rows.length < total ? html`<button class="button more" @click=${more}>Show more</button>` : nothing}`;
	}

	function nothingFound() {
		return isFiltered(query, fields())
			? empty('No log record matches these filters', html`<p>Records that match appear here by themselves as they arrive.</p>`)
			: empty('No log records yet', onboarding('logs'));
	}

	return {
		title: () => 'Logs',
		show,
		template,
		changed: () => loader.again(),
		left: () => hovered = false,
		keys: { ...cursor.keys, Escape: () => cursor.clear(), n: release, o: () => toggle(cursor.element()) },
	};
}

/** Log records have no id of their own: time, span and the turn among equals make one. */
function keyed(logs) {
	const turns = new Map();
	return [...logs].reverse().map((log) => {
		const base = `${log.timeNanos}-${log.service}-${log.spanId}`;
		const turn = turns.get(base) ?? 0;
		turns.set(base, turn + 1);
		return { key: `${base}-${turn}`, log };
	}).reverse();
}

function toggle(row) {
	const details = row?.querySelector('details');
	if (details) {
		details.open = !details.open;
	}
}

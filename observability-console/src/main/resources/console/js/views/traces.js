// The live list of traces: newest first, filtered by what the address says.
import { app, redraw } from '../app.js';
import { empty, problem, waiting } from '../components/chips.js';
import { filters, isFiltered, values } from '../components/filters.js';
import { onboarding } from '../components/onboarding.js';
import { RowCursor } from '../components/row-cursor.js';
import { scatter } from '../components/scatter.js';
import { traceRow, traceRowHead } from '../components/trace-row.js';
import { count, plural } from '../format.js';
import { HeldList } from '../held-list.js';
import { html, nothing, repeat } from '../lit.js';
import { Loader } from '../loader.js';

const PAGE = 100;

export function tracesView() {
	const list = new HeldList('traceId');
	const cursor = new RowCursor(redraw);
	let hovered = false;
	let query = new URLSearchParams();
	let limit = PAGE;
	let asked = '';
	const held = () => hovered || cursor.at !== null || scrollY > 120;
	const loader = new Loader(() => {
		if (loader.value) {
			list.put(loader.value.traces, held());
		}
		redraw();
	});
	const fields = () => [
		{ name: 'service', label: 'Service', kind: 'select', options: [['', 'All services'], ...app.services.map((name) => [name, name])] },
		{ name: 'name', label: 'Name', kind: 'search', hint: 'contains', search: true },
		{ name: 'attribute', label: 'Attribute', kind: 'search', hint: 'key=value' },
		{ name: 'id', label: 'Trace id', kind: 'search', hint: 'or its beginning' },
		{ name: 'minMillis', label: 'At least', kind: 'number', hint: 'ms' },
		{ name: 'errors', label: 'Errors only', kind: 'toggle' },
	];
	const ask = () => loader.ask('/api/traces', { ...values(query, fields()), limit });
	const release = () => {
		list.release();
		cursor.clear();
		scrollTo(0, 0);
	};

	function show(route) {
		query = route.query;
		const question = JSON.stringify(values(query, fields()));
		if (question !== asked) {
			asked = question;
			limit = PAGE;
			list.forget();
			cursor.clear();
			ask();
		}
		else {
			loader.again();
		}
	}

	function more() {
		limit *= 3;
		hovered = false;
		ask();
	}

	function status(total) {
		return html`<p class="list-status" aria-live="polite">
			${loader.value ? html`<span>${list.rows.length < total ? html`${count(list.rows.length)} of ${plural(total, 'trace')}` : plural(total, 'trace')}</span>` : nothing}
			${list.waiting ? html`<button type="button" class="pill" @click=${release}>${count(list.waiting)} new</button>` : nothing}
		</p>`;
	}

	function template() {
		const total = loader.value?.total ?? 0;
		return html`<h1 class="hidden">Traces</h1>
			${filters('traces', query, fields(), status(total))}
			${loader.error ? problem(loader.error) : nothing}
			${list.rows.length ? rows(total) : loader.error ? nothing : loader.value ? nothingFound() : waiting('traces')}`;
	}

	function rows(total) {
		const longest = usual(list.rows.map((trace) => trace.millis));
		return html`${scatter(list.rows)}
			<section class="panel" aria-label="Traces, newest first" @pointerenter=${() => hovered = true} @pointerleave=${leave}>
				${traceRowHead()}
				<ol class="rows">${repeat(list.rows, (trace) => trace.traceId, (trace) => traceRow(trace, longest, cursor.at))}</ol>
			</section>
			${list.rows.length < total ? html`<button class="button more" @click=${more}>Show more</button>` : nothing}`;
	}

	function leave() {
		hovered = false;
		if (list.waiting && !held()) {
			list.release();
			redraw();
		}
	}

	function nothingFound() {
		if (isFiltered(query, fields())) {
			return empty('No trace matches these filters', html`<p>New traces that match appear here by themselves.
				A trace is found by any of its spans' services and attributes; the name is compared with its spans' names.</p>`);
		}
		return empty('No traces yet', onboarding('traces'));
	}

	return {
		title: () => 'Traces',
		show,
		template,
		changed: () => loader.again(),
		left: () => hovered = false,
		keys: { ...cursor.keys, Escape: () => cursor.clear(), n: release },
	};
}

/** The length of a full bar: nearly all traces fit into it, and a few very slow ones do not flatten the others. */
function usual(millis) {
	const sorted = millis.sort((one, other) => one - other);
	return Math.max(sorted[Math.floor((sorted.length - 1) * 0.95)], 0.001);
}

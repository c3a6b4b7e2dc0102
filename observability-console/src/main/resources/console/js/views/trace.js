// One trace: header, waterfall, the selected span, and all logs of the trace in time order.
import { redraw } from '../app.js';
import { problem, waiting } from '../components/chips.js';
import { spanDetail } from '../components/span-detail.js';
import { TraceHead } from '../components/trace-head.js';
import { traceLogs } from '../components/trace-logs.js';
import { missingTrace } from '../components/trace-missing.js';
import { Waterfall } from '../components/waterfall.js';
import { html, nothing } from '../lit.js';
import { Loader } from '../loader.js';
import { go, href, replace } from '../route.js';
import { traceModel } from '../trace/model.js';

export function traceView() {
	let traceId = '';
	let model = null;
	let selected = null;
	let sought = null;
	const loader = new Loader(() => {
		if (loader.value && !loader.error && loader.value !== model?.trace) {
			model = traceModel(loader.value);
			waterfall.put(model, selected);
		}
		redraw();
	});
	const select = (spanId) => replace(href(spanId ? ['trace', traceId, spanId] : ['trace', traceId]));
	const waterfall = new Waterfall(select, redraw);
	const head = TraceHead({ nextError, showLogs: () => document.getElementById('logs')?.scrollIntoView({ behavior: 'smooth' }), waterfall });

	function show(route) {
		const [id, spanId = null] = route.parts;
		const arrived = id !== traceId;
		if (arrived) {
			traceId = id ?? '';
			model = null;
			sought = spanId;
			loader.forget();
			waterfall.forget();
			loader.ask(`/api/traces/${encodeURIComponent(traceId)}`);
		}
		if (selected !== spanId || arrived) {
			selected = spanId;
			waterfall.select(spanId);
		}
	}

	function nextError() {
		const errors = model?.origins ?? [];
		if (errors.length) {
			const now = model.byId.get(selected)?.index ?? -1;
			const next = errors.find((item) => item.index > now) ?? errors[0];
			waterfall.reveal(next.span.spanId);
			select(next.span.spanId);
		}
	}

	function template() {
		if (!model) {
			return loader.error?.status === 404 ? missingTrace(traceId, loader.error) : loader.error ? problem(loader.error) : waiting('the trace');
		}
		const item = model.byId.get(selected);
		return html`${head(model)}
			${loader.error ? goneNote(loader.error) : nothing}
			<div class="trace-body ${item ? 'with-detail' : ''}">
				${waterfall.template()}
				${item ? spanDetail(model, item, { select, close: () => select(null) }) : nothing}
			</div>
			${selected && !item ? html`<p class="note">Span <code>${selected}</code> has not arrived in this trace.</p>` : nothing}
			${traceLogs(model, selected, (spanId) => { waterfall.reveal(spanId); select(spanId); })}`;
	}

	function drawn() {
		waterfall.drawn();
		if (sought && model) {
			waterfall.reveal(sought);
			sought = null;
		}
	}

	return {
		title: () => model ? `${model.spans[0]?.span.name ?? 'Trace'}` : 'Trace',
		show, template, drawn,
		changed: () => loader.again(),
		keys: {
			...waterfall.keys,
			e: nextError,
			Escape: () => selected ? select(null) : go('#/traces'),
		},
	};
}

function goneNote(error) {
	return error.status === 404 ? html`<div class="banner warn" role="status"><span>This trace has left the console's memory since it was opened; what you see is a copy of it.</span></div>` : nothing;
}

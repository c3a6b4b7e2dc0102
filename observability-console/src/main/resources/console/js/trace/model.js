// A trace as the waterfall needs it: offsets in milliseconds, depth, children, log records and events of each span.
// An error's origin is a failed span none of whose children failed; the failed spans above it only passed it on.
import { level } from '../components/chips.js';
import { millisBetween } from '../format.js';

export function traceModel(trace) {
	const byId = new Map();
	const spans = trace.spans.map((span, index) => {
		const item = {
			span, index, depth: 0, parent: null, children: [],
			from: millisBetween(trace.startNanos, span.startNanos),
			error: span.status === 'ERROR',
			marks: span.events.map((event) => eventMark(event, trace.startNanos)),
			logs: [],
		};
		item.to = item.from + span.millis;
		byId.set(span.spanId, item);
		return item;
	});
	for (const item of spans) {
		const parent = byId.get(item.span.parentSpanId);
		if (parent && parent !== item) {
			item.parent = parent;
			item.depth = parent.depth + 1;
			parent.children.push(item);
		}
	}
	for (const log of trace.logs) {
		const item = byId.get(log.spanId);
		if (item) {
			item.logs.push(log);
			item.marks.push({ at: millisBetween(trace.startNanos, log.timeNanos), level: level(log.severityNumber), text: log.body, log });
		}
	}
	spans.forEach(count);
	for (const item of spans) {
		item.origin = item.error && !item.children.some((child) => child.error);
	}
	return {
		trace, spans, byId,
		millis: Math.max(trace.millis, 0.001),
		errors: spans.filter((item) => item.error),
		origins: spans.filter((item) => item.origin),
		services: services(spans),
		critical: null,
	};
}

function eventMark(event, start) {
	return { at: millisBetween(start, event.timeNanos), event, level: event.name === 'exception' ? 'error' : 'info', text: event.name };
}

function count(item) {
	for (let above = item.parent; above; above = above.parent) {
		above.below = (above.below ?? 0) + 1;
		above.errorsBelow = (above.errorsBelow ?? 0) + (item.error ? 1 : 0);
	}
}

function services(spans) {
	const found = new Map();
	for (const { span, error } of spans) {
		const service = found.get(span.service) ?? { name: span.service, spans: 0, errors: 0 };
		service.spans++;
		service.errors += error ? 1 : 0;
		found.set(span.service, service);
	}
	return [...found.values()];
}

/** Time in which the span itself was at work: its duration without the time that any child covers. */
export function selfMillis(item) {
	let covered = 0;
	let end = item.from;
	for (const child of [...item.children].sort((a, b) => a.from - b.from)) {
		const from = Math.max(child.from, end);
		const to = Math.min(child.to, item.to);
		if (to > from) {
			covered += to - from;
			end = to;
		}
	}
	return Math.max(0, item.span.millis - covered);
}

/** The rows that are shown when the children of the collapsed spans are hidden. */
export function visibleRows(model, collapsed) {
	if (collapsed.size === 0) {
		return model.spans;
	}
	const hidden = new Set();
	return model.spans.filter((item) => {
		const parent = item.parent;
		if (parent && (collapsed.has(parent.span.spanId) || hidden.has(parent))) {
			hidden.add(item);
			return false;
		}
		return true;
	});
}

/** Marks so close that they would cover each other become one, which keeps the worst level and says how many it stands for. */
export function gathered(marks, from, to) {
	const slots = new Map();
	for (const mark of marks) {
		if (mark.at >= from && mark.at <= to) {
			const slot = `${mark.event ? 'e' : 'l'}${Math.round((mark.at - from) / (to - from) * 120)}`;
			const known = slots.get(slot);
			if (!known) {
				slots.set(slot, { ...mark, number: 1 });
			}
			else {
				known.number++;
				known.level = worse(known.level, mark.level);
				known.text = known.number <= 4 ? `${known.text}\n${mark.text}` : known.text;
			}
		}
	}
	return [...slots.values()];
}

function worse(one, other) {
	return ['error', 'warn', 'info', 'debug', 'none'].find((name) => name === one || name === other);
}

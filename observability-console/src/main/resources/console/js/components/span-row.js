// One row of the waterfall: name in the tree, duration, and the bar with its log records and events.
import { count, duration, plural } from '../format.js';
import { html, nothing, place } from '../lit.js';
import { colourClass } from '../services.js';
import { gathered } from '../trace/model.js';
import { icons } from './icons.js';

const INDENT = 14;

const DEEPEST = 24;

export function spanRow(item, { zoom, selected, collapsed, critical, toggle, select }) {
	const { span, depth, children, error } = item;
	const folded = collapsed.has(span.spanId);
	const border = item.parent?.span.service !== span.service;
	const classes = [colourClass(span.service), item.origin ? 'failed origin' : error ? 'failed' : '', selected === span.spanId ? 'selected' : '', span.orphan ? 'orphan' : ''].join(' ');
	return html`<div id="span-${span.spanId}" role="treeitem" class="wf-row ${classes}" aria-level=${depth + 1} aria-selected=${selected === span.spanId}
			aria-expanded=${children.length ? !folded : nothing} aria-label=${spoken(item)} @click=${() => select(span.spanId)}>
		<div class="wf-name">
			<span class="wf-indent" ${place({ width: `${Math.min(depth, DEEPEST) * INDENT}px` })}></span>
			${children.length ? html`<button class="wf-toggle ${folded ? 'folded' : ''}" tabindex="-1" aria-label=${folded ? 'Expand' : 'Collapse'}
				@click=${(event) => { event.stopPropagation(); toggle(item); }}>${icons.chevron}${folded ? html`<b>${count(item.below)}</b>` : nothing}</button>` : html`<span class="wf-leaf"></span>`}
			<i class="wf-stripe"></i>
			${error ? html`<span class="wf-error">${icons.error}</span>` : folded && item.errorsBelow ? html`<span class="wf-error below" data-tip="${plural(item.errorsBelow, 'error')} below">${icons.error}</span>` : nothing}
			${border ? html`<span class="wf-service">${span.service}</span>` : nothing}
			<span class="wf-op" title="${span.service}: ${span.name}">${span.name}</span>
		</div>
		<div class="wf-took num">${duration(span.millis)}</div>
		<div class="wf-track"><div class="wf-lane">${bar(item, zoom)}${critical ? critical.map((part) => stretch('wf-critical', part.from, part.to, zoom)) : nothing}
			${gathered(item.marks, zoom.from, zoom.to).map((mark) => point(mark, zoom))}</div></div>
	</div>`;
}

function spoken({ span, error, logs, from }) {
	return [span.service, span.name, duration(span.millis), `starts at ${duration(from)}`, error ? 'error' : '', logs.length ? plural(logs.length, 'log record') : ''].filter(Boolean).join(', ');
}

function bar(item, zoom) {
	const tip = `${item.span.service} · ${item.span.name}\n${duration(item.span.millis)}, starts at ${duration(item.from)}${item.error ? `\n${item.span.statusMessage || 'error'}` : ''}`;
	return stretch('wf-bar', item.from, item.to, zoom, tip);
}

function stretch(name, from, to, zoom, tip = undefined) {
	const width = zoom.to - zoom.from;
	const start = Math.max(from, zoom.from);
	const end = Math.min(to, zoom.to);
	if (end < zoom.from || start > zoom.to) {
		return nothing;
	}
	return html`<i class=${name} data-tip=${tip ?? nothing} ${place({ left: `${(start - zoom.from) / width * 100}%`, width: `${Math.max(0, end - start) / width * 100}%` })}></i>`;
}

function point(mark, zoom) {
	const more = mark.number > 4 ? `\n… ${count(mark.number - 4)} more` : '';
	return html`<i class="wf-mark level-${mark.level} ${mark.event ? 'diamond' : 'dot'} ${mark.number > 1 ? 'many' : ''}"
		data-tip="${duration(Math.max(0, mark.at))}  ${mark.text}${more}" ${place({ left: `${(mark.at - zoom.from) / (zoom.to - zoom.from) * 100}%` })}></i>`;
}

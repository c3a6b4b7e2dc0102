// The whole trace in miniature, above the waterfall: dragging over it shows only that part of the time.
import { guard, html, nothing, place, ref } from '../lit.js';
import { colour } from '../services.js';
import { cssColour } from './theme-switch.js';

const HEIGHT = 44;

const LEAST = 0.004;

export function overview(model, zoom, setZoom) {
	const { from, to } = zoom;
	const whole = from === 0 && to === model.millis;
	const share = (at) => `${at / model.millis * 100}%`;
	return html`<div class="overview" data-tip=${whole ? 'Drag to show a part of the time' : 'Double click to show all'}
			@pointerdown=${(event) => drag(event, model, setZoom)} @dblclick=${() => setZoom(0, model.millis)}>
		${guard([model, innerWidth, document.documentElement.dataset.theme, model.painted], () => html`<canvas height=${HEIGHT} aria-hidden="true" ${ref((canvas) => canvas && paint(canvas, model))}></canvas>`)}
		${whole ? nothing : html`<i class="shade" ${place({ left: '0', width: share(from) })}></i>
			<i class="shade" ${place({ left: share(to), width: share(model.millis - to) })}></i>`}
		<i class="drawn" hidden></i>
	</div>`;
}

function paint(canvas, model) {
	requestAnimationFrame(() => {
		const width = canvas.clientWidth;
		const scale = devicePixelRatio || 1;
		canvas.width = width * scale;
		canvas.height = HEIGHT * scale;
		const context = canvas.getContext('2d');
		context.scale(scale, scale);
		const colours = new Map();
		const error = cssColour('--error-solid');
		const step = Math.min(4, (HEIGHT - 6) / model.spans.length);
		for (const { span, index, from, error: failed } of model.spans) {
			if (!colours.has(span.service)) {
				colours.set(span.service, cssColour(`--hue-${colour(span.service)}`));
			}
			context.fillStyle = failed ? error : colours.get(span.service);
			context.fillRect(from / model.millis * width, 3 + index * step, Math.max(1, span.millis / model.millis * width), Math.max(0.8, step - 1));
		}
	});
}

function drag(event, model, setZoom) {
	const box = event.currentTarget.getBoundingClientRect();
	const drawn = event.currentTarget.querySelector('.drawn');
	const at = (moved) => Math.min(1, Math.max(0, (moved.clientX - box.left) / box.width));
	const start = at(event);
	const move = (moved) => {
		drawn.hidden = false;
		drawn.style.setProperty('left', `${Math.min(start, at(moved)) * 100}%`);
		drawn.style.setProperty('width', `${Math.abs(at(moved) - start) * 100}%`);
	};
	const up = (moved) => {
		removeEventListener('pointermove', move);
		drawn.hidden = true;
		if (Math.abs(at(moved) - start) > LEAST) {
			setZoom(Math.min(start, at(moved)) * model.millis, Math.max(start, at(moved)) * model.millis);
		}
	};
	addEventListener('pointermove', move);
	addEventListener('pointerup', up, { once: true });
}

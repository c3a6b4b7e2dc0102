// The handle between the names and the bars of the waterfall: by pointer, or by arrow keys when focused.
import { html } from '../lit.js';

const STEP = 24;

export function splitter(width, resize) {
	return html`<div class="wf-splitter" role="separator" aria-orientation="vertical" aria-label="Width of the names" aria-valuenow=${width}
		aria-valuemin="140" aria-valuemax="900" tabindex="0" @pointerdown=${(event) => drag(event, width, resize)} @keydown=${(event) => press(event, width, resize)}></div>`;
}

function drag(event, width, resize) {
	event.preventDefault();
	const start = event.clientX;
	const move = (moved) => resize(width + moved.clientX - start);
	addEventListener('pointermove', move);
	addEventListener('pointerup', () => removeEventListener('pointermove', move), { once: true });
}

function press(event, width, resize) {
	const delta = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
	if (delta) {
		event.preventDefault();
		event.stopPropagation();
		resize(width + delta);
	}
}

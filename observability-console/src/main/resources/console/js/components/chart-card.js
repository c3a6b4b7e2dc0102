// One chart with a legend of its own: values at the pointer, and lines that can be taken out.
import { quantity } from '../format.js';
import { html, ref } from '../lit.js';
import { Chart } from './chart.js';
import { lineLooks } from './line-looks.js';

const charts = new Map();

export function chartCard(chart, exemplars) {
	const looks = lineLooks(chart.lines);
	const attach = (element) => {
		if (element) {
			if (!charts.has(element)) {
				charts.set(element, new Chart(element));
				queueMicrotask(sweep);
			}
			charts.get(element).put(chart, exemplars);
		}
	};
	return html`<figure class="chart-card panel">
		<figcaption><h3>${chart.title}</h3><span class="chart-time"></span></figcaption>
		<div class="chart" ${ref(attach)} role="group" aria-label=${spoken(chart)}></div>
		<ul class="legend">${chart.lines.map((line, index) => html`<li><button class="legend-line hue-${looks[index].hue} ${looks[index].style}" aria-pressed="true"
			@click=${toggle} data-index=${index} title=${line.label}><i class="swatch"></i><span class="legend-label">${line.label || chart.title}</span>
			<span class="legend-value num"></span></button></li>`)}</ul>
	</figure>`;
}

/** A chart listens to the window, so it must be told when its element has left the page. */
function sweep() {
	for (const [element, chart] of charts) {
		if (!element.isConnected) {
			chart.destroy();
			charts.delete(element);
		}
	}
}

function last(values) {
	return values.findLast((value) => value !== null);
}

function toggle(event) {
	const button = event.currentTarget;
	const shown = button.getAttribute('aria-pressed') === 'true';
	button.setAttribute('aria-pressed', String(!shown));
	charts.get(button.closest('.chart-card').querySelector('.chart')).shown(Number(button.dataset.index), !shown);
}

function spoken(chart) {
	return `${chart.title}: ${chart.lines.map((line) => `${line.label} ${quantity(last(line.values), chart.unit)}`).join(', ')}`;
}

// One chart with a legend of its own: values at the pointer, and lines that can be taken out.
import { quantity } from '../format.js';
import { html, ref } from '../lit.js';
import { Chart } from './chart.js';

const charts = new WeakMap();

const HUES = 10;

export function chartCard(chart, exemplars) {
	const attach = (element) => {
		if (element) {
			charts.has(element) || charts.set(element, new Chart(element));
			charts.get(element).put(chart, exemplars);
		}
	};
	return html`<figure class="chart-card panel">
		<figcaption><h3>${chart.title}</h3><span class="chart-time"></span></figcaption>
		<div class="chart" ${ref(attach)} role="img" aria-label=${spoken(chart)}></div>
		<ul class="legend">${chart.lines.map((line, index) => html`<li><button class="legend-line hue-${index % HUES} ${index >= HUES ? 'dashed' : ''}" aria-pressed="true"
			@click=${toggle} data-index=${index} title=${line.label}><i class="swatch"></i><span class="legend-label">${line.label || chart.title}</span>
			<span class="legend-value num"></span></button></li>`)}</ul>
	</figure>`;
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

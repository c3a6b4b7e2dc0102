import uPlot from '/webjars/uplot/uPlot.esm.js';
import { clock, quantity } from '../format.js';
import { placeExemplars } from './exemplars.js';
import { cssColour } from './theme-switch.js';

const HEIGHT = 190;

const HUES = 10;

/** A uPlot line chart in an element: redrawn with new points, rebuilt when its lines, its width's owner or the theme change. */
export class Chart {

	#plot = null;

	#shape = '';

	#hidden = new Set();

	constructor(element) {
		this.element = element;
		new ResizeObserver(() => this.#plot?.setSize({ width: element.clientWidth, height: HEIGHT })).observe(element);
		addEventListener('themechange', () => requestAnimationFrame(() => this.#build()));
	}

	put(chart, exemplars) {
		if (chart === this.chart) {
			return;
		}
		const shape = JSON.stringify([chart.title, chart.unit, chart.lines.map((line) => line.label)]);
		this.chart = chart;
		this.exemplars = exemplars;
		if (shape !== this.#shape) {
			this.#shape = shape;
			this.#hidden.clear();
			queueMicrotask(() => this.#build());
		}
		else {
			this.#plot?.setData(this.#data());
		}
		queueMicrotask(() => this.#tell(this.#plot?.cursor.idx));
	}

	shown(index, shown) {
		shown ? this.#hidden.delete(index) : this.#hidden.add(index);
		this.#plot?.setSeries(index + 1, { show: shown });
	}

	#data() {
		return [this.chart.times, ...this.chart.lines.map((line) => line.values)];
	}

	#build() {
		if (!this.chart || !this.element.isConnected) {
			return;
		}
		this.#plot?.destroy();
		this.#plot = new uPlot(this.#options(), this.#data(), this.element);
	}

	#options() {
		const line = cssColour('--line');
		const axis = { stroke: cssColour('--muted'), font: '11px system-ui, sans-serif', grid: { stroke: line, width: 1 }, ticks: { show: false } };
		const values = (_, ticks) => ticks.map((value) => quantity(value, this.chart.unit));
		return {
			width: this.element.clientWidth,
			height: HEIGHT,
			legend: { show: false },
			padding: [10, 14, 0, 0],
			cursor: { sync: { key: 'metrics' }, points: { size: 7 }, y: false, drag: { x: false, y: false } },
			scales: { y: { range: (_, low, high) => this.#range(low, high) } },
			axes: [{ ...axis, size: 28, space: 70, values: (_, ticks) => ticks.map(short) }, { ...axis, size: 66, values }],
			series: [{}, ...this.chart.lines.map((one, index) => ({
				label: one.label,
				show: !this.#hidden.has(index),
				stroke: cssColour(`--hue-${index % HUES}`),
				width: 1.75,
				dash: index >= HUES ? [5, 4] : undefined,
				points: { show: false },
			}))],
			hooks: {
				draw: [(plot) => placeExemplars(plot, this.exemplars, this.chart.unit)],
				setCursor: [(plot) => this.#tell(plot.cursor.idx)],
			},
		};
	}

	#range(low, high) {
		const values = this.exemplars.map((exemplar) => exemplar.value);
		const top = Math.max(high ?? 0, ...values, 0);
		const bottom = Math.min(low ?? 0, 0);
		return [bottom, top === bottom ? 1 : top + (top - bottom) * 0.06];
	}

	#tell(index) {
		const card = this.element.closest('.chart-card');
		if (!card) {
			return;
		}
		const at = index ?? null;
		card.querySelector('.chart-time').textContent = at === null ? '' : short(this.chart.times[at]);
		card.querySelectorAll('.legend-value').forEach((element, line) => {
			const values = this.chart.lines[line]?.values ?? [];
			element.textContent = quantity(at === null ? values.findLast((value) => value !== null) : values[at], this.chart.unit);
		});
	}

}

function short(seconds) {
	return clock(`${Math.round(seconds)}000000000`).slice(0, 8);
}

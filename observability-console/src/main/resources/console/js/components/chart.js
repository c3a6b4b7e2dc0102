import uPlot from '/webjars/uplot/uPlot.esm.js';
import { clock, quantity, round } from '../format.js';
import { placeExemplars } from './exemplars.js';
import { lineLooks } from './line-looks.js';
import { cssColour } from './theme-switch.js';

const HEIGHT = 190;

/** How far an exemplar may stretch the axis over the lines; those beyond are pinned to its upper edge. */
const BEYOND = 1.5;

/** A uPlot line chart in an element: redrawn with new points, rebuilt when its lines or the theme change. */
export class Chart {

	#plot = null;

	#shape = '';

	#points = '';

	#hidden = new Set();

	#observer = new ResizeObserver(() => this.#plot?.setSize({ width: this.element.clientWidth, height: HEIGHT }));

	#themed = () => requestAnimationFrame(() => this.#build());

	constructor(element) {
		this.element = element;
		this.#observer.observe(element);
		addEventListener('themechange', this.#themed);
	}

	destroy() {
		this.#observer.disconnect();
		removeEventListener('themechange', this.#themed);
		this.#plot?.destroy();
		this.#plot = null;
	}

	put(chart, exemplars) {
		const points = JSON.stringify([chart, exemplars]);
		if (points === this.#points) {
			return;
		}
		this.#points = points;
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
		const values = (_, ticks) => ticks.map((value) => round(quantity(value, this.chart.unit)));
		return {
			width: this.element.clientWidth,
			height: HEIGHT,
			legend: { show: false },
			padding: [10, 30, 0, 0],
			cursor: { sync: { key: 'metrics' }, points: { size: 7 }, y: false, drag: { x: false, y: false } },
			scales: { y: { range: (_, low, high) => this.#range(low, high) } },
			axes: [{ ...axis, size: 28, space: 70, values: (_, ticks) => ticks.map(short) }, { ...axis, size: 66, values }],
			series: [{}, ...lineLooks(this.chart.lines).map(({ hue, dash, width }, index) => ({
				label: this.chart.lines[index].label,
				show: !this.#hidden.has(index),
				stroke: cssColour(`--hue-${hue}`),
				width,
				dash,
				points: { show: false },
			}))],
			hooks: {
				draw: [(plot) => placeExemplars(plot, this.exemplars, this.chart.unit)],
				setCursor: [(plot) => this.#tell(plot.cursor.idx)],
			},
		};
	}

	#range(low, high) {
		const highest = Math.max(0, ...this.exemplars.map((exemplar) => exemplar.value));
		const top = Math.max(high ?? 0, high ? Math.min(highest, high * BEYOND) : highest, 0);
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

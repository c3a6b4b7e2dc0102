// The instruments that have arrived, and the charts of the chosen one.
import { redraw } from '../app.js';
import { chartCard } from '../components/chart-card.js';
import { empty, problem, waiting } from '../components/chips.js';
import { exemplarList } from '../components/exemplars.js';
import { instrumentList } from '../components/instrument-list.js';
import { onboarding } from '../components/onboarding.js';
import { plural } from '../format.js';
import { html, nothing, repeat } from '../lit.js';
import { Loader } from '../loader.js';
import { go, href, replace } from '../route.js';

const WANTED = ['http.server.request.duration', 'http.server.requests'];

export function metricsView() {
	let name = '';
	let service = '';
	let group = '';
	let search = '';
	const catalogue = new Loader(() => {
		choose();
		redraw();
	});
	const data = new Loader(redraw);
	const instruments = () => catalogue.value?.instruments ?? [];
	const address = (changes) => href(['metrics', name], { service, group, ...changes });

	function show(route) {
		const before = address();
		name = route.parts[0] ?? '';
		service = route.query.get('service') ?? '';
		group = route.query.get('group') ?? '';
		if (catalogue.value) {
			catalogue.again();
		}
		else {
			catalogue.ask('/api/metrics');
		}
		if (name && (before !== address() || !data.value)) {
			ask();
		}
	}

	function ask() {
		data.forget();
		data.ask('/api/metrics/data', { name, service, group });
	}

	function choose() {
		if (!name && instruments().length && location.hash.startsWith('#/metrics') && !matchMedia('(max-width: 860px)').matches) {
			const first = instruments().find((instrument) => WANTED.includes(instrument.name)) ?? instruments()[0];
			replace(href(['metrics', first.name]));
		}
	}

	function step(delta) {
		const found = matching();
		const now = found.findIndex((instrument) => instrument.name === name);
		const next = found[Math.min(found.length - 1, Math.max(0, now + delta))];
		if (next) {
			go(href(['metrics', next.name]));
		}
	}

	function matching() {
		const words = search.toLowerCase().split(/\s+/);
		return instruments().filter((instrument) => words.every((word) => `${instrument.name} ${instrument.description}`.toLowerCase().includes(word)));
	}

	function template() {
		if (catalogue.error && !catalogue.value) {
			return problem(catalogue.error);
		}
		if (!catalogue.value) {
			return waiting('metrics');
		}
		if (instruments().length === 0) {
			return empty('No metrics yet', onboarding('metrics'));
		}
		const instrument = instruments().find((one) => one.name === name);
		return html`<h1 class="hidden">Metrics</h1><div class="metrics ${name ? 'chosen' : ''}">
			${instrumentList(matching(), name, search, (text) => { search = text; redraw(); })}
			<section class="metric" aria-label="Charts">${name ? metric(instrument) : nothing}</section></div>`;
	}

	function metric(instrument) {
		return html`<header class="metric-head">
				<a class="button quiet back" href="#/metrics">All metrics</a>
				<h2>${name}</h2>
				${instrument ? html`<p>${instrument.description} <span class="faint">${instrument.type.toLowerCase().replace('_', ' ')}${instrument.unit ? `, ${instrument.unit}` : ''}, ${plural(instrument.series, 'series', 'series')}</span></p>` : nothing}
				${instrument ? selectors(instrument) : nothing}
			</header>
			${data.error ? problem(data.error) : data.value ? charts(data.value) : waiting('points')}`;
	}

	function selectors(instrument) {
		const keys = instrument.keys ?? [];
		const pick = (label, value, none, options, change) => html`<label class="pick">${label}
			<select class="field" @change=${(event) => replace(address(change(event.target.value)))}>
				<option value="" ?selected=${!value}>${none}</option>
				${options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}</select></label>`;
		return html`<div class="picks">
			${pick('Service', service, 'all together', instrument.services, (value) => ({ service: value }))}
			${keys.length ? pick('Group by', group, 'nothing', keys, (value) => ({ group: value })) : nothing}</div>`;
	}

	function charts({ charts: drawn, exemplars, unit }) {
		if (drawn.every((chart) => chart.times.length < 2)) {
			return empty('One more point is needed', html`<p>A rate needs two points of a series. Services push metrics at an interval, usually every few seconds to a minute;
				the chart appears with the next one.</p>`);
		}
		const own = drawn.find((chart) => chart.exemplars) ?? drawn.find((chart) => chart.unit === unit);
		return html`<div class="charts">${repeat(drawn, (chart) => chart.title, (chart) => chartCard(chart, chart === own ? exemplars : []))}</div>
			${exemplars.length ? exemplarList(exemplars, unit) : nothing}`;
	}

	return {
		title: () => name || 'Metrics',
		show,
		template,
		changed() {
			catalogue.again();
			data.again();
		},
		keys: { j: () => step(1), k: () => step(-1), Escape: () => group && replace(address({ group: '' })) },
	};
}

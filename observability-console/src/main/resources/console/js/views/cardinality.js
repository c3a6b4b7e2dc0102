// How many series each instrument makes, and which attribute is to blame.
import { redraw } from '../app.js';
import { emptyPage, problem, waiting } from '../components/chips.js';
import { onboarding } from '../components/onboarding.js';
import { icons } from '../components/icons.js';
import { count, plural } from '../format.js';
import { html, nothing, place } from '../lit.js';
import { Loader } from '../loader.js';
import { href } from '../route.js';

const MANY = 100;

export function cardinalityView() {
	let search = '';
	const loader = new Loader(redraw);
	const changed = () => loader.value || loader.error ? loader.again() : loader.ask('/api/cardinality');

	function template() {
		if (!loader.value) {
			return loader.error ? problem(loader.error) : waiting('series');
		}
		const all = loader.value.instruments;
		if (all.length === 0) {
			return emptyPage('No metrics yet', onboarding('metrics'));
		}
		const total = all.reduce((sum, instrument) => sum + instrument.series, 0);
		const found = all.filter((instrument) => `${instrument.name} ${instrument.keys.map(({ key }) => key).join(' ')}`.toLowerCase().includes(search.toLowerCase()));
		return html`<header class="page-head"><h1>Cardinality</h1>
				<p><strong>${plural(total, 'series', 'series')}</strong> of ${plural(all.length, 'instrument')}. Each distinct combination of attribute values is a series that a metrics
				backend keeps and bills; attributes with unbounded values (user ids, paths) make them explode.</p>
				<label class="field search ${search ? 'set' : ''}"><span>Search</span><input type="search" data-search autocomplete="off" placeholder="name or attribute" .value=${search} @input=${(event) => { search = event.target.value; redraw(); }}></label>
			</header>
			${loader.error ? problem(loader.error) : nothing}
			<div class="panel cardinality-panel"><table class="table cardinality">
				<thead><tr><th scope="col">Instrument</th><th scope="col" class="num">Series</th><th scope="col">Share</th><th scope="col">Attributes, by distinct values</th></tr></thead>
				<tbody>${found.map((instrument) => row(instrument, total))}</tbody></table></div>
			${found.length ? nothing : html`<p class="note">No instrument or attribute has this in its name.</p>`}`;
	}

	return { title: () => 'Cardinality', show: changed, changed, template, keys: {} };
}

function row(instrument, total) {
	const share = instrument.series / total;
	const keys = [...instrument.keys].sort((one, other) => other.values - one.values);
	return html`<tr>
		<th scope="row"><a href=${href(['metrics', instrument.name])}>${instrument.name}</a><span class="of">${instrument.services.join(', ')}</span></th>
		<td class="num ${instrument.series >= MANY ? 'bad' : ''}">${count(instrument.series)}</td>
		<td class="share"><span class="meter"><i ${place({ width: `${Math.max(1, share * 100)}%` })}></i></span></td>
		<td><ul class="keys-of">${keys.map((key) => keyOf(instrument, key))}</ul></td></tr>`;
}

function keyOf(instrument, { key, values, examples, folded, estimate, foldedTimes }) {
	const sample = examples.length ? `\n${examples.slice(0, 6).join('\n')}${values > examples.length ? '\n…' : ''}` : '';
	return html`<li><a class="key-chip ${values >= MANY ? 'many' : ''}" href=${href(['metrics', instrument.name], { group: key })} data-tip="${plural(values, 'value')} of ${key}${sample}"
		><code>${key}</code><b class="num">${count(values)}</b></a>${folded ? html`<span class="folded" data-tip="The starter's limit was reached: further values are counted under &quot;other&quot;, totals stay exact">${icons.filter}${estimate ? `about ${count(estimate)} values, ${count(foldedTimes)} times folded` : 'folded into other'}</span>` : nothing}</li>`;
}

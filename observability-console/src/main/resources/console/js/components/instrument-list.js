// The instruments by the first word of their names, with a search over names and descriptions.
import { count } from '../format.js';
import { html, nothing } from '../lit.js';
import { href } from '../route.js';

const KINDS = { HISTOGRAM: 'hist', EXPONENTIAL_HISTOGRAM: 'hist', SUM: 'sum', GAUGE: 'gauge', SUMMARY: 'summary' };

export function instrumentList(instruments, chosen, search, onSearch) {
	const groups = new Map();
	for (const instrument of [...instruments].sort((one, other) => one.name < other.name ? -1 : 1)) {
		const group = instrument.name.split(/[._]/)[0];
		groups.set(group, [...groups.get(group) ?? [], instrument]);
	}
	return html`<nav class="instruments panel" aria-label="Instruments">
		<label class="field search"><span>Search</span><input type="search" data-search autocomplete="off" spellcheck="false" .value=${search} @input=${(event) => onSearch(event.target.value)}></label>
		<div class="instrument-groups">${[...groups].map(([group, members]) => html`<h3>${group}</h3>
			<ul>${members.map((instrument) => html`<li><a href=${href(['metrics', instrument.name])} aria-current=${instrument.name === chosen ? 'page' : nothing}
				title="${instrument.name}: ${instrument.description}"><span class="instrument-name">${instrument.name}</span>
				<span class="instrument-kind">${KINDS[instrument.type] ?? ''}</span><span class="num">${count(instrument.series)}</span></a></li>`)}</ul>`)}
			${instruments.length ? nothing : html`<p class="note">No instrument has this in its name or description.</p>`}</div>
	</nav>`;
}

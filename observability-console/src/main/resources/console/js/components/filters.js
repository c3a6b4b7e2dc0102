// A row of filters whose values live in the address: what one sees can be linked to and survives a reload.
import { html, nothing } from '../lit.js';
import { href, replace } from '../route.js';
import { icons } from './icons.js';

const TYPING_MILLIS = 250;

let typing = 0;

export function values(query, fields) {
	return Object.fromEntries(fields.map(({ name }) => [name, query.get(name)?.trim() ?? '']).filter(([, value]) => value));
}

export function isFiltered(query, fields) {
	return fields.some(({ name }) => query.get(name));
}

/** Fields are {name, label, kind: search | number | select | toggle, options?, search?}; search marks the one that "/" focuses. */
export function filters(page, query, fields, extra = nothing) {
	const set = (name, value) => {
		const changed = new URLSearchParams(query);
		value ? changed.set(name, value) : changed.delete(name);
		replace(href([page], Object.fromEntries(changed)));
	};
	const later = (name, value) => {
		clearTimeout(typing);
		typing = setTimeout(() => set(name, value), TYPING_MILLIS);
	};
	return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
		${fields.map((field) => control(field, query.get(field.name) ?? '', set, later))}
		${isFiltered(query, fields) ? html`<button type="button" class="button quiet" @click=${() => forget(page)}>${icons.close}Clear filters</button>` : nothing}
		${extra}
	</form>`;
}

function forget(page) {
	clearTimeout(typing);
	replace(href([page]));
}

function control(field, value, set, later) {
	const { name, label, kind } = field;
	if (kind === 'select') {
		const known = field.options.some(([option]) => option === value);
		return html`<select class="field" aria-label=${label} @change=${(event) => set(name, event.target.value)}>
			${known ? nothing : html`<option value=${value} selected>${value}</option>`}
			${field.options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}</select>`;
	}
	if (kind === 'toggle') {
		return html`<button type="button" class="button toggle" aria-pressed=${value === 'true'}
			@click=${() => set(name, value === 'true' ? '' : 'true')}>${icons.error}${label}</button>`;
	}
	return html`<label class="field ${kind} ${name} ${value ? 'set' : ''}"><span>${label}</span>
		<input type="search" inputmode=${kind === 'number' ? 'decimal' : 'search'} placeholder=${field.hint ?? ''} autocomplete="off" spellcheck="false"
			?data-search=${field.search} .value=${value} @input=${(event) => later(name, event.target.value)}></label>`;
}

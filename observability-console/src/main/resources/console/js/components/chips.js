// Small pieces that several views share: service chips, severities, empty states, errors, copy buttons.
import { copy } from '../app.js';
import { count, plural } from '../format.js';
import { html, nothing } from '../lit.js';
import { colourClass } from '../services.js';
import { icons } from './icons.js';

export function chip(name, number = undefined, errors = 0) {
	const tip = number === undefined ? '' : `${name}: ${plural(number, 'span')}${errors ? `, ${plural(errors, 'error')}` : ''}`;
	return html`<span class="chip ${colourClass(name)} ${errors ? 'failed' : ''}" data-tip=${tip || nothing}><i class="swatch"></i
		><span class="chip-name">${name}</span>${number === undefined ? nothing : html`<b>${count(number)}</b>`}</span>`;
}

export function level(number) {
	return number >= 17 ? 'error' : number >= 13 ? 'warn' : number >= 9 ? 'info' : number > 0 ? 'debug' : 'none';
}

export function severity(log) {
	return html`<span class="severity level-${level(log.severityNumber)}">${log.severity || '–'}</span>`;
}

export function copyButton(value, what) {
	return html`<button class="icon-button small copy" aria-label="Copy ${what}" data-tip="Copy ${what}"
		@click=${(event) => { event.preventDefault(); event.stopPropagation(); copy(value, what); }}>${icons.copy}</button>`;
}

export function problem(error) {
	return html`<div class="banner error" role="alert">${icons.error}<span>${error.message}</span></div>`;
}

export function empty(title, content) {
	return html`<section class="empty"><h2>${title}</h2>${content}</section>`;
}

export function waiting(what) {
	return html`<p class="waiting" role="status">Reading ${what} …</p>`;
}

// A table of attributes: each can be copied, and most lead to the other traces that have the same.
import { text } from '../format.js';
import { html, nothing } from '../lit.js';
import { href } from '../route.js';
import { copyButton } from './chips.js';
import { icons } from './icons.js';

const MULTILINE = /\n|.{240}/s;

export function attributes(values, { search = true } = {}) {
	const entries = Object.entries(values).sort(([one], [other]) => one < other ? -1 : 1);
	if (entries.length === 0) {
		return html`<p class="note">None.</p>`;
	}
	return html`<table class="attributes"><tbody>${entries.map(([key, value]) => {
		const shown = text(value);
		return html`<tr><th scope="row">${key}</th>
			<td>${MULTILINE.test(shown) ? html`<pre>${shown}</pre>` : html`<span class=${typeof value}>${shown === '' ? html`<i class="faint">empty</i>` : shown}</span>`}</td>
			<td class="tools">${search && typeof value !== 'object' ? html`<a class="icon-button small" href=${href(['traces'], { attribute: `${key}=${shown}` })}
				aria-label="Traces with ${key}=${shown}" data-tip="Traces with this value">${icons.filter}</a>` : nothing}${copyButton(shown, key)}</td></tr>`;
	})}</tbody></table>`;
}

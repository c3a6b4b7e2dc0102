// The few pictures of the page, drawn in the colour of the text around them.
import { svg, html } from '../lit.js';

const icon = (content) => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${content}</svg>`;

export const icons = {
	copy: icon(svg`<path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z"/>`),
	filter: icon(svg`<path d="M2 3h12l-4.6 5.6v4.9l-2.8-1.6V8.6z"/>`),
	close: icon(svg`<path d="m4 4 8 8m0-8-8 8"/>`),
	pause: icon(svg`<path d="M5.5 3.5v9m5-9v9"/>`),
	play: icon(svg`<path d="m5 3.5 7.5 4.5L5 12.5z"/>`),
	light: icon(svg`<circle cx="8" cy="8" r="2.8"/><path d="M8 1.5v1.8m0 9.4v1.8M1.5 8h1.8m9.4 0h1.8M3.4 3.4l1.3 1.3m6.6 6.6 1.3 1.3m0-9.2-1.3 1.3m-6.6 6.6-1.3 1.3"/>`),
	dark: icon(svg`<path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z"/>`),
	auto: icon(svg`<circle cx="8" cy="8" r="5.6"/><path class="solid" d="M8 2.4a5.6 5.6 0 0 1 0 11.2z"/>`),
	trash: icon(svg`<path d="M2.5 4.5h11M6 4.2V2.5h4v1.7m-5.8.3.7 9h6.2l.7-9"/>`),
	help: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M6.2 6.3c.1-2.4 3.7-2.3 3.6-.1 0 1.4-1.8 1.5-1.8 2.900m0 1.900v.2"/>`),
	error: icon(svg`<circle class="solid" cx="8" cy="8" r="6.5"/><path class="cut" d="M8 4.500v4.300m0 2v.6"/>`),
	warn: icon(svg`<path d="M8 2.2 14.5 13.500h-13z"/><path d="M8 6.300v3.700m0 1.600v.3"/>`),
	chevron: icon(svg`<path d="m6 3.5 4.5 4.500L6 12.5"/>`),
	link: icon(svg`<path d="M6.8 9.2 9.2 6.800M7.5 4.500l1.3-1.300a2.8 2.8 0 0 1 4 4l-1.3 1.300m-3 3-1.3 1.300a2.8 2.8 0 0 1-4-4l1.3-1.3"/>`),
	log: icon(svg`<path d="M3 4h10M3 8h10M3 12h6"/>`),
	download: icon(svg`<path d="M8 2.500v7.500m-3.2-3L8 10.2 11.2 7M2.8 13.300h10.4"/>`),
	back: icon(svg`<path d="M10 3.5 5.5 8l4.5 4.5"/>`),
	brand: html`<svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
		<rect class="plate" width="32" height="32" rx="7"/>
		<rect class="bar-1" x="6" y="8" width="20" height="4" rx="2"/>
		<rect class="bar-2" x="10" y="14" width="13" height="4" rx="2"/>
		<rect class="bar-3" x="15" y="20" width="8" height="4" rx="2"/>
	</svg>`,
};

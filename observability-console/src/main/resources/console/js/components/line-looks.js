// How the lines of a chart look. A service has its own colour, quantiles of one group share a colour and differ by stroke.
import { app } from '../app.js';
import { colour, COLOURS } from '../services.js';

const QUANTILE = /^(.+?)[ ,·]+(p\d+(?:\.\d+)?)$/;

const STROKES = [
	{ width: 1.25, dash: [2, 3], style: 'dotted' },
	{ width: 1.75, dash: undefined, style: 'solid' },
	{ width: 1.5, dash: [7, 3], style: 'dashed' },
];

export function lineLooks(lines) {
	const parts = lines.map(({ label }) => QUANTILE.exec(label));
	if (lines.length > 3 && parts.every(Boolean)) {
		const groups = [...new Set(parts.map(([, group]) => group))];
		const quantiles = [...new Set(parts.map(([, , quantile]) => quantile))];
		return parts.map(([, group, quantile]) => ({ hue: groups.indexOf(group) % COLOURS, ...STROKES[quantiles.indexOf(quantile) % STROKES.length] }));
	}
	if (lines.length && lines.every(({ label }) => app.services.includes(label))) {
		return lines.map(({ label }) => ({ hue: colour(label), ...STROKES[1] }));
	}
	return lines.map((_, index) => ({ hue: index % COLOURS, ...STROKES[index < COLOURS ? 1 : 2] }));
}

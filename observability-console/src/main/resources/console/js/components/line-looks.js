// How the lines of a chart look. Quantiles of one group share its colour and differ by stroke; other lines differ by colour.
import { COLOURS } from '../services.js';

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
	return lines.map((_, index) => ({ hue: index % COLOURS, ...STROKES[index < COLOURS ? 1 : 2] }));
}

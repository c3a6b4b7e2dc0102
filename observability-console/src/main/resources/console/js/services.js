// A colour for each service: the same in every view, and kept over reloads. Colour never carries a meaning alone.
import { recall, remember } from './store.js';

export const COLOURS = 10;

const given = new Map(Object.entries(recall('colours', {})));

export function colour(service) {
	if (!given.has(service)) {
		if (given.size > 100) {
			given.clear();
		}
		given.set(service, free());
		remember('colours', Object.fromEntries(given));
	}
	return given.get(service);
}

function free() {
	const uses = new Array(COLOURS).fill(0);
	for (const index of given.values()) {
		uses[index]++;
	}
	return uses.indexOf(Math.min(...uses));
}

export function colourClass(service) {
	return `hue-${colour(service)}`;
}

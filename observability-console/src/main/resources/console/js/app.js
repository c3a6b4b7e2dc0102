// What every page shares: the server's state, the known services, and one scheduled drawing.
import { get } from './api.js';

export const app = { route: null, view: null, state: null, services: [], dialog: null };

let paint = () => {};

let scheduled = false;

export function onDraw(draw) {
	paint = draw;
}

export function redraw() {
	if (!scheduled) {
		scheduled = true;
		requestAnimationFrame(() => {
			scheduled = false;
			paint();
		});
	}
}

/** Reads state and services; returns whether the process has been restarted since the last time. */
export async function refreshState() {
	const [state, services] = await Promise.all([get('/api/state'), get('/api/services')]);
	const restarted = app.state !== null && app.state.startedAt !== state.startedAt;
	app.state = state;
	app.services = services;
	redraw();
	return restarted;
}

export function say(message) {
	const toast = document.getElementById('toast');
	toast.textContent = message;
	toast.classList.add('shown');
	clearTimeout(toast.timer);
	toast.timer = setTimeout(() => toast.classList.remove('shown'), 2200);
}

export async function copy(value, what) {
	try {
		await navigator.clipboard.writeText(value);
		say(`${what} copied`);
	}
	catch {
		say('The browser did not allow copying');
	}
}

export function show(dialog) {
	app.dialog = dialog;
	redraw();
}

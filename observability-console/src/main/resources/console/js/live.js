// The stream of changes. It is closed while the tab is hidden: a browser allows six connections to one host,
// and a few forgotten tabs would otherwise block every page.
import { wantsLive } from './route.js';

const RETRY_MILLIS = 2000;

export const live = { wanted: wantsLive(), connected: false, lost: false, paused: false, missed: 0 };

let stream = null;

let timer = 0;

let listener = { changed() {}, moved() {} };

export function listen(changed, moved) {
	listener = { changed, moved };
	document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
	open();
}

export function setPaused(paused) {
	const missed = live.missed;
	Object.assign(live, { paused, missed: 0 });
	listener.moved();
	if (!paused && missed) {
		listener.changed();
	}
}

function open() {
	if (!live.wanted || stream || document.hidden) {
		return;
	}
	stream = new EventSource('/api/events');
	stream.addEventListener('open', opened);
	stream.addEventListener('change', changed);
	stream.addEventListener('error', failed);
}

function close() {
	clearTimeout(timer);
	stream?.close();
	stream = null;
}

function opened() {
	Object.assign(live, { connected: true, lost: false });
	listener.moved();
	listener.changed();
}

function changed() {
	if (live.paused) {
		live.missed++;
		listener.moved();
	}
	else {
		listener.changed();
	}
}

function failed() {
	close();
	Object.assign(live, { connected: false, lost: true });
	listener.moved();
	timer = setTimeout(open, RETRY_MILLIS);
}

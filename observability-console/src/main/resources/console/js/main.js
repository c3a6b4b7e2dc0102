// Starts the page: one view per route, one drawing for all, live changes, keys.
import { app, onDraw, redraw, refreshState, say, show } from './app.js';
import { closeDialog, dialogs } from './components/dialogs.js';
import { shell } from './components/shell.js';
import { onKeys } from './keys.js';
import { render } from './lit.js';
import { listen, live, setPaused } from './live.js';
import { go, parse } from './route.js';
import { startTips } from './tip.js';
import { cardinalityView } from './views/cardinality.js';
import { logsView } from './views/logs.js';
import { mapView } from './views/map.js';
import { metricsView } from './views/metrics.js';
import { traceView } from './views/trace.js';
import { tracesView } from './views/traces.js';

const OPENERS = {
	traces: tracesView,
	trace: traceView,
	logs: logsView,
	metrics: metricsView,
	cardinality: cardinalityView,
	map: mapView,
};

const views = new Map();

const scrolled = new Map();

let past = '';

function navigate() {
	const route = parse(location.hash);
	if (!OPENERS[route.name]) {
		go('#/traces');
		return;
	}
	if (app.route && app.route.name !== route.name) {
		scrolled.set(app.route.name, past);
		past = 0;
		app.view.left?.();
	}
	const arrived = app.route?.name !== route.name;
	if (!views.has(route.name)) {
		views.set(route.name, OPENERS[route.name]());
	}
	app.route = route;
	app.view = views.get(route.name);
	app.view.show(route);
	draw();
	if (arrived) {
		scrollTo(0, scrolled.get(route.name) ?? 0);
	}
}

function draw() {
	if (app.view) {
		document.title = `${app.view.title()} · Observability Console`;
		render(shell(app.view.template(), dialogs()), document.getElementById('app'));
		app.view.drawn?.();
	}
}

async function changed() {
	app.view?.changed();
	try {
		if (await refreshState()) {
			say('The console was restarted: what it held is gone');
		}
	}
	catch {
		redraw();
	}
}

function bindings() {
	return {
		'g t': () => go('#/traces'),
		'g l': () => go('#/logs'),
		'g m': () => go('#/metrics'),
		'g c': () => go('#/cardinality'),
		'g s': () => go('#/map'),
		'?': () => show('help'),
		'/': () => document.querySelector('main [data-search]')?.focus(),
		p: () => live.wanted && setPaused(!live.paused),
		r: () => changed(),
		Escape: closeDialog,
		...app.view?.keys,
	};
}

onDraw(draw);
addEventListener('hashchange', navigate);
addEventListener('scroll', () => past = scrollY, { passive: true });
addEventListener('resize', redraw);
onKeys(bindings);
startTips();
navigate();
listen(changed, redraw);
if (!live.wanted) {
	changed();
}

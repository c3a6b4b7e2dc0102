// A small layered layout: callers before callees, few crossings. Positions come in units of one node; it draws nothing.

const SWEEPS = 8;

/** Gives each node {layer, place} and each edge the positions it passes on its way over the layers between its ends. */
export function layered(names, edges) {
	const forward = acyclic(names, edges);
	const layer = longestPaths(names, forward);
	const layers = [];
	for (const name of names) {
		(layers[layer.get(name)] ??= []).push(name);
	}
	const steps = [];
	const routes = new Map();
	for (const edge of forward) {
		const way = [];
		for (let between = layer.get(edge.from) + 1; between < layer.get(edge.to); between++) {
			const stop = Symbol('stop');
			layers[between].push(stop);
			way.push(stop);
		}
		routes.set(key(edge), way);
		[edge.from, ...way].forEach((from, index) => steps.push({ from, to: way[index] ?? edge.to }));
	}
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		order(sweep % 2 ? [...layers].reverse() : layers, steps, sweep % 2 === 1);
	}
	const widest = Math.max(...layers.map((members) => members.length));
	const positions = new Map();
	layers.forEach((members, index) => members.forEach((name, turn) => positions.set(name, { layer: index, place: turn + (widest - members.length) / 2 })));
	return { positions, layers: layers.length, widest, between: (edge) => (routes.get(key(edge)) ?? []).map((stop) => positions.get(stop)) };
}

function key({ from, to }) {
	return `${from}\n${to}`;
}

function acyclic(names, edges) {
	const next = new Map(names.map((name) => [name, new Set()]));
	const called = new Set();
	for (const { from, to } of edges) {
		if (from !== to && next.has(from) && next.has(to)) {
			next.get(from).add(to);
			called.add(to);
		}
	}
	const state = new Map();
	const kept = [];
	const visit = (name) => {
		state.set(name, 'open');
		for (const to of next.get(name)) {
			if (state.get(to) !== 'open') {
				kept.push({ from: name, to });
				state.has(to) || visit(to);
			}
		}
		state.set(name, 'done');
	};
	[...names].sort((one, other) => called.has(one) - called.has(other)).forEach((name) => state.has(name) || visit(name));
	return kept;
}

function longestPaths(names, edges) {
	const layer = new Map(names.map((name) => [name, 0]));
	for (let moved = true; moved;) {
		moved = false;
		for (const { from, to } of edges) {
			if (layer.get(to) <= layer.get(from)) {
				layer.set(to, layer.get(from) + 1);
				moved = true;
			}
		}
	}
	return layer;
}

function order(layers, edges, backwards) {
	const place = new Map();
	for (const members of layers) {
		const pulled = members.map((name, index) => ({ name, index, pull: pull(name, edges, place, backwards) ?? index - (members.length - 1) / 2 }));
		pulled.sort((one, other) => one.pull - other.pull || one.index - other.index);
		members.splice(0, members.length, ...pulled.map(({ name }) => name));
		members.forEach((name, index) => place.set(name, index - (members.length - 1) / 2));
	}
}

function pull(name, edges, place, backwards) {
	const near = edges.filter((edge) => (backwards ? edge.from : edge.to) === name).map((edge) => place.get(backwards ? edge.to : edge.from))
		.filter((known) => known !== undefined);
	return near.length ? near.reduce((sum, one) => sum + one, 0) / near.length : null;
}

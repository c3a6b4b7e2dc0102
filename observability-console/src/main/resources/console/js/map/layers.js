// A small layered layout: callers before callees, few crossings. Returns positions in units of one node; it draws nothing.

const SWEEPS = 6;

/** Each node gets {layer, place}; places are centred within their layer. Edges that close a cycle do not pull. */
export function layered(names, edges) {
	const forward = acyclic(names, edges);
	const layer = longestPaths(names, forward);
	const layers = [];
	for (const name of names) {
		(layers[layer.get(name)] ??= []).push(name);
	}
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		order(sweep % 2 ? [...layers].reverse() : layers, forward, sweep % 2 === 1);
	}
	const widest = Math.max(...layers.map((members) => members.length));
	const positions = new Map();
	layers.forEach((members, index) => members.forEach((name, turn) =>
		positions.set(name, { layer: index, place: turn + (widest - members.length) / 2 })));
	return { positions, layers: layers.length, widest };
}

function acyclic(names, edges) {
	const next = new Map(names.map((name) => [name, []]));
	const called = new Set();
	for (const { from, to } of edges) {
		if (from !== to && next.has(from) && next.has(to)) {
			next.get(from).push(to);
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
	for (let round = 0; round < names.length; round++) {
		let moved = false;
		for (const { from, to } of edges) {
			if (layer.get(to) <= layer.get(from)) {
				layer.set(to, layer.get(from) + 1);
				moved = true;
			}
		}
		if (!moved) {
			break;
		}
	}
	return layer;
}

function order(layers, edges, backwards) {
	const place = new Map();
	for (const members of layers) {
		members.forEach((name, index) => place.set(name, { own: index, pull: pull(name, edges, place, backwards) ?? index }));
		members.sort((one, other) => place.get(one).pull - place.get(other).pull || place.get(one).own - place.get(other).own);
		members.forEach((name, index) => place.set(name, { own: index, pull: index }));
	}
}

function pull(name, edges, place, backwards) {
	const near = edges.filter((edge) => (backwards ? edge.from : edge.to) === name).map((edge) => place.get(backwards ? edge.to : edge.from)?.own)
		.filter((own) => own !== undefined);
	return near.length ? near.reduce((sum, own) => sum + own, 0) / near.length : null;
}

// The curves of the service map: each edge has a port of its own on the sides it leaves and enters, so that lines do not merge.

const PORTS = 48;

const WIDEST_PORT = 24;

const LABEL_AT = 0.66;

/** Points are {along, across}: along the layers, across them. Returns for each edge its curve and where its label stands. */
export function curves(edges, layout, box) {
	const drawn = edges.filter((edge) => edge.from !== edge.to && layout.positions.has(edge.from) && layout.positions.has(edge.to)).map((edge) => {
		const back = layout.positions.get(edge.to).layer <= layout.positions.get(edge.from).layer;
		return { edge, back, ends: [{ name: edge.from, after: !back, other: edge.to }, { name: edge.to, after: back, other: edge.from }] };
	});
	const sides = new Map();
	for (const { ends } of drawn) {
		for (const end of ends) {
			const side = `${end.name}\n${end.after}`;
			sides.set(side, [...sides.get(side) ?? [], end]);
		}
	}
	for (const side of sides.values()) {
		side.sort((one, other) => layout.positions.get(one.other).place - layout.positions.get(other.other).place);
		const gap = Math.min(WIDEST_PORT, PORTS / Math.max(1, side.length - 1));
		side.forEach((end, index) => end.shift = (index - (side.length - 1) / 2) * gap);
	}
	return drawn.map(({ edge, back, ends }) => {
		const [start, end] = ends.map(({ name, after, shift }) => {
			const { along, across, length } = box(layout.positions.get(name));
			return { along: along + (after ? length : 0), across: across + shift };
		});
		const stops = layout.between(edge).map((stop) => {
			const { along, across, length } = box(stop);
			return { along: along + length / 2, across };
		});
		return { edge, back, segments: segments([start, ...stops, end]) };
	});
}

function segments(points) {
	return points.slice(1).map((to, index) => {
		const from = points[index];
		const bend = (to.along - from.along) * 0.45;
		return [from, { along: from.along + bend, across: from.across }, { along: to.along - bend, across: to.across }, to];
	});
}

/** Labels stand near the callee, where the lines of one caller have parted. */
export function labelPoint({ segments: all, back }) {
	const [a, b, c, d] = all[all.length - 1];
	const t = back ? 1 - LABEL_AT : LABEL_AT;
	const at = (name) => (1 - t) ** 3 * a[name] + 3 * (1 - t) ** 2 * t * b[name] + 3 * (1 - t) * t ** 2 * c[name] + t ** 3 * d[name];
	return { along: at('along'), across: at('across') };
}

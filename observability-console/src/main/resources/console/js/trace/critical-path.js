// The critical path: the parts of spans that the trace's duration consists of, found backwards from the end of each root.

export function criticalPath(model) {
	const parts = new Map();
	for (const root of model.spans.filter((item) => !item.parent)) {
		walk(root, root.to, parts);
	}
	return parts;
}

function walk(start, end, parts) {
	const work = [[start, end]];
	while (work.length) {
		const [item, until] = work.pop();
		let at = Math.min(item.to, until);
		for (const child of [...item.children].sort((a, b) => b.to - a.to)) {
			const last = Math.min(child.to, item.to);
			if (last <= at && child.from < last && last > item.from) {
				add(parts, item, last, at);
				work.push([child, last]);
				at = Math.max(child.from, item.from);
			}
		}
		add(parts, item, item.from, at);
	}
}

function add(parts, item, from, to) {
	if (to > from) {
		const known = parts.get(item) ?? [];
		known.push({ from, to });
		parts.set(item, known);
	}
}

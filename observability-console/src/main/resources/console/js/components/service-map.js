// The map as SVG: layers from left to right, or from top to bottom where the window is narrow.
import { count, duration, plural } from '../format.js';
import { guard, html, nothing, svg } from '../lit.js';
import { layered } from '../map/layers.js';
import { href } from '../route.js';
import { colourClass } from '../services.js';

const NODE = { width: 176, height: 62 };

const narrow = matchMedia('(max-width: 860px)');

export function serviceMap(nodes, edges) {
	return guard([JSON.stringify([nodes, edges]), narrow.matches], () => drawing(nodes, edges, narrow.matches));
}

function drawing(nodes, edges, upright) {
	const { positions, layers, widest } = layered(nodes.map((node) => node.service), edges);
	const step = upright ? { layer: 128, place: 190 } : { layer: 310, place: 112 };
	const across = upright ? NODE.width : NODE.height;
	const along = upright ? NODE.height : NODE.width;
	const length = (layers - 1) * step.layer + along + 40;
	const breadth = (widest - 1) * step.place + across + 60;
	const [width, height] = upright ? [breadth, length] : [length, breadth];
	const box = (name) => {
		const { layer, place } = positions.get(name);
		const a = 20 + layer * step.layer;
		const b = 30 + place * step.place;
		return upright ? { x: b, y: a } : { x: a, y: b };
	};
	const most = Math.max(...edges.map((edge) => edge.calls), 1);
	const twoWay = new Set(edges.map((edge) => `${edge.from}\n${edge.to}`));
	return html`<svg class="map" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label="Service map">
		<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
		${edges.filter((edge) => edge.from !== edge.to && positions.has(edge.from) && positions.has(edge.to)).map((edge) => {
			const back = positions.get(edge.to).layer <= positions.get(edge.from).layer;
			return line(edge, box(edge.from), box(edge.to), { upright, back, most, shift: twoWay.has(`${edge.to}\n${edge.from}`) });
		})}
		${nodes.map((node) => card(node, box(node.service), edges))}
	</svg>`;
}

function line(edge, from, to, { upright, back, most, shift }) {
	const aside = shift ? (back ? 14 : -6) : 0;
	const start = upright ? [from.x + NODE.width / 2 + aside, from.y + (back ? 0 : NODE.height)] : [from.x + (back ? 0 : NODE.width), from.y + NODE.height / 2 + aside];
	const end = upright ? [to.x + NODE.width / 2 + aside, to.y + (back ? NODE.height : -1)] : [to.x + (back ? NODE.width : -1), to.y + NODE.height / 2 + aside];
	const bend = (upright ? end[1] - start[1] : end[0] - start[0]) * 0.45;
	const path = upright
		? `M${start} C${start[0]},${start[1] + bend} ${end[0]},${end[1] - bend} ${end}`
		: `M${start} C${start[0] + bend},${start[1]} ${end[0] - bend},${end[1]} ${end}`;
	const middle = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
	const words = `${count(edge.calls)} · ${duration(edge.p95Millis)}`;
	const half = words.length * 3.2 + 8;
	return svg`<a class="edge ${edge.errors ? 'failed' : ''}" href=${href(['traces'], { service: edge.from, ...(edge.errors ? { errors: 'true' } : {}) })}
			aria-label="${edge.from} to ${edge.to}: ${plural(edge.calls, 'call')}, ${plural(edge.errors, 'error')}, p95 ${duration(edge.p95Millis)}"
			data-tip="${edge.from} → ${edge.to}\n${plural(edge.calls, 'call')}, ${plural(edge.errors, 'error')}\np95 ${duration(edge.p95Millis)}">
		<path class="edge-area" d=${path}/><path class="edge-line" d=${path} stroke-width=${1.2 + 2.2 * Math.sqrt(edge.calls / most)} marker-end="url(#arrow)"/>
		<rect class="edge-plate" x=${middle[0] - half} y=${middle[1] - 10 + aside} width=${half * 2} height="20" rx="10"/>
		<text class="edge-text" x=${middle[0]} y=${middle[1] + 4 + aside}>${words}</text></a>`;
}

function card(node, { x, y }, edges) {
	const { service, database, spans, errors, p95Millis } = node;
	const share = spans ? errors / spans : 0;
	const filter = database ? { service: edges.find((edge) => edge.to === service)?.from } : { service };
	const rate = errors ? `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} % errors` : 'no errors';
	return svg`<a class="node ${database ? 'database' : colourClass(service)} ${errors ? 'failed' : ''}" href=${href(['traces'], filter)} transform="translate(${x} ${y})"
			aria-label="${service}: ${plural(spans, 'span')}, ${rate}, p95 ${duration(p95Millis)}">
		<rect class="node-box" width=${NODE.width} height=${NODE.height} rx=${database ? 16 : 8}/>
		${database ? svg`<path class="cylinder" d="M14 18.500c0-4 12-4 12 0v9c0 4-12 4-12 0zc0 4 12 4 12 0"/>` : svg`<rect class="node-stripe" x="0" y="12" width="4" height=${NODE.height - 24} rx="2"/>`}
		<text class="node-name" x=${database ? 34 : 16} y="26">${service.length > 19 ? `${service.slice(0, 18)}…` : service}</text>
		<text class="node-facts" x="16" y="47">${count(spans)} spans · p95 ${duration(p95Millis)}</text>
		${errors ? svg`<g class="node-errors"><rect x=${NODE.width - 74} y="-9" width="66" height="19" rx="9.5"/><text x=${NODE.width - 41} y="4.5">${(share * 100).toFixed(share < 0.1 ? 1 : 0)} % err</text></g>` : nothing}
	</a>`;
}

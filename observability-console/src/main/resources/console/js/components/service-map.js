// The map as SVG: layers from left to right, or from top to bottom where the window is narrow.
import { count, duration, plural } from '../format.js';
import { guard, html, nothing, place, svg } from '../lit.js';
import { curves, labelPoint } from '../map/edges.js';
import { layered } from '../map/layers.js';
import { href } from '../route.js';
import { colourClass } from '../services.js';

const NODE = { width: 190, height: 62 };

const MARGIN = 30;

/** Below this scale the text could not be read: the map then scrolls. */
const SMALLEST = 0.78;

const narrow = matchMedia('(max-width: 860px)');

export function serviceMap(nodes, edges) {
	return guard([JSON.stringify([nodes, edges]), narrow.matches], () => drawing(nodes, edges, narrow.matches));
}

function drawing(nodes, edges, upright) {
	const layout = layered(nodes.map((node) => node.service), edges);
	const step = upright ? { layer: 140, place: 214 } : { layer: 340, place: 100 };
	const length = upright ? NODE.height : NODE.width;
	const breadth = upright ? NODE.width : NODE.height;
	const box = ({ layer, place }) => ({ along: MARGIN + layer * step.layer, across: MARGIN + place * step.place + breadth / 2, length });
	const long = (layout.layers - 1) * step.layer + length + 2 * MARGIN;
	const broad = (layout.widest - 1) * step.place + breadth + 2 * MARGIN;
	const [width, height] = upright ? [broad, long] : [long, broad];
	const xy = ({ along, across }) => upright ? [across, along] : [along, across];
	const most = Math.max(...edges.map((edge) => edge.calls), 1);
	const drawn = curves(edges, layout, box);
	return html`<svg class="map" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label="Service map" ${place({ 'min-width': `${width * SMALLEST}px` })}>
		<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
		${drawn.map(({ edge, segments }) => line(edge, path(segments, xy), most))}
		${drawn.map((curve) => label(curve.edge, xy(labelPoint(curve))))}
		${nodes.map((node) => {
			const { along, across } = box(layout.positions.get(node.service));
			const [x, y] = xy({ along, across: across - breadth / 2 });
			return svg`${edges.filter((edge) => edge.from === edge.to && edge.from === node.service).map((edge) => loop(edge, x, y, upright))}${card(node, x, y, edges)}`;
		})}
	</svg>`;
}

function path(segments, xy) {
	return segments.map((points, index) => `${index ? '' : `M${xy(points[0])}`} C${points.slice(1).map(xy).join(' ')}`).join('');
}

function address(edge) {
	return href(['traces'], { service: edge.from, ...(edge.errors ? { errors: 'true' } : {}) });
}

function line(edge, curve, most) {
	return svg`<a class="edge ${edge.errors ? 'failed' : ''}" href=${address(edge)}
			aria-label="${edge.from} to ${edge.to}: ${plural(edge.calls, 'call')}, ${plural(edge.errors, 'error')}, p95 ${duration(edge.p95Millis)}" data-tip=${tip(edge)}>
		<path class="edge-area" d=${curve}/><path class="edge-line" d=${curve} stroke-width=${1.2 + 2.2 * Math.sqrt(edge.calls / most)} marker-end="url(#arrow)"/></a>`;
}

function label(edge, [x, y]) {
	const words = `${count(edge.calls)} · ${duration(edge.p95Millis)}`;
	const half = words.length * 3.2 + 8;
	return svg`<a class="edge ${edge.errors ? 'failed' : ''}" href=${address(edge)} tabindex="-1" aria-hidden="true" data-tip=${tip(edge)}>
		<rect class="edge-plate" x=${x - half} y=${y - 10} width=${half * 2} height="20" rx="10"/><text class="edge-text" x=${x} y=${y + 4}>${words}</text></a>`;
}

/** A service that calls itself, for example by handing work to another thread or a queue. */
function loop(edge, x, y, upright) {
	if (upright) {
		return line(edge, `M${x},${y + 42} C${x - 26},${y + 46} ${x - 26},${y + 14} ${x},${y + 20}`, edge.calls * 4);
	}
	const foot = y + NODE.height;
	const curve = `M${x + 56},${foot} C${x + 52},${foot + 26} ${x + 20},${foot + 26} ${x + 24},${foot}`;
	return svg`${line(edge, curve, edge.calls * 4)}<text class="edge-text loop" x=${x + 64} y=${foot + 17}>${count(edge.calls)} · ${duration(edge.p95Millis)}</text>`;
}

function tip(edge) {
	return `${edge.from} → ${edge.to}\n${plural(edge.calls, 'call')}, ${plural(edge.errors, 'error')}\np95 ${duration(edge.p95Millis)}`;
}

function card(node, x, y, edges) {
	const { service, database, requests, errors, p95Millis } = node;
	const share = requests ? errors / requests : 0;
	const filter = database ? { service: edges.find((edge) => edge.to === service)?.from } : { service };
	const rate = errors ? `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} % errors` : 'no errors';
	return svg`<a class="node ${database ? 'database' : colourClass(service)} ${errors ? 'failed' : ''}" href=${href(['traces'], filter)} transform="translate(${x} ${y})"
			aria-label="${service}: ${plural(requests, 'request')}, ${rate}, p95 ${duration(p95Millis)}"
			data-tip="${service}\n${plural(requests, 'request')}, ${rate}\np95 ${duration(p95Millis)}">
		<rect class="node-box" width=${NODE.width} height=${NODE.height} rx=${database ? 16 : 8}/>
		${database ? svg`<path class="cylinder" d="M14 18.500c0-4 12-4 12 0v9c0 4-12 4-12 0zc0 4 12 4 12 0"/>` : svg`<rect class="node-stripe" x="0" y="12" width="4" height=${NODE.height - 24} rx="2"/>`}
		<text class="node-name" x=${database ? 34 : 16} y="26">${shortened(service, database ? 17 : 20)}</text>
		<text class="node-facts" x="16" y="47">${plural(requests, database ? 'query' : 'request', database ? 'queries' : 'requests')} · p95 ${duration(p95Millis)}</text>
		${errors ? svg`<g class="node-errors"><rect x=${NODE.width - 74} y="-9" width="66" height="19" rx="9.5"/><text x=${NODE.width - 41} y="4.5">${(share * 100).toFixed(share < 0.1 ? 1 : 0)} % err</text></g>` : nothing}
	</a>`;
}

function shortened(name, most) {
	return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

// Who calls whom: the services and databases of the held traces, in layers from the first caller to the last callee.
import { redraw } from '../app.js';
import { empty, problem, waiting } from '../components/chips.js';
import { onboarding } from '../components/onboarding.js';
import { serviceMap } from '../components/service-map.js';
import { count, duration, plural } from '../format.js';
import { html, nothing } from '../lit.js';
import { Loader } from '../loader.js';
import { href } from '../route.js';

export function mapView() {
	const loader = new Loader(redraw);
	const changed = () => loader.value || loader.error ? loader.again() : loader.ask('/api/map');

	function template() {
		if (!loader.value) {
			return loader.error ? problem(loader.error) : waiting('the map');
		}
		const { nodes, edges } = loader.value;
		if (nodes.length === 0) {
			return empty('No services yet', onboarding('traces'));
		}
		return html`<header class="page-head"><h1>Service map</h1>
				<p>${plural(nodes.filter((node) => !node.database).length, 'service')} and ${plural(edges.length, 'connection')} in the traces that are held. Choose one to see its traces.</p></header>
			${loader.error ? problem(loader.error) : nothing}
			<div class="panel map-panel">${serviceMap(nodes, edges)}</div>
			${edges.length ? table(edges) : nothing}`;
	}

	return { title: () => 'Service map', show: changed, changed, template, keys: {} };
}

function table(edges) {
	return html`<details class="map-table"><summary>The same as a table</summary><div class="panel"><table class="table">
		<thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="num">Calls</th><th scope="col" class="num">Errors</th><th scope="col" class="num">p95</th></tr></thead>
		<tbody>${edges.map((edge) => html`<tr><td><a href=${href(['traces'], { service: edge.from })}>${edge.from}</a></td><td>${edge.to}</td>
			<td class="num">${count(edge.calls)}</td><td class="num ${edge.errors ? 'bad' : ''}">${count(edge.errors)}</td><td class="num">${duration(edge.p95Millis)}</td></tr>`)}</tbody>
	</table></div></details>`;
}

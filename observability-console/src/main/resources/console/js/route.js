// The address of a page is its hash: #/traces?service=orders, #/trace/ID/SPAN, #/metrics/NAME.

export function parse(hash) {
	const [path, query] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
	const parts = path.split('/').filter(Boolean).map(decode);
	return { name: parts[0] ?? 'traces', parts: parts.slice(1), query: new URLSearchParams(query ?? '') };
}

function decode(part) {
	try {
		return decodeURIComponent(part);
	}
	catch {
		return part;
	}
}

export function href(parts, parameters = {}) {
	const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
	return `#/${parts.map(encodeURIComponent).join('/')}${query.size ? `?${query}` : ''}`;
}

export function go(address) {
	location.hash = address;
}

/** Changes the address without a step in the history: for filters, selection and zoom. */
export function replace(address) {
	history.replaceState(history.state, '', address);
	window.dispatchEvent(new Event('hashchange'));
}

export function wantsLive() {
	return new URLSearchParams(location.search).get('live') !== '0' && parse(location.hash).query.get('live') !== '0';
}

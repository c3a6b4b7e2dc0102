// The console's JSON API. Every failure becomes one sentence that a person can act on.

export class ApiError extends Error {

	constructor(status, message) {
		super(message);
		this.status = status;
	}

}

const UNREACHABLE = 'The console process does not answer. Is it still running?';

export async function get(path, parameters = {}, signal = undefined) {
	const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
	return request(query.size ? `${path}?${query}` : path, { signal });
}

export async function clear() {
	return request('/api/clear', { method: 'POST', headers: { 'X-Console': '1' } });
}

async function request(url, options) {
	let response;
	try {
		response = await fetch(url, options);
	}
	catch (failure) {
		if (failure.name === 'AbortError') {
			throw failure;
		}
		throw new ApiError(0, UNREACHABLE);
	}
	const json = response.headers.get('content-type')?.includes('json');
	const body = json ? await response.json() : null;
	if (!response.ok) {
		throw new ApiError(response.status, body?.error ?? `The console answered ${response.status} to ${url}.`);
	}
	return body;
}

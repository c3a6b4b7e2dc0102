// Calls the gateway. Never throws: a failure is a result with a sentence like any other.
export async function call(method, path, body) {
  const request = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    request.headers['content-type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  const start = performance.now();
  try {
    const response = await fetch(path, request);
    const text = await response.text();
    const data = parse(text);
    return {
      ok: response.ok,
      status: response.status,
      data,
      problem: response.ok ? undefined : sentence(response.status, data),
      traceId: response.headers.get('X-Trace-Id') ?? data?.traceId,
      millis: Math.round(performance.now() - start),
    };
  } catch {
    return { ok: false, status: 0, problem: 'The gateway does not answer. Is it running?', millis: 0 };
  }
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function sentence(status, problem) {
  const fields = (problem?.errors ?? []).map((error) => `${error.field} ${error.message}`).join('; ');
  const title = problem?.title ?? problem?.error ?? `Status ${status}`;
  const detail = fields || problem?.detail;
  return detail ? `${title}: ${detail}` : title;
}

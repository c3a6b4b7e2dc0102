// The page of a trace that is not held: why that can be, and what to do.
import { app } from '../app.js';
import { count } from '../format.js';
import { html, nothing } from '../lit.js';
import { live } from '../live.js';
import { empty } from './chips.js';

export function missingTrace(traceId, error) {
	const evicted = app.state?.stats.tracesEvicted;
	return empty('This trace is not here', html`
		<p>${error.message}</p>
		<p class="mono missing-id">${traceId}</p>
		<ul class="reasons">
			<li><strong>It may not have arrived yet.</strong> Services send spans in batches, usually within five seconds. ${live.wanted && !live.paused
				? 'This page looks again with everything that arrives.' : 'Press r to look again.'}</li>
			<li><strong>It may have been evicted.</strong> Memory is bounded and the oldest traces leave first${evicted ? html`: ${count(evicted)} so far` : nothing}.</li>
			<li><strong>It may not have been recorded:</strong> not sampled, sent elsewhere, or from before the console was started.</li>
		</ul>
		<p><a class="button" href="#/traces">All traces</a></p>`);
}

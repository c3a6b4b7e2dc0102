// The page of a trace that is not held: why that can be, and what to do.
import { app } from '../app.js';
import { count } from '../format.js';
import { html, nothing } from '../lit.js';
import { live } from '../live.js';
import { emptyPage } from './chips.js';

export function missingTrace(traceId) {
	const evicted = app.state?.stats.traces.tracesEvicted;
	return emptyPage('This trace is not here', html`
		<p>The console holds no span of trace <code>${traceId}</code>.</p>
		<ul class="reasons">
			<li><strong>It may not have arrived yet.</strong> Services send spans in batches, usually within five seconds. ${live.wanted && !live.paused
				? 'This page looks again with everything that arrives.' : 'Press r to look again.'}</li>
			<li><strong>It may have been evicted.</strong> Memory is bounded and the oldest traces leave first${evicted ? html`: ${count(evicted)} so far` : nothing}.</li>
			<li><strong>It may not have been recorded:</strong> not sampled, sent elsewhere, or from before the console was started.</li>
		</ul>
		<p><a class="button" href="#/traces">All traces</a></p>`);
}

// What to do when nothing has arrived: the endpoint of this console and the lines that send telemetry to it.
import { app } from '../app.js';
import { html, nothing } from '../lit.js';
import { copyButton } from './chips.js';

export function onboarding(signal) {
	const endpoint = app.state?.otlpEndpoint ?? 'http://127.0.0.1:4318';
	const yaml = ['observability:', '  exporter:', `    endpoint: ${endpoint}`,
		...(signal === 'metrics' ? ['  metrics:', '    to: otlp, prometheus'] : [])].join('\n');
	const variables = [`OTEL_EXPORTER_OTLP_ENDPOINT=${endpoint}`, 'OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf'].join('\n');
	return html`<p>This page listens at <code>${endpoint}</code> and shows ${signal} within a second of their arrival. Then make a request to your service.</p>
		<div class="recipes">
			${recipe('With the starter: application.yml', yaml, 'the lines for application.yml')}
			${recipe('Any other OpenTelemetry SDK: environment', variables, 'the environment variables')}
		</div>
		${signal === 'metrics' ? html`<p class="note">Metrics are scraped by default; the line <code>to</code> also pushes them here, once a minute
			unless the service says otherwise.</p>` : nothing}
		<p class="note">OTLP over HTTP, protobuf or JSON. gRPC (port 4317) is not spoken here.</p>`;
}

function recipe(title, lines, what) {
	return html`<figure class="recipe"><figcaption>${title}${copyButton(lines, what)}</figcaption><pre><code>${lines}</code></pre></figure>`;
}

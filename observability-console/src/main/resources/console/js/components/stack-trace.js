// A stack trace as it was printed: frames of the JDK and of frameworks step back, so that the service's own are seen first.
import { html } from '../lit.js';
import { copyButton } from './chips.js';

const FOREIGN = /^\s*at (?:[\w.]+@?[\w.]*\/)?(?:java|javax|jdk|sun|com\.sun|jakarta|org\.springframework|org\.apache|org\.hibernate|org\.eclipse|io\.micrometer|io\.opentelemetry|io\.netty|reactor|kotlin|com\.zaxxer|org\.h2|org\.postgresql)\.|^\s*\.\.\. \d+ (?:more|common)/;

export function stackTrace(stack) {
	const lines = stack.trimEnd().split('\n');
	return html`<div class="stack">${copyButton(stack, 'stack trace')}<pre tabindex="0" aria-label="Stack trace">${lines.map((line) =>
		html`<span class=${kind(line)}>${line}
</span>`)}</pre></div>`;
}

function kind(line) {
	if (FOREIGN.test(line)) {
		return 'foreign';
	}
	return /^\s*at /.test(line) ? 'own' : 'cause';
}

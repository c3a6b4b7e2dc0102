// The three dialogs: keyboard help, the clear question, and what the console holds.
import { clear } from '../api.js';
import { app, redraw, refreshState, say } from '../app.js';
import { html, nothing, ref } from '../lit.js';
import { help } from './help.js';
import { holdings } from './holdings.js';
import { icons } from './icons.js';

export function closeDialog() {
	document.querySelector('dialog[open]')?.close();
	if (app.dialog) {
		app.dialog = null;
		redraw();
	}
}

export function dialogs() {
	if (app.dialog === 'help') {
		return dialog('Keyboard and help', help());
	}
	if (app.dialog === 'stats') {
		return dialog('What this console holds', holdings(app.state));
	}
	return app.dialog === 'clear' ? dialog('Clear everything?', question()) : nothing;
}

function dialog(title, content) {
	return html`<dialog class="dialog" aria-label=${title} @close=${closeDialog} @click=${outside}
			${ref((element) => element && !element.open && queueMicrotask(() => element.isConnected && element.showModal()))}>
		<div class="dialog-head"><h2>${title}</h2>
			<button class="icon-button" @click=${closeDialog} aria-label="Close">${icons.close}</button></div>
		<div class="dialog-body">${content}</div>
	</dialog>`;
}

function outside(event) {
	if (event.target.localName === 'dialog') {
		closeDialog();
	}
}

function question() {
	return html`<p>All traces, logs and metrics in this console's memory are dropped. Nothing brings them back; new telemetry keeps arriving.</p>
		<div class="dialog-actions"><button class="button" @click=${closeDialog}>Keep</button>
		<button class="button danger" autofocus @click=${drop}>Clear everything</button></div>`;
}

async function drop() {
	closeDialog();
	try {
		await clear();
		say('Cleared');
		app.view.changed();
		await refreshState();
	}
	catch (failure) {
		say(failure.message);
	}
}

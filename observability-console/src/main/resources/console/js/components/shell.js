// The frame around every view: navigation, the state of the live stream, and the footer that says what is kept.
import { app, redraw, show } from '../app.js';
import { bytes, count } from '../format.js';
import { html, nothing } from '../lit.js';
import { live, setPaused } from '../live.js';
import { currentTheme, nextTheme } from './theme-switch.js';
import { icons } from './icons.js';

const TABS = [
	['traces', 'Traces', 'g t'],
	['logs', 'Logs', 'g l'],
	['metrics', 'Metrics', 'g m'],
	['cardinality', 'Cardinality', 'g c'],
	['map', 'Service map', 'g s'],
];

export function shell(content, dialog) {
	const name = app.route.name === 'trace' ? 'traces' : app.route.name;
	return html`
		<a class="skip" href="#main" @click=${skip}>Skip to content</a>
		<header class="top">
			<a class="brand" href="#/traces" aria-label="Observability Console">${icons.brand}<span>Observability Console</span></a>
			<nav class="tabs" aria-label="Views">${TABS.map(([tab, label, keys]) => html`
				<a href="#/${tab}" class="tab" aria-current=${tab === name ? 'page' : nothing} title="${label} (${keys})">${label}</a>`)}
			</nav>
			<div class="actions">${liveButton()}${themeButton()}
				<button class="icon-button" @click=${() => show('clear')} aria-label="Clear everything" data-tip="Clear everything">${icons.trash}</button>
				<button class="icon-button" @click=${() => show('help')} aria-label="Keyboard and help" data-tip="Keyboard and help (?)">${icons.help}</button>
			</div>
		</header>
		${live.lost ? lost() : nothing}
		<main id="main" tabindex="-1" class="view view-${app.route.name}">${content}</main>
		${footer()}
		${dialog}`;
}

function skip(event) {
	event.preventDefault();
	document.getElementById('main').focus();
}

function liveButton() {
	if (!live.wanted) {
		return html`<span class="live off" data-tip="The address says live=0. Press r to read again.">Not live</span>`;
	}
	const state = live.lost ? 'lost' : live.paused ? 'paused' : live.connected ? 'on' : 'off';
	const label = { lost: 'No connection', paused: 'Paused', on: 'Live', off: 'Connecting' }[state];
	return html`<button class="live ${state}" aria-pressed=${live.paused} @click=${() => setPaused(!live.paused)}
		aria-label="${label}. ${live.paused ? 'Resume' : 'Pause'} live updates"
		data-tip=${live.paused ? 'Resume live updates (p)' : 'Pause live updates (p)'}>
		<span class="pulse" aria-hidden="true"></span>${label}${live.paused ? icons.play : icons.pause}</button>`;
}

function themeButton() {
	const theme = currentTheme();
	const label = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' }[theme];
	return html`<button class="icon-button" aria-label=${label} data-tip=${label}
		@click=${() => { nextTheme(); redraw(); }}>${icons[theme]}</button>`;
}

function lost() {
	return html`<div class="banner error" role="alert">${icons.error}<span><strong>The console process does not answer.</strong>
		This page shows what it last sent. It keeps everything in memory: if it stopped, that is gone. Trying again every two seconds.</span></div>`;
}

function footer() {
	const { state } = app;
	if (!state) {
		return html`<footer class="foot"></footer>`;
	}
	const { stats, limits } = state;
	const evicted = (stats.tracesEvicted ?? 0) + (stats.logsEvicted ?? 0);
	return html`<footer class="foot">
		<span>In memory only, nothing on disk. To keep telemetry, run the real stack with <code>docker compose</code>.</span>
		<button class="foot-stats" @click=${() => show('stats')} aria-label="What this console holds">
			<span>${count(stats.tracesHeld)} of ${count(limits.maxTraces)} traces</span>
			<span>${count(stats.spansHeld)} spans</span>
			<span>${count(stats.logsHeld)} logs</span>
			<span>${count(stats.seriesHeld)} series</span>
			${stats.bytes ? html`<span>${bytes(stats.bytes)}</span>` : nothing}
			<span class=${evicted ? 'some' : ''}>${evicted ? `${count(evicted)} evicted` : 'nothing evicted'}</span>
		</button>
		<span class="version">OTLP at <code>${state.otlpEndpoint}</code> · ${state.version}</span>
	</footer>`;
}

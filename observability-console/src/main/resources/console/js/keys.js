// The keyboard: single keys, and two-key sequences that begin with g. Keys typed into a field belong to the field,
// and an action that returns false leaves its key to the browser.

const SEQUENCE_MILLIS = 1200;

let prefix = '';

let since = 0;

export function onKeys(bindings) {
	document.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
			return;
		}
		if (event.target.closest('input, select, textarea')) {
			if (event.key === 'Escape') {
				event.target.blur();
			}
			return;
		}
		if (event.key === 'Enter' && event.target.closest('a, button, summary')) {
			return;
		}
		const expected = prefix && Date.now() - since < SEQUENCE_MILLIS ? prefix : '';
		prefix = '';
		if (!expected && event.key === 'g') {
			prefix = 'g ';
			since = Date.now();
			return;
		}
		const action = bindings()[expected + event.key];
		if (action && action(event) !== false) {
			event.preventDefault();
		}
	});
}

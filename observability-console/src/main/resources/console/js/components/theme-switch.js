// Auto, light, dark, in that order. Charts that draw on a canvas listen for the event "themechange".

const ORDER = ['auto', 'light', 'dark'];

export function currentTheme() {
	return document.documentElement.dataset.theme ?? 'auto';
}

export function nextTheme() {
	const theme = ORDER[(ORDER.indexOf(currentTheme()) + 1) % ORDER.length];
	try {
		localStorage.setItem('console.theme', theme);
	}
	catch {
		// it then lasts until the next reload
	}
	if (theme === 'auto') {
		delete document.documentElement.dataset.theme;
	}
	else {
		document.documentElement.dataset.theme = theme;
	}
	window.dispatchEvent(new Event('themechange'));
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => window.dispatchEvent(new Event('themechange')));

/** The colour that a custom property stands for now, as the browser computes it. */
export function cssColour(name) {
	const probe = document.createElement('span');
	probe.style.color = `var(${name})`;
	document.body.append(probe);
	const colour = getComputedStyle(probe).color;
	probe.remove();
	return colour;
}

// Small settings that survive a reload. Storage can be forbidden or full: the page then works without.

export function recall(key, fallback) {
	try {
		return JSON.parse(localStorage.getItem(`console.${key}`)) ?? fallback;
	}
	catch {
		return fallback;
	}
}

export function remember(key, value) {
	try {
		localStorage.setItem(`console.${key}`, JSON.stringify(value));
	}
	catch {
		// nothing depends on it
	}
}

// Applies the stored theme before the first paint; a module would run too late and flash. "auto" follows the system.
(() => {
	let stored = null;
	try {
		stored = localStorage.getItem('console.theme');
	}
	catch {
		// storage can be forbidden; the system's theme is then right
	}
	if (stored === 'light' || stored === 'dark') {
		document.documentElement.dataset.theme = stored;
	}
})();

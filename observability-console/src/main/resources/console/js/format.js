// Numbers and times as people read them. Nanoseconds come as decimal strings, because doubles cannot hold them.

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

export function count(value) {
	return COUNT.format(value ?? 0);
}

export function plural(value, one, many = `${one}s`) {
	return `${count(value)} ${value === 1 ? one : many}`;
}

function digits(value) {
	return Math.abs(value) >= 99.95 ? String(Math.round(value)) : Number.isInteger(value) ? String(value) : value.toPrecision(3);
}

export function duration(millis) {
	if (millis === 0) {
		return '0 ms';
	}
	if (Math.abs(millis) < 0.0995) {
		return `${digits(millis * 1000)} µs`;
	}
	if (Math.abs(millis) < 999.5) {
		return `${digits(millis)} ms`;
	}
	if (Math.abs(millis) < 60_000) {
		return `${digits(millis / 1000)} s`;
	}
	const seconds = Math.round(millis / 1000);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function millisBetween(from, to) {
	return Number(BigInt(to) - BigInt(from)) / 1e6;
}

export function date(nanos) {
	return new Date(Number(BigInt(nanos) / 1_000_000n));
}

export function clock(nanos) {
	const time = date(nanos);
	const two = (number) => String(number).padStart(2, '0');
	const ms = String(time.getMilliseconds()).padStart(3, '0');
	return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${ms}`;
}

export function when(nanos) {
	const time = date(nanos);
	return time.toDateString() === new Date().toDateString() ? clock(nanos) : `${DAY.format(time)}, ${clock(nanos)}`;
}

export function shortId(id) {
	return id.slice(0, 8);
}

export function bytes(value) {
	const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
	let index = 0;
	while (Math.abs(value) >= 1024 && index < units.length - 1) {
		value /= 1024;
		index++;
	}
	return `${digits(value)} ${units[index]}`;
}

function compact(value) {
	const size = Math.abs(value);
	if (size >= 1e9) {
		return `${digits(value / 1e9)} G`;
	}
	if (size >= 1e6) {
		return `${digits(value / 1e6)} M`;
	}
	return size >= 1e4 ? `${digits(value / 1e3)} k` : size > 0 && size < 1e-3 ? value.toExponential(1) : digits(value);
}

/** A measured value with its UCUM unit: seconds and bytes are scaled, annotations such as {request} are left out. */
export function quantity(value, unit = '') {
	if (value === null || value === undefined || Number.isNaN(value)) {
		return '–';
	}
	const scale = { s: 1000, ms: 1, us: 1e-3, ns: 1e-6 }[unit];
	if (scale) {
		return duration(value * scale);
	}
	if (unit === 'By') {
		return bytes(value);
	}
	const shown = unit.replace(/\{[^}]*\}/g, '').replace(/^1$/, '').replace(/^1?\//, '/');
	return shown ? `${compact(value)}${shown.startsWith('/') ? '' : ' '}${shown}` : compact(value);
}

export function text(value) {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

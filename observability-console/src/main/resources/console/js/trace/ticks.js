// Round positions for a time axis.

const STEPS = [1, 2, 5];

export function ticks(from, to, most) {
	const least = (to - from) / most;
	const power = 10 ** Math.floor(Math.log10(least));
	const step = (STEPS.find((factor) => factor * power >= least) ?? 10) * power;
	const found = [];
	for (let index = Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9; index++) {
		found.push(index * step);
	}
	return found;
}

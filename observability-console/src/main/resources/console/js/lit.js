// The parts of lit-html that the pages use, and one directive of our own.
import { noChange } from '/webjars/lit-html/lit-html.js';
import { Directive, directive } from '/webjars/lit-html/directive.js';

export { html, nothing, render, svg } from '/webjars/lit-html/lit-html.js';
export { guard } from '/webjars/lit-html/directives/guard.js';
export { live } from '/webjars/lit-html/directives/live.js';
export { ref } from '/webjars/lit-html/directives/ref.js';
export { repeat } from '/webjars/lit-html/directives/repeat.js';

/** Sets style properties through the CSSOM: the strict content security policy refuses style attributes. */
class Place extends Directive {

	render() {
		return noChange;
	}

	update(part, [properties]) {
		for (const [name, value] of Object.entries(properties)) {
			if (this.before?.[name] !== value) {
				part.element.style.setProperty(name, value);
			}
		}
		this.before = properties;
		return noChange;
	}

}

export const place = directive(Place);

// One tooltip for the page: whatever carries data-tip shows that text beside it, by pointer or by keyboard focus.

const GAP = 8;

export function startTips() {
	const tip = document.getElementById('tip');
	let owner = null;
	const hide = () => {
		owner = null;
		tip.hidden = true;
	};
	const showFor = (event) => {
		const target = event.target.closest?.('[data-tip]') ?? null;
		if (target === owner) {
			return;
		}
		hide();
		if (target?.dataset.tip) {
			owner = target;
			tip.textContent = target.dataset.tip;
			tip.hidden = false;
			put(tip, target.getBoundingClientRect(), event);
		}
	};
	document.addEventListener('pointerover', showFor);
	document.addEventListener('focusin', (event) => event.target.matches(':focus-visible') && showFor(event));
	document.addEventListener('focusout', hide);
	document.addEventListener('scroll', hide, { capture: true, passive: true });
	document.addEventListener('pointerdown', hide);
}

function put(tip, box, event) {
	const size = tip.getBoundingClientRect();
	const anchor = event.clientX !== undefined && box.width > 80 ? event.clientX : box.left + box.width / 2;
	const left = Math.min(Math.max(GAP, anchor - size.width / 2), innerWidth - size.width - GAP);
	const below = box.bottom + GAP + size.height < innerHeight;
	tip.style.setProperty('left', `${left}px`);
	tip.style.setProperty('top', `${below ? box.bottom + GAP : box.top - size.height - GAP}px`);
}

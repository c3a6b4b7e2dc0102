// Builds elements; text is always text, never markup.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children);
  return element;
}

export const byId = (id) => document.getElementById(id);

// Runs the task of a button once at a time; the button keeps the focus meanwhile.
export async function busy(button, task) {
  if (button.getAttribute('aria-busy') === 'true') {
    return;
  }
  button.setAttribute('aria-busy', 'true');
  try {
    await task();
  } finally {
    button.removeAttribute('aria-busy');
  }
}

const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'EUR' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export const euros = (amount) => money.format(amount);
export const time = (date) => clock.format(date);
export const number = (value) => value.toLocaleString();

package dev.oddkit.observability.propagation;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.DirectFieldAccessor;

/**
 * A setting of a library's object that has no public getter.
 */
final class PrivateField {

	private PrivateField() {
	}

	/**
	 * Read it, without a call of any method of the object.
	 * @return the value, or {@code null} if there is no such field that can be read
	 */
	static @Nullable Object read(Object target, String name) {
		try {
			return new DirectFieldAccessor(target).getPropertyValue(name);
		}
		catch (BeansException ex) {
			return null;
		}
	}

}

package dev.oddkit.observability.cardinality.core;

/**
 * Reads from the shape of a value what it is likely to be. A guess: it speeds up a
 * contest and hides examples, it never folds by itself.
 */
public final class ValueShape {

	private static final int LONG = 64;

	private static final int ID_DIGITS = 8;

	private static final int HASH = 16;

	private ValueShape() {
	}

	/**
	 * Return whether a value looks like one of countless others: a UUID, a long number, a
	 * hash, an e-mail address, or more than 64 characters.
	 * @param value the value
	 * @return whether it looks like an id
	 */
	public static boolean looksLikeId(String value) {
		int length = value.length();
		if (length > LONG) {
			return true;
		}
		if (length < ID_DIGITS) {
			return false;
		}
		int digits = 0;
		int letters = 0;
		for (int i = 0; i < length; i++) {
			char c = value.charAt(i);
			if (c >= '0' && c <= '9') {
				digits++;
			}
			else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
				letters++;
			}
			else if (c == '@') {
				return isEmail(value, i);
			}
			else if (c != '-') {
				return value.indexOf('@', i) > 0 && isEmail(value, value.indexOf('@', i));
			}
		}
		return (letters == 0) ? digits >= ID_DIGITS : digits > 0 && digits + letters >= HASH;
	}

	/**
	 * Return whether a value may tell who somebody is, so that a log must not show it.
	 * @param key the key of the value
	 * @param value the value
	 * @return whether to hide it
	 */
	public static boolean looksPersonal(String key, String value) {
		String name = key.toLowerCase(java.util.Locale.ROOT);
		return value.indexOf('@') >= 0 || looksLikeId(value) || name.contains("user") || name.contains("mail")
				|| name.contains("phone") || name.contains("session") || name.contains("customer")
				|| name.contains("token") || name.endsWith("name") && name.contains("person");
	}

	static boolean isEmail(String value, int at) {
		return at > 0 && value.indexOf('.', at) > at + 1 && value.indexOf('@', at + 1) < 0;
	}

}

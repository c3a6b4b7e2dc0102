package dev.oddkit.observability.cardinality;

/**
 * Guards the global registry as long as the application runs.
 */
class GlobalRegistry implements AutoCloseable {

	private final CardinalityFilter filter;

	GlobalRegistry(CardinalityFilter filter) {
		this.filter = filter;
		GlobalRegistryFilter.add(filter);
	}

	@Override
	public void close() {
		GlobalRegistryFilter.remove(this.filter);
	}

}

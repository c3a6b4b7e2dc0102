package dev.oddkit.observability.sdk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.mongodb.RequestContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Takes a context of OpenTelemetry along with an operation of MongoDB.
 */
class MongoRequestContext implements RequestContext {

	private final Map<Object, Object> values = new ConcurrentHashMap<>();

	MongoRequestContext(Context context) {
		put(Context.class, context);
	}

	static Context contextOf(@Nullable RequestContext request) {
		Context context = (request != null) ? request.getOrDefault(Context.class, null) : null;
		return (context != null) ? context : Context.current();
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(Object key) {
		return (@Nullable T) this.values.get(key);
	}

	@Override
	public boolean hasKey(Object key) {
		return this.values.containsKey(key);
	}

	@Override
	public boolean isEmpty() {
		return this.values.isEmpty();
	}

	@Override
	public void put(Object key, Object value) {
		this.values.put(key, value);
	}

	@Override
	public void delete(Object key) {
		this.values.remove(key);
	}

	@Override
	public int size() {
		return this.values.size();
	}

	@Override
	public Stream<Map.Entry<Object, Object>> stream() {
		return this.values.entrySet().stream();
	}

}

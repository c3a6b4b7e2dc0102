package dev.oddkit.observability.cardinality;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Stands before the builders of the OpenTelemetry API, down to the instruments. A proxy
 * has all interfaces of what it stands for, the incubating ones included, because
 * libraries ask for those to give advice. Nothing of it is on the way of a measurement.
 */
final class GuardedApi implements InvocationHandler {

	private static final String METRICS = "io.opentelemetry.api.metrics.";

	private static final String INCUBATOR = "io.opentelemetry.api.incubator.metrics.";

	/**
	 * The scope of Micrometer's meters on their way through the SDK; they were guarded.
	 */
	private static final String BRIDGE = "io.opentelemetry.micrometer";

	/**
	 * Bounds of a histogram that nobody gives advice.
	 */
	private static final int DEFAULT_BOUNDS = 15;

	/**
	 * What a histogram exposes beside its bounds: the bucket without one, count and sum.
	 */
	private static final int BESIDE_BOUNDS = 3;

	private final Object sdk;

	private final InstrumentGuards guards;

	private final @Nullable String instrument;

	private final boolean gauge;

	private int bounds = DEFAULT_BOUNDS;

	private @Nullable Collection<AttributeKey<?>> advised;

	private GuardedApi(Object sdk, InstrumentGuards guards, @Nullable String instrument, boolean gauge) {
		this.sdk = sdk;
		this.guards = guards;
		this.instrument = instrument;
		this.gauge = gauge;
	}

	static OpenTelemetry guard(OpenTelemetry openTelemetry, InstrumentGuards guards) {
		return (OpenTelemetry) proxy(openTelemetry, guards, null, false);
	}

	private static Object proxy(Object sdk, InstrumentGuards guards, @Nullable String instrument, boolean gauge) {
		return new GuardedApi(sdk, guards, instrument, gauge).proxy();
	}

	private Object proxy() {
		Class<?> type = this.sdk.getClass();
		return Proxy.newProxyInstance(type.getClassLoader(), ClassUtils.getAllInterfacesForClass(type), this);
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
			return arguments != null && proxy == arguments[0];
		}
		if (InstrumentGuards.isNameless(this.instrument) && method.getName().startsWith("set")) {
			// One storage for all of them, whatever they say of themselves
			return proxy;
		}
		if (method.getName().equals("setExplicitBucketBoundariesAdvice") && arguments != null) {
			this.bounds = ((List<?>) arguments[0]).size();
		}
		if (method.getName().equals("setAttributesAdvice") && arguments != null) {
			this.advised = (List<AttributeKey<?>>) arguments[0];
		}
		try {
			return guarded(proxy, method, method.invoke(this.sdk, before(method, arguments)), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private @Nullable Object guarded(Object proxy, Method method, @Nullable Object result,
			Object @Nullable [] arguments) {
		if (result == this.sdk) {
			return proxy;
		}
		String first = (arguments != null && arguments.length > 0 && arguments[0] instanceof String name) ? name : "";
		if (result instanceof Meter || result instanceof MeterBuilder || result instanceof MeterProvider) {
			return first.startsWith(BRIDGE) ? result : proxy(result, this.guards, null, false);
		}
		if (result == null || !isMetrics(method.getReturnType())) {
			return result;
		}
		if (this.instrument == null) {
			return proxy(result, this.guards, this.guards.nameFor(first, method.getName()),
					method.getName().startsWith("gauge"));
		}
		if (method.getName().startsWith("of")) {
			GuardedApi ofOtherNumbers = new GuardedApi(result, this.guards, this.instrument, this.gauge);
			ofOtherNumbers.bounds = this.bounds;
			ofOtherNumbers.advised = this.advised;
			return ofOtherNumbers.proxy();
		}
		if (result instanceof DoubleHistogram || result instanceof LongHistogram) {
			guard(this.instrument).cost(this.bounds + BESIDE_BOUNDS);
		}
		if (result instanceof ObservableMeasurement measurement) {
			return new FoldingMeasurement(measurement, guard(this.instrument), this.gauge, sums());
		}
		Object instrument = GuardedInstruments.guard(result, guard(this.instrument));
		return (instrument != null) ? instrument : result;
	}

	private InstrumentGuard guard(String name) {
		return this.guards.of(name).only(this.advised);
	}

	/**
	 * Put the guard before the callbacks of asynchronous instruments.
	 */
	@SuppressWarnings("unchecked")
	private Object @Nullable [] before(Method method, Object @Nullable [] arguments) {
		if (arguments != null && this.instrument != null && method.getName().equals("buildWithCallback")) {
			Consumer<Object> callback = (Consumer<Object>) arguments[0];
			InstrumentGuard guard = guard(this.instrument);
			ObservedSums sums = sums();
			return new Object[] { (Consumer<Object>) (measurement) -> {
				FoldingMeasurement folding = new FoldingMeasurement((ObservableMeasurement) measurement, guard,
						this.gauge, sums);
				try {
					callback.accept(folding);
				}
				finally {
					folding.flush();
				}
			} };
		}
		if (arguments != null && method.getName().equals("batchCallback")) {
			return batch(arguments);
		}
		if (arguments != null && arguments.length == 1 && arguments[0] instanceof String name
				&& this.sdk instanceof Meter) {
			return new Object[] { this.guards.nameFor(name, method.getName()) };
		}
		return arguments;
	}

	private ObservedSums sums() {
		return new ObservedSums(this.sdk instanceof LongCounterBuilder || this.sdk instanceof DoubleCounterBuilder);
	}

	private static Object[] batch(Object[] arguments) {
		Map<FoldingMeasurement, ObservedSums> folding = new LinkedHashMap<>();
		Runnable callback = (Runnable) arguments[0];
		ObservableMeasurement[] others = ((ObservableMeasurement[]) arguments[2]).clone();
		for (int i = 0; i < others.length; i++) {
			others[i] = unwrap(others[i], folding);
		}
		ObservableMeasurement first = unwrap((ObservableMeasurement) arguments[1], folding);
		return new Object[] { (Runnable) () -> {
			folding.forEach(FoldingMeasurement::begin);
			try {
				callback.run();
			}
			finally {
				folding.keySet().forEach(FoldingMeasurement::flush);
			}
		}, first, others };
	}

	private static ObservableMeasurement unwrap(ObservableMeasurement measurement,
			Map<FoldingMeasurement, ObservedSums> found) {
		if (measurement instanceof FoldingMeasurement folding) {
			found.put(folding, folding.newSums());
			return folding.sdk();
		}
		return measurement;
	}

	private static boolean isMetrics(Class<?> type) {
		return type.getName().startsWith(METRICS) || type.getName().startsWith(INCUBATOR);
	}

}

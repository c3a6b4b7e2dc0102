package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.oddkit.observability.cardinality.core.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Meters of all types under few names and many labels, as no sane service has them. What
 * Micrometer alone takes, the guard takes as well: it throws at nobody. The last seed is
 * a new one each time; a failure names it.
 */
class MixedMetersTests {

	private static final int STEPS = 2_000;

	private static final String[] TENANTS = { "other", "t1", "t2", "t3" };

	static LongStream seeds() {
		return LongStream.concat(LongStream.range(0, 8), LongStream.of(System.nanoTime()));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatMicrometerAloneTakesTheGuardTakes(long seed) {
		Random random = new Random(seed);
		Guards guards = guards(random);
		MeterRegistry guarded = guarded(guards, random);
		MeterRegistry alone = new SimpleMeterRegistry();
		for (int i = 0; i < STEPS; i++) {
			if (random.nextInt(300) == 0) {
				guards.epochs(1 + random.nextInt(6));
			}
			Use use = Use.any(random);
			if (use.isFineFor(alone)) {
				assertThatCode(() -> use.on(guarded)).as("seed %d, step %d: %s", seed, i, use)
					.doesNotThrowAnyException();
			}
		}
		assertThatCode(() -> guards.epochs(6)).as("seed %d", seed).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everythingIsCountedUnderItsType(long seed) {
		Random random = new Random(seed);
		Guards guards = guards(random);
		MeterRegistry guarded = guarded(guards, random);
		MeterRegistry alone = new SimpleMeterRegistry();
		for (int i = 0; i < STEPS; i++) {
			Use use = Use.any(random);
			if (use.isFineFor(alone)) {
				use.on(guarded);
			}
		}
		guards.epochs(1);
		assertThat(counted(guarded, Counter.class, FunctionCounter.class)).as("counters of seed %d", seed)
			.isEqualTo(counted(alone, Counter.class, FunctionCounter.class));
		assertThat(counted(guarded, Timer.class, FunctionTimer.class)).as("timers of seed %d", seed)
			.isEqualTo(counted(alone, Timer.class, FunctionTimer.class));
		assertThat(counted(guarded, DistributionSummary.class)).as("summaries of seed %d", seed)
			.isEqualTo(counted(alone, DistributionSummary.class));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void threadsThatMixTypesNeverMeetAnException(long seed) throws InterruptedException {
		Guards guards = guards(new Random(seed));
		MeterRegistry guarded = guarded(guards, new Random(seed));
		ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
		Thread[] threads = IntStream.range(0, 4).mapToObj((number) -> new Thread(() -> {
			Random random = new Random(seed * 31 + number);
			try {
				for (int i = 0; i < STEPS; i++) {
					if (random.nextInt(200) == 0) {
						guards.epochs(1);
					}
					Kind kind = any(random, Kind.values());
					// a tenant of its own for each kind, so that no two share an id
					kind.use(guarded, "m" + random.nextInt(3), kind.name(), "u" + random.nextInt(2_000));
				}
			}
			catch (RuntimeException ex) {
				thrown.add(ex);
			}
		})).toArray(Thread[]::new);
		Stream.of(threads).forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(thrown).as("seed %d", seed).isEmpty();
	}

	private static Guards guards(Random random) {
		int soft = 1 + random.nextInt(10);
		return new Guards(Limits.DEFAULT.withValues(soft, soft + random.nextInt(10)).withSeries(60, 100));
	}

	private static MeterRegistry guarded(Guards guards, Random random) {
		MeterRegistry simple = guards.guard(new SimpleMeterRegistry());
		return switch (random.nextInt(3)) {
			case 0 -> simple;
			case 1 -> guards.guard(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
			default -> guards.guard(new CompositeMeterRegistry()).add(simple);
		};
	}

	private static <T> T any(Random random, T[] all) {
		return all[random.nextInt(all.length)];
	}

	@SafeVarargs
	private static double counted(MeterRegistry registry, Class<? extends Meter>... types) {
		return registry.getMeters()
			.stream()
			.filter((meter) -> Stream.of(types).anyMatch((type) -> type.isInstance(meter)))
			.mapToDouble((meter) -> meter.measure().iterator().next().getValue())
			.sum();
	}

	/**
	 * A meter of one kind with its labels.
	 */
	record Use(Kind kind, String name, String tenant, String user) {

		static Use any(Random random) {
			return new Use(MixedMetersTests.any(random, Kind.values()), "m" + random.nextInt(3),
					MixedMetersTests.any(random, TENANTS),
					(random.nextInt(20) == 0) ? "other" : "u" + random.nextInt(2_000));
		}

		Meter on(MeterRegistry registry) {
			return this.kind.use(registry, this.name, this.tenant, this.user);
		}

		/**
		 * Return whether a registry without a guard takes it, and gives a meter of this
		 * kind in return.
		 */
		boolean isFineFor(MeterRegistry alone) {
			try {
				return this.kind.isLike(on(alone));
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

	}

	/**
	 * A way to register and use a meter.
	 */
	enum Kind {

		COUNTER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				Counter counter = registry.counter(name, "tenant", tenant, "user", user);
				counter.increment();
				return counter;
			}
		},

		TIMER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				Timer timer = registry.timer(name, "tenant", tenant, "user", user);
				timer.record(1, TimeUnit.SECONDS);
				return timer;
			}
		},

		SUMMARY {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				DistributionSummary summary = registry.summary(name, "tenant", tenant, "user", user);
				summary.record(1);
				return summary;
			}
		},

		GAUGE {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				return Gauge.builder(name, () -> 1).tags("tenant", tenant, "user", user).register(registry);
			}
		},

		TIME_GAUGE {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				return TimeGauge.builder(name, () -> 1, TimeUnit.SECONDS)
					.tags("tenant", tenant, "user", user)
					.register(registry);
			}
		},

		LONG_TASK_TIMER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				LongTaskTimer tasks = LongTaskTimer.builder(name)
					.tags("tenant", tenant, "user", user)
					.register(registry);
				tasks.start().stop();
				return tasks;
			}
		},

		FUNCTION_COUNTER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				return FunctionCounter.builder(name, this, (any) -> 1)
					.tags("tenant", tenant, "user", user)
					.register(registry);
			}
		},

		FUNCTION_TIMER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				return FunctionTimer.builder(name, this, (any) -> 1, (any) -> 1, TimeUnit.SECONDS)
					.tags("tenant", tenant, "user", user)
					.register(registry);
			}
		},

		CUSTOM_COUNTER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				return custom(Meter.Type.COUNTER, registry, name, tenant, user);
			}
		},

		CUSTOM_TIMER {
			@Override
			Meter use(MeterRegistry registry, String name, String tenant, String user) {
				return custom(Meter.Type.TIMER, registry, name, tenant, user);
			}
		};

		boolean isLike(Meter meter) {
			return switch (this) {
				case GAUGE -> !(meter instanceof TimeGauge);
				case CUSTOM_COUNTER, CUSTOM_TIMER -> meter.getClass().getSimpleName().equals("DefaultMeter");
				default -> true;
			};
		}

		abstract Meter use(MeterRegistry registry, String name, String tenant, String user);

		private static Meter custom(Meter.Type type, MeterRegistry registry, String name, String tenant, String user) {
			return Meter.builder(name, type, List.of(new Measurement(() -> 1.0, Statistic.COUNT)))
				.tags("tenant", tenant, "user", user)
				.register(registry);
		}

	}

}

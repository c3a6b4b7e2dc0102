package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.oddkit.observability.cardinality.core.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random measurements of several threads, which look meters up or keep them, while epochs
 * end, against a model that knows every number. The last seed is a new one each time; a
 * failure names it.
 */
class RandomRegistryTests {

	private static final int THREADS = 4;

	private static final int RECORDS = 4_000;

	private static final int SERIES = 120;

	private final Guards guards = new Guards(Limits.DEFAULT.withValues(10, 20).withSeries(SERIES, 2 * SERIES));

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	private final ReadWriteLock epochs = new ReentrantReadWriteLock();

	private final Map<String, LongAdder> model = new ConcurrentHashMap<>();

	private final Map<String, LongAdder> retired = new ConcurrentHashMap<>();

	private final Queue<Counter> held = new ConcurrentLinkedQueue<>();

	static LongStream seeds() {
		return LongStream.concat(LongStream.range(0, 5), LongStream.of(System.nanoTime()));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everyNumberIsSomewhereUnderItsOwnStatus(long seed) throws InterruptedException {
		this.registry.config().onMeterRemoved((meter) -> add(this.retired, meter));
		Thread[] threads = IntStream.range(0, THREADS)
			.mapToObj((number) -> new Thread(() -> record(new Random(seed * THREADS + number))))
			.toArray(Thread[]::new);
		for (Thread thread : threads) {
			thread.start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		this.guards.epochs(1);
		Map<String, LongAdder> counted = new ConcurrentHashMap<>(this.retired);
		this.registry.getMeters().forEach((meter) -> add(counted, meter));
		assertThat(numbers(counted)).as("seed %d", seed).isEqualTo(numbers(this.model));
		assertThat(this.registry.find("orders").counters()).hasSizeLessThanOrEqualTo(SERIES);
		assertThat(this.guards.budget.used()).isLessThanOrEqualTo(2 * SERIES);
	}

	private void record(Random random) {
		List<Counter> counters = new ArrayList<>();
		List<String> statuses = new ArrayList<>();
		for (int i = 0; i < RECORDS; i++) {
			if (random.nextInt(400) == 0) {
				endEpoch();
			}
			this.epochs.readLock().lock();
			if (!counters.isEmpty() && random.nextInt(4) == 0) {
				int held = random.nextInt(counters.size());
				counters.get(held).increment(2);
				count("orders " + statuses.get(held), 2);
			}
			else {
				String status = "s" + random.nextInt(3);
				String user = "u" + random.nextInt((random.nextInt(3) == 0) ? 5 : 100_000);
				Counter counter = this.registry.counter("orders", "status", status, "user", user);
				counter.increment();
				count("orders " + status, 1);
				if (counters.size() < 50) {
					counters.add(counter);
					this.held.add(counter);
					statuses.add(status);
				}
				Timer.builder("time")
					.tag("status", status)
					.tag("user", user)
					.register(this.registry)
					.record(3, TimeUnit.SECONDS);
				count("time " + status, 3);
			}
			this.epochs.readLock().unlock();
		}
	}

	private void endEpoch() {
		this.epochs.writeLock().lock();
		this.guards.epochs(2);
		this.epochs.writeLock().unlock();
	}

	private void count(String what, long number) {
		this.model.computeIfAbsent(what, (key) -> new LongAdder()).add(number);
	}

	private static void add(Map<String, LongAdder> numbers, Meter meter) {
		double number = (meter instanceof Timer timer) ? timer.totalTime(TimeUnit.SECONDS) : ((Counter) meter).count();
		numbers
			.computeIfAbsent(meter.getId().getName() + " " + meter.getId().getTag("status"), (key) -> new LongAdder())
			.add(Math.round(number));
	}

	private static Map<String, Long> numbers(Map<String, LongAdder> adders) {
		Map<String, Long> numbers = new ConcurrentHashMap<>();
		adders.forEach((key, adder) -> numbers.put(key, adder.sum()));
		return numbers;
	}

}

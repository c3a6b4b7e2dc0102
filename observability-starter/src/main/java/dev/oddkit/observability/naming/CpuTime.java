package dev.oddkit.observability.naming;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.MeterConvention;
import io.micrometer.core.instrument.binder.SimpleMeterConvention;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmCpuMeterConventions;

/**
 * Counts the CPU time of the process in seconds. Micrometer counts nanoseconds, a billion
 * times what every dashboard for {@code jvm.cpu.time} expects; its counter gets another
 * name and is left out.
 */
class CpuTime extends OpenTelemetryJvmCpuMeterConventions implements MeterBinder {

	static final String NANOSECONDS = "jvm.cpu.time.nanoseconds";

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	CpuTime() {
		super(Tags.empty());
	}

	@Override
	public MeterConvention<Object> cpuTimeConvention() {
		return new SimpleMeterConvention<>(NANOSECONDS);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
			FunctionCounter.builder("jvm.cpu.time", system, (bean) -> bean.getProcessCpuTime() / NANOS)
				.description("CPU time used by the process as reported by the JVM")
				.baseUnit("seconds")
				.register(registry);
		}
	}

}

package dev.oddkit.observability.cardinality;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark of the guard beside what it is compared with, at one and at two
 * threads, and writes what it measured into {@code cardinality.md} and
 * {@code cardinality.csv} of a folder. Takes some ten minutes and wants the machine for
 * itself.
 */
public final class CardinalityTable {

	private static final List<Case> CASES = List.of(
			new Case("counter, hit", MicrometerBenchmark.class, "hit", 3, "none", "guard"),
			new Case("counter, hit, no limit reached before", MicrometerBenchmark.class, "hitCalm", 3, "none", "guard"),
			new Case("counter, hit", MicrometerBenchmark.class, "hit", 2, "maximumAllowableTags"),
			new Case("counter, over", MicrometerBenchmark.class, "over", 3, "fold", "guard"),
			new Case("counter, over", MicrometerBenchmark.class, "overInSpan", 2, "guard"),
			new Case("counter, over", MicrometerBenchmark.class, "over", 2, "maximumAllowableTags", "deny",
					"ignoreTags"),
			new Case("counter, over", SpectatorBenchmark.class, "over", 2, "spectatorFirst", "spectatorMostFrequent"),
			new Case("timer, hit", TimerBenchmark.class, "hit", 2, "none", "guard"),
			new Case("timer, over", TimerBenchmark.class, "over", 2, "fold", "guard"),
			new Case("observation, hit", ObservationBenchmark.class, "hit", 2, "none", "guard"),
			new Case("observation, over", ObservationBenchmark.class, "over", 2, "fold", "guard"),
			new Case("OpenTelemetry, hit", OpenTelemetryBenchmark.class, "hit", 3, "sdk", "guard"),
			new Case("OpenTelemetry, hit, no limit reached before", OpenTelemetryBenchmark.class, "hitCalm", 3, "sdk",
					"guard"),
			new Case("OpenTelemetry, over", OpenTelemetryBenchmark.class, "over", 3, "sdk", "guard"),
			new Case("OpenTelemetry, over", OpenTelemetryBenchmark.class, "overInSpan", 2, "sdk", "guard"),
			new Case("OpenTelemetry, over", OpenTelemetryBenchmark.class, "over", 2, "view"),
			new Case("4,096 values of one hash", AttackBenchmark.class, "collide", 2, "none", "guard"));

	private static final String BEGIN = "<!-- measured -->";

	private static final String END = "<!-- end -->";

	private final boolean smoke;

	private final List<Row> rows = new ArrayList<>();

	private CardinalityTable(boolean smoke) {
		this.smoke = smoke;
	}

	/**
	 * Run.
	 * @param arguments the folder; {@code smoke} instead of it to see quickly that
	 * everything runs
	 * @throws RunnerException if a benchmark fails
	 * @throws IOException if a file cannot be written
	 */
	public static void main(String[] arguments) throws RunnerException, IOException {
		boolean smoke = arguments.length == 1 && arguments[0].equals("smoke");
		if (arguments.length != 1 || !(smoke || Files.isRegularFile(Path.of(arguments[0], "cardinality.md")))) {
			System.err.println("Usage: java -jar benchmarks.jar docs/benchmarks | smoke\n"
					+ "The folder holds cardinality.md, whose table is written anew; smoke runs everything once and writes nothing.");
			System.exit(2);
		}
		CardinalityTable table = new CardinalityTable(smoke);
		double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		for (int threads = 1; threads <= 2; threads++) {
			for (Case one : CASES) {
				table.run(one, threads);
			}
		}
		System.out.print(table.markdown());
		if (!table.smoke) {
			Files.writeString(Path.of(arguments[0], "cardinality.csv"), table.csv());
			Path page = Path.of(arguments[0], "cardinality.md");
			Files.writeString(page, table.page(Files.readString(page), load));
		}
	}

	private void run(Case one, int threads) throws RunnerException {
		OptionsBuilder options = new OptionsBuilder();
		TimeValue time = TimeValue.milliseconds(this.smoke ? 20 : 400);
		options.include(one.benchmark().getSimpleName() + "\\." + one.method() + "$")
			.param("setup", one.setups())
			.threads(threads)
			.forks(this.smoke ? 1 : one.forks())
			.warmupIterations(this.smoke ? 1 : 4)
			.warmupTime(time)
			.measurementIterations(this.smoke ? 1 : 3)
			.measurementTime(time)
			.jvmArgs("-Xms1g", "-Xmx1g", "-Djava.util.logging.config.file=/dev/null")
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		for (RunResult result : new Runner(options.build()).run()) {
			Row row = Row.of(one, threads, result);
			this.rows.add(row);
			System.err.println(row);
		}
	}

	private String page(String before, double load) {
		String measured = String.format(Locale.ROOT, "%s%nJDK %s, %d cores, load before the run %.1f, %s.%n%n%s%n",
				BEGIN, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), load,
				LocalDate.now(), markdown());
		return before.substring(0, before.indexOf(BEGIN)) + measured + before.substring(before.indexOf(END));
	}

	private String csv() {
		StringBuilder csv = new StringBuilder("case,setup,threads,fork,ns,bytes\n");
		for (Row row : this.rows) {
			for (int fork = 0; fork < row.forks().size(); fork++) {
				double[] measured = row.forks().get(fork);
				csv.append(String.format(Locale.ROOT, "\"%s\",%s,%d,%d,%.1f,%.0f%n", row.name(), row.setup(),
						row.threads(), fork + 1, measured[0], measured[1]));
			}
		}
		return csv.toString();
	}

	private String markdown() {
		StringBuilder table = new StringBuilder("| case | set-up | threads | ns | ratio | bytes |\n");
		table.append("|---|---|---|---|---|---|\n");
		for (Row row : this.rows) {
			Row base = this.rows.stream()
				.filter((other) -> other.name().equals(row.name()) && other.threads() == row.threads())
				.findFirst()
				.orElse(row);
			String setup = row.setup().startsWith("guard") ? "**" + row.setup() + "**" : row.setup();
			table.append(String.format(Locale.ROOT, "| %s | %s | %d | %.0f | %.2f | %.0f |%n", row.name(), setup,
					row.threads(), row.nanos(), row.nanos() / base.nanos(), row.bytes()));
		}
		return table.toString();
	}

	/**
	 * What is compared: the first set-up of a name is the measure of the others.
	 */
	private record Case(String name, Class<?> benchmark, String method, int forks, String... setups) {

	}

	/**
	 * What was measured, time and bytes of each JVM.
	 */
	private record Row(String name, String setup, int threads, List<double[]> forks) {

		static Row of(Case one, int threads, RunResult result) {
			List<double[]> forks = new ArrayList<>();
			for (BenchmarkResult fork : result.getBenchmarkResults()) {
				double bytes = fork.getSecondaryResults()
					.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().endsWith("gc.alloc.rate.norm"))
					.mapToDouble((entry) -> entry.getValue().getScore())
					.findFirst()
					.orElse(Double.NaN);
				forks.add(new double[] { fork.getPrimaryResult().getScore(), bytes });
			}
			String setup = result.getParams().getParam("setup") + (one.method().endsWith("InSpan") ? " in a span" : "");
			return new Row(one.name(), setup, threads, forks);
		}

		double nanos() {
			return this.forks.stream().mapToDouble((fork) -> fork[0]).average().orElse(Double.NaN);
		}

		double bytes() {
			return this.forks.stream().mapToDouble((fork) -> fork[1]).average().orElse(Double.NaN);
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%s, %s, %d: %.0f ns, %.0f B", this.name, this.setup, this.threads,
					nanos(), bytes());
		}

	}

}

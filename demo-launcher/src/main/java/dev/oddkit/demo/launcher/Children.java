package dev.oddkit.demo.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The running processes of one demo. Ends them in order, the services first and the
 * console last, and starts none any more once that has begun.
 */
final class Children {

	private static final Duration SERVICE_STOP = Duration.ofMillis(3500);

	private static final Duration CONSOLE_STOP = Duration.ofSeconds(1);

	private final Workplace workplace;

	private final Map<DemoPart, ChildProcess> running = new EnumMap<>(DemoPart.class);

	private boolean stopping;

	Children(Workplace workplace) {
		this.workplace = workplace;
	}

	/**
	 * Starts a process.
	 * @param command what to start
	 * @return the process
	 * @throws DemoFailure if it cannot be started, or the demo is ending
	 */
	synchronized ChildProcess start(ChildCommand command) {
		if (this.stopping) {
			throw new DemoFailure("The demo is ending.");
		}
		ChildProcess process = ChildProcess.start(command, this.workplace.log(command.part()));
		this.running.put(command.part(), process);
		return process;
	}

	synchronized @Nullable ChildProcess get(DemoPart part) {
		return this.running.get(part);
	}

	synchronized boolean stopping() {
		return this.stopping;
	}

	/**
	 * Ends all processes and returns when none is left.
	 * @return those that had to be killed
	 */
	List<DemoPart> stop() {
		List<ChildProcess> services;
		synchronized (this) {
			this.stopping = true;
			services = new ArrayList<>(this.running.values());
		}
		List<ChildProcess> console = services.stream().filter((child) -> child.part() == DemoPart.CONSOLE).toList();
		services.removeAll(console);
		List<DemoPart> killed = new ArrayList<>(stop(services, SERVICE_STOP));
		killed.addAll(stop(console, CONSOLE_STOP));
		return killed;
	}

	private static List<DemoPart> stop(List<ChildProcess> processes, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		processes.forEach(ChildProcess::stop);
		return processes.stream().filter((process) -> !process.awaitEnd(deadline)).map(ChildProcess::part).toList();
	}

}

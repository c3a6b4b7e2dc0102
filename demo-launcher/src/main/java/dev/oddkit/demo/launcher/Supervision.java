package dev.oddkit.demo.launcher;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Says when a process of the running demo ends by itself, and starts the console again,
 * once: the shop does not need it.
 */
final class Supervision {

	private final Children children;

	private final Readiness readiness;

	private final Consumer<String> news;

	private final AtomicBoolean restarted = new AtomicBoolean();

	Supervision(Children children, Readiness readiness, Consumer<String> news) {
		this.children = children;
		this.readiness = readiness;
		this.news = news;
	}

	void watch(ChildProcess process) {
		process.process().onExit().thenAcceptAsync((ended) -> {
			if (!this.children.stopping()) {
				ended(process);
			}
		}, (task) -> {
			Thread thread = new Thread(task, "demo-" + process.part().label());
			thread.setDaemon(true);
			thread.start();
		});
	}

	private void ended(ChildProcess process) {
		String what = "The " + process.part().label() + " process ended with exit code "
				+ process.process().exitValue();
		String log = "Its log is " + process.log() + ".";
		if (process.part() != DemoPart.CONSOLE) {
			this.news.accept(what + "; the others run on without it. " + log);
		}
		else if (this.restarted.compareAndSet(false, true)) {
			this.news.accept(what + "; the shop runs on. Starting it again, once, on the same ports. " + log);
			startAgain(process.command());
		}
		else {
			this.news.accept(what + " again and is not started any more; the shop runs on without it. " + log);
		}
	}

	private void startAgain(ChildCommand command) {
		try {
			ChildProcess process = this.children.start(command);
			this.readiness.await(List.of(process), (line) -> {
			});
			this.news.accept("The console is back; what it showed before is gone, since it keeps nothing");
			watch(process);
		}
		catch (DemoFailure ex) {
			if (!this.children.stopping()) {
				this.news.accept("The console did not come back; the shop runs on without it. " + ex.getMessage());
			}
		}
	}

}

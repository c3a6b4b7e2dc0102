package dev.oddkit.demo.gateway.traffic;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts, stops and shows the traffic; starting it twice changes nothing.
 */
@RestController
@RequestMapping("/api/traffic")
class TrafficController {

	private final Traffic traffic;

	TrafficController(Traffic traffic) {
		this.traffic = traffic;
	}

	@GetMapping
	TrafficState state() {
		return this.traffic.state();
	}

	@PostMapping
	TrafficState start() {
		return this.traffic.start();
	}

	@DeleteMapping
	TrafficState stop() {
		return this.traffic.stop();
	}

}

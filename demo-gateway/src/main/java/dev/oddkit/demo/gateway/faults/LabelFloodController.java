package dev.oddkit.demo.gateway.faults;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts, stops and shows the label flood.
 */
@RestController
@RequestMapping("/api/faults/label-flood")
class LabelFloodController {

	private final LabelFlood flood;

	LabelFloodController(LabelFlood flood) {
		this.flood = flood;
	}

	@GetMapping
	FloodState state() {
		return this.flood.state();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	FloodState start(@RequestParam(defaultValue = "100000") int users,
			@RequestParam(required = false) @Nullable String tenant) {
		return this.flood.start(users, tenant);
	}

	@DeleteMapping
	FloodState stop() {
		return this.flood.stop();
	}

}

package dev.oddkit.demo.gateway.alerts;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the notifications of an Alertmanager and shows what fires.
 */
@RestController
@RequestMapping("/api/alerts")
class AlertsController {

	private final FiringAlerts alerts;

	AlertsController(FiringAlerts alerts) {
		this.alerts = alerts;
	}

	@GetMapping
	List<Alert> firing() {
		return this.alerts.list();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void take(@Valid @RequestBody AlertNotification notification) {
		this.alerts.take(notification);
	}

}

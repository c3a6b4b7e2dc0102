package com.example.delivery;

import org.springframework.stereotype.Service;
import org.springframework.web.client.RestTemplate;

/**
 * A component with a client of its own, in a package that is not the application's.
 */
@Service
public class Courier {

	public final RestTemplate template = new RestTemplate();

}

package com.example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Runs one job of one step and ends with its exit code.
 */
@SpringBootApplication
public class BatchApplication {

	private static final Logger logger = LoggerFactory.getLogger(BatchApplication.class);

	public static void main(String[] args) {
		System.exit(SpringApplication.exit(SpringApplication.run(BatchApplication.class, args)));
	}

	@Bean
	Job job(JobRepository repository, Step step) {
		return new JobBuilder("greetings", repository).start(step).build();
	}

	@Bean
	Step step(JobRepository repository, @Value("${example.fails:false}") boolean fails) {
		return new StepBuilder("greet", repository).tasklet((contribution, chunk) -> {
			logger.info("Greeting Ada");
			if (fails) {
				throw new IllegalStateException("Ada is not at home");
			}
			return RepeatStatus.FINISHED;
		}).build();
	}

}

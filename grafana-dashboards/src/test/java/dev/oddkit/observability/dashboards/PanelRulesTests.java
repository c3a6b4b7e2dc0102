package dev.oddkit.observability.dashboards;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PanelRulesTests {

	static Stream<Arguments> panels() {
		return Dashboards.all()
			.stream()
			.flatMap((dashboard) -> dashboard.panels()
				.stream()
				.filter((panel) -> panel.visual() != Visual.TEXT)
				.map((panel) -> Arguments.argumentSet(dashboard.title() + " / " + panel.title(), panel)));
	}

	static Stream<Arguments> metricQueries() {
		return panels().flatMap((arguments) -> ((Panel) arguments.get()[0]).queries()
			.stream()
			.filter((query) -> query.source() == Source.METRICS)
			.map(Arguments::of));
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelSaysWhatItMeans(Panel panel) {
		assertThat(panel.description()).hasSizeGreaterThan(20).endsWith(".");
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelAsksSomething(Panel panel) {
		assertThat(panel.queries()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelLeadsOnward(Panel panel) {
		assertThat(panel.leadsOnward()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelOfNumbersHasAUnit(Panel panel) {
		boolean numbers = List.of(Visual.GRAPH, Visual.STAT, Visual.HEATMAP).contains(panel.visual());
		assertThat(!numbers || !panel.unit().equals("none")).isTrue();
	}

	@ParameterizedTest
	@MethodSource("metricQueries")
	void rateFollowsTheIntervalOfTheGraph(Query query) {
		assertThat(query.expression().replace("[$__rate_interval]", "")).doesNotContain("[");
	}

	@Test
	void titlesWithinADashboardAreUnique() {
		assertThat(Dashboards.all())
			.allSatisfy((dashboard) -> assertThat(dashboard.panels()).extracting(Panel::title).doesNotHaveDuplicates());
	}

	@Test
	void dashboardsStayReadable() {
		assertThat(Dashboards.all())
			.allSatisfy((dashboard) -> assertThat(dashboard.panels()).hasSizeLessThanOrEqualTo(20));
	}

}

package org.creditscoring.model.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ShapBenchTest {
  @ParameterizedTest
  @ValueSource(strings = {"--depth", "--features", "--trees", "--threads", "--rounds"})
  void refusesACountBelowOneBeforeItTrainsAnything(String option) {
    StringWriter err = new StringWriter();

    int exit =
        new CommandLine(new ShapBench()).setErr(new PrintWriter(err, true)).execute(option, "0");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith("every count must be 1 or more, not 0");
  }
}

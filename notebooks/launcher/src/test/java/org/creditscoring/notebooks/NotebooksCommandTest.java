package org.creditscoring.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NotebooksCommandTest {
  @Test
  void theHelpIsOfTheCommandAsItIsTyped() {
    String help = new CommandLine(new NotebooksCommand()).getUsageMessage();

    assertThat(help)
        .startsWith("Usage: credit notebooks ")
        .contains("Exit codes:", "0   Ended by Ctrl-C", "1   The server failed", "2   Wrong use")
        .doesNotContain("--version");
  }
}

package org.creditscoring.serving.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.DecisionText;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One client's decision in the terminal, read from the snapshot without a service. */
@Command(
    name = "client",
    description = "Shows the decision on a client and its reasons.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "1:an error of the program",
      "2:wrong use, or there is no such client",
      "3:the snapshot cannot be read",
      "4:there is no snapshot"
    })
final class ClientCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The client's id (SK_ID_CURR); without one, the first of the snapshot.")
  private Integer id;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of the texts, en or fr; ${DEFAULT-VALUE} unless said.")
  private String lang;

  @Override
  public Integer call() throws IOException {
    Language language =
        Language.of(lang).orElseThrow(() -> wrong("--lang must be en or fr, is '" + lang + "'"));
    SnapshotDirectory directory = new SnapshotDirectory(options.settings().snapshots());
    try (Snapshot snapshot = Snapshot.open(directory.of(directory.current()))) {
      String text = DecisionText.of(snapshot, find(snapshot), language);
      spec.commandLine().getOut().print(Ansi.AUTO.string(text));
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  private ClientRecord find(Snapshot snapshot) {
    if (id == null) {
      return snapshot.clients().at(0);
    }
    return snapshot
        .clients()
        .find(id)
        .orElseThrow(() -> wrong("there is no client " + id + " in snapshot " + snapshot.id()));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

package org.creditscoring.pipeline.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.Locked;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.run.RootCause;
import org.creditscoring.pipeline.run.TrainingSettings;

/**
 * Results of evaluation runs, beside the trained models: the card of a model that was trained on
 * the same tables in the same way shows them.
 */
public final class Evaluations {
  private static final String DIRECTORY = "evaluations";

  private final Path directory;

  /**
   * @param models directory of the trained models
   */
  public Evaluations(Path models) {
    directory = models.resolve(DIRECTORY);
  }

  /**
   * One run.
   *
   * @param dataFingerprint of the raw tables
   * @param parameters that the fold models were trained with
   * @param outOfFold by the salt of the folds
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Run(
      String dataFingerprint,
      long seed,
      Map<String, String> parameters,
      Map<Long, Figures> outOfFold,
      Locked locked) {

    boolean of(ModelCard card) {
      ModelCard.Provenance made = card.provenance();
      return made.dataFingerprint().equals(dataFingerprint)
          && made.seed() == seed
          && made.parameters().entrySet().containsAll(parameters.entrySet());
    }
  }

  /**
   * Keeps a run in place of an earlier one on the same tables.
   *
   * @return the file
   */
  public Path write(
      String fingerprint, TrainingSettings settings, Map<Long, Figures> outOfFold, Locked locked)
      throws IOException {
    Durable.directory(directory, "evaluations");
    Path file = file(fingerprint);
    Run run = new Run(fingerprint, settings.seed(), settings.named(), outOfFold, locked);
    Durable.replace(file, Json.write(run));
    return file;
  }

  /**
   * The model with the result of an evaluation run on its card, if there was one. A result that
   * cannot be read is told and left aside: nobody's score depends on it.
   */
  public TrainedModel completed(TrainedModel model, Consumer<String> warn) {
    Path file = file(model.card().provenance().dataFingerprint());
    if (!Files.exists(file)) {
      return model;
    }
    try {
      Run run = Json.read(Files.readString(file), Run.class);
      return run.of(model.card()) ? model.with(model.card().with(run.locked())) : model;
    } catch (IOException | RuntimeException e) {
      warn.accept(
          "the result of an evaluation cannot be read, and the card goes without it: "
              + file
              + ": "
              + RootCause.of(e)
              + ". Remove it, or evaluate anew.");
      return model;
    }
  }

  private Path file(String fingerprint) {
    return directory.resolve(fingerprint + ".json");
  }
}

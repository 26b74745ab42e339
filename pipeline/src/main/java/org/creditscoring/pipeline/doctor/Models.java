package org.creditscoring.pipeline.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.training.ModelStore;
import org.creditscoring.pipeline.training.TrainedModel;

/** Whether a model is there that can score the raw tables. */
final class Models {
  private static final String WHAT = "model";
  private static final String TRAIN =
      "nothing: the next refresh trains one ('./credit refresh --retrain' does now)";

  private Models() {}

  static List<Finding> findings(Path models, RawTables raw) {
    Optional<Boolean> synthetic = raw.directory().map(RawDirectory::synthetic);
    ModelStore store = new ModelStore(models);
    try {
      Optional<TrainedModel> newest =
          store.newest(
              (card, catalogue) -> synthetic.isEmpty() || card.synthetic() == synthetic.get());
      if (newest.isPresent()) {
        return List.of(finding(newest.get().card(), raw));
      }
      boolean other = store.newest((card, catalogue) -> true).isPresent();
      return List.of(
          other
              ? Finding.warn(
                  WHAT,
                  "none in %s was trained on %s clients, as the raw tables hold"
                      .formatted(models, synthetic.orElse(false) ? "synthetic" : "real"),
                  TRAIN)
              : Finding.warn(WHAT, "there is none in " + models, TRAIN));
    } catch (BadDataException e) {
      return List.of(Finding.bad(WHAT, e.getMessage(), "as it says"));
    }
  }

  private static Finding finding(ModelCard card, RawTables raw) {
    String found =
        "%s, trained on %s clients, is the newest"
            .formatted(card.modelId(), card.synthetic() ? "synthetic" : "real");
    List<String> gone = new ArrayList<>(raw.directory().isPresent() ? raw.absent() : List.of());
    gone.removeAll(card.provenance().absentTables());
    return gone.isEmpty()
        ? Finding.ok(WHAT, found)
        : Finding.warn(
            WHAT,
            found + "; it learned from " + String.join(", ", gone) + ", which is absent now",
            "add the table, or train anew by --retrain");
  }
}

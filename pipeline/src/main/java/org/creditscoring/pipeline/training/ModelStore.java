package org.creditscoring.pipeline.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.ModelFormatException;
import org.creditscoring.pipeline.card.CardPage;
import org.creditscoring.pipeline.drift.TrainingPopulation;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.run.BadDataException;

/** The directory of trained models: one directory each, named by the model's id. */
public final class ModelStore {
  /** Figures, calibrations, provenance. */
  public static final String CARD = "model.json";

  /** Margins of the clients that it was trained on. */
  public static final String REFERENCE = "reference.f32";

  /** How their values were spread. */
  private static final String POPULATION = "population.json";

  private static final String FEATURES = "features.json";
  private static final String FOLDS = "folds.csv";
  private static final String FOLDS_HEADER = "id,fold";

  private final Path root;

  public ModelStore(Path root) {
    this.root = root;
  }

  /**
   * The newest model that {@code usable} accepts.
   *
   * @throws BadDataException if a model that is newer, or this one, is damaged
   */
  public Optional<TrainedModel> newest(BiPredicate<ModelCard, Catalogue> usable) {
    for (Path directory : newestFirst()) {
      Catalogue catalogue = json(directory.resolve(FEATURES), Catalogue.class);
      ModelCard card = json(directory.resolve(CARD), ModelCard.class);
      if (usable.test(card, catalogue)) {
        return Optional.of(read(directory, card, catalogue));
      }
    }
    return Optional.empty();
  }

  /**
   * Makes the directory if need be, before minutes are spent on a model that could not be kept, and
   * removes what dead trainings left there.
   *
   * @return held until the model is written, so that no other training removes it half written
   * @throws BadDataException if it cannot be written, or another training holds it
   */
  public DirectoryLock prepare() throws IOException {
    Durable.directory(root, "trained models");
    DirectoryLock lock = DirectoryLock.take(root);
    try {
      Durable.removeStaging(root);
      return lock;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Removes what dead trainings left, if no living one is at work.
   *
   * @throws BadDataException if the directory cannot be written
   */
  public void sweep() throws IOException {
    if (Files.isDirectory(root) && Files.isWritable(root)) {
      Optional<DirectoryLock> free = DirectoryLock.takeIfFree(root);
      if (free.isPresent()) {
        try (DirectoryLock lock = free.get()) {
          Durable.removeStaging(root);
        }
      }
    }
  }

  /**
   * Writes a model aside and renames it into place.
   *
   * @throws BadDataException if the directory cannot be written
   */
  public void write(TrainedModel model) throws IOException {
    Durable.directory(root, "trained models");
    String id = model.card().modelId();
    Path aside = root.resolve(Layout.STAGING_PREFIX + id);
    Files.createDirectory(aside);
    try {
      for (int fold = 0; fold < model.boosters().count(); fold++) {
        Files.write(aside.resolve(Boosters.file(fold)), model.boosters().json(fold));
      }
      Files.writeString(aside.resolve(CARD), Json.write(model.card()));
      if (model.card().evaluation() != null) {
        Files.writeString(aside.resolve(CardPage.FILE), CardPage.of(model.card()));
      }
      Files.writeString(aside.resolve(FEATURES), Json.write(model.catalogue()));
      Files.writeString(aside.resolve(POPULATION), Json.write(model.population()));
      Files.write(aside.resolve(REFERENCE), model.reference().bytes());
      Files.write(aside.resolve(FOLDS), foldLines(model.folds()));
      Durable.force(aside);
      Durable.rename(aside, root.resolve(id));
    } finally {
      Durable.remove(aside);
    }
  }

  private List<Path> newestFirst() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> SnapshotId.valid(entry.getFileName().toString()))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new BadDataException(
          "the directory of trained models cannot be read: " + e.getMessage(), e);
    }
  }

  private static TrainedModel read(Path directory, ModelCard card, Catalogue catalogue) {
    try {
      List<byte[]> boosters = new ArrayList<>();
      for (int fold = 0; fold < card.folds().size(); fold++) {
        boosters.add(Files.readAllBytes(directory.resolve(Boosters.file(fold))));
      }
      TrainedModel model =
          new TrainedModel(
              card,
              catalogue,
              Boosters.of(boosters),
              folds(directory.resolve(FOLDS)),
              ReferencePopulation.of(Files.readAllBytes(directory.resolve(REFERENCE))),
              population(directory.resolve(POPULATION)));
      requireTrees(model);
      return model;
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | ModelFormatException e) {
      throw damaged(directory, e);
    }
  }

  /** Reads the trees here, where a broken file is still a broken file and not a failed stage. */
  private static void requireTrees(TrainedModel model) {
    int features = model.catalogue().features().size();
    List<Ensemble> ensembles = model.boosters().ensembles();
    for (int fold = 0; fold < ensembles.size(); fold++) {
      if (ensembles.get(fold).numFeatures() != features) {
        throw new IllegalArgumentException(
            "%s has %d features, the catalogue %d"
                .formatted(Boosters.file(fold), ensembles.get(fold).numFeatures(), features));
      }
    }
  }

  private static TrainingPopulation population(Path file) {
    return Files.exists(file) ? json(file, TrainingPopulation.class) : TrainingPopulation.NONE;
  }

  private static <T> T json(Path file, Class<T> type) {
    try {
      return Json.read(Files.readString(file), type);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static BadDataException damaged(Path path, Exception reason) {
    return new BadDataException(
        "the trained model is damaged: "
            + path
            + ": "
            + reason.getMessage()
            + ". Remove its directory, or train anew by --retrain.",
        reason);
  }

  private static List<String> foldLines(FoldOf folds) {
    List<String> lines = new ArrayList<>();
    lines.add(FOLDS_HEADER);
    for (int place = 0; place < folds.size(); place++) {
      int id = folds.id(place);
      lines.add(id + "," + folds.of(id));
    }
    return lines;
  }

  private static FoldOf folds(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.isEmpty() || !lines.get(0).equals(FOLDS_HEADER)) {
      throw new IllegalArgumentException(file.getFileName() + " has no header " + FOLDS_HEADER);
    }
    int[] ids = new int[lines.size() - 1];
    byte[] folds = new byte[ids.length];
    for (int i = 0; i < ids.length; i++) {
      String line = lines.get(i + 1);
      int comma = line.indexOf(',');
      if (comma < 0) {
        throw new IllegalArgumentException(
            file.getFileName() + " line " + (i + 2) + " is no pair: " + line);
      }
      ids[i] = Integer.parseInt(line.substring(0, comma));
      folds[i] = Byte.parseByte(line.substring(comma + 1));
    }
    return FoldOf.of(ids, folds);
  }
}

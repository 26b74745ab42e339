package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Feature.Treatment;
import org.creditscoring.model.feature.Feature.Words;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Sensitivity;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.model.snapshot.Manifest;

/** {@code features.parquet}: every element of the vector {@code values}, in its order. */
public final class FeatureTable {
  private static final List<String> COLUMNS =
      Stream.of(
              "position block name kind unit source groupName groupLabelEn groupLabelFr",
              "labelEn labelFr descriptionEn descriptionFr formulaEn formulaFr",
              "sensitivity justificationEn justificationFr actionable",
              "categories categoryLabelsEn categoryLabelsFr",
              "missingShare mean quantiles typical")
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  private static final List<String> LATER =
      List.of("meanAccepted", "meanRefused", "meanRepaid", "meanDefaulted", "minimum", "maximum");

  private final List<PublishedFeature> values;
  private final Catalogue catalogue;
  private final Map<String, Integer> positions = new HashMap<>();

  private FeatureTable(List<PublishedFeature> values, Catalogue catalogue) {
    this.values = List.copyOf(values);
    this.catalogue = catalogue;
    for (int i = 0; i < values.size(); i++) {
      positions.put(values.get(i).feature().name(), i);
    }
  }

  /**
   * @throws IllegalArgumentException if it is not the catalogue that the manifest names
   */
  static FeatureTable read(Path file, Manifest manifest) throws IOException {
    List<TableRow> rows = new ArrayList<>(Table.read(file, COLUMNS, LATER));
    rows.sort(Comparator.comparingInt(row -> row.whole("position")));
    List<PublishedFeature> values = new ArrayList<>();
    Map<String, List<Feature>> blocks = new HashMap<>();
    for (TableRow row : rows) {
      if (row.whole("position") != values.size()) {
        throw new IllegalArgumentException("position " + values.size() + " is not there once");
      }
      PublishedFeature value = published(row);
      values.add(value);
      blocks.computeIfAbsent(row.text("block"), b -> new ArrayList<>()).add(value.feature());
    }
    Catalogue catalogue =
        new Catalogue(
            block(blocks, "feature", manifest.features()),
            block(blocks, "input", manifest.inputs()),
            block(blocks, "forbidden", manifest.forbidden()));
    if (values.size() != manifest.valueCount()
        || !catalogue.values().equals(values.stream().map(PublishedFeature::feature).toList())) {
      throw new IllegalArgumentException("its blocks are not in the order of the contract");
    }
    return new FeatureTable(values, catalogue);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** Every element of {@code values}, in order; the model's own features come first. */
  public List<PublishedFeature> values() {
    return values;
  }

  /** How many of the values are the model's features. */
  public int featureCount() {
    return catalogue.features().size();
  }

  /** Place in {@code values} of a name. */
  public Optional<Integer> position(String name) {
    return Optional.ofNullable(positions.get(name));
  }

  private static List<Feature> block(
      Map<String, List<Feature>> blocks, String name, List<String> expected) {
    List<Feature> features = blocks.getOrDefault(name, List.of());
    List<String> names = features.stream().map(Feature::name).toList();
    if (!names.equals(expected)) {
      throw new IllegalArgumentException(
          "its block '" + name + "' is " + names + " where the manifest has " + expected);
    }
    return features;
  }

  private static PublishedFeature published(TableRow row) {
    Feature feature =
        new Feature(
            row.text("name"),
            Kind.valueOf(row.text("kind")),
            Unit.valueOf(row.text("unit")),
            row.text("source"),
            new Group(row.text("groupName"), text(row, "groupLabel")),
            new Words(text(row, "label"), text(row, "description"), text(row, "formula")),
            new Treatment(Sensitivity.valueOf(row.text("sensitivity")), text(row, "justification")),
            row.yes("actionable"),
            categories(row));
    return new PublishedFeature(
        feature,
        row.number("missingShare"),
        row.number("mean"),
        row.numbers("quantiles"),
        row.number("typical"),
        new PublishedFeature.GroupMeans(
            row.numberIfThere("meanAccepted"),
            row.numberIfThere("meanRefused"),
            row.numberIfThere("meanRepaid"),
            row.numberIfThere("meanDefaulted")),
        row.numberIfThere("minimum"),
        row.numberIfThere("maximum"));
  }

  private static List<Category> categories(TableRow row) {
    List<String> codes = row.texts("categories");
    List<String> en = row.texts("categoryLabelsEn");
    List<String> fr = row.texts("categoryLabelsFr");
    if (en.size() != codes.size() || fr.size() != codes.size()) {
      throw new IllegalArgumentException(
          row.text("name") + " has " + codes.size() + " categories and other counts of labels");
    }
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      categories.add(new Category(codes.get(i), new Text(en.get(i), fr.get(i))));
    }
    return categories;
  }

  private static Text text(TableRow row, String column) {
    return new Text(row.text(column + "En"), row.text(column + "Fr"));
  }
}

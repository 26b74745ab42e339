package org.creditscoring.model.feature;

import java.util.List;
import org.creditscoring.model.feature.Feature.Treatment;
import org.creditscoring.model.feature.Feature.Words;

/** Collects the declaration of one {@link Feature}, so that it reads line by line. */
public final class FeatureBuilder {
  private final String name;
  private final Kind kind;
  private final Unit unit;
  private final List<Category> categories;
  private String source = Feature.ROW_SOURCE;
  private Group group;
  private Text label = Text.NONE;
  private Text description = Text.NONE;
  private Text formula = Text.NONE;
  private Treatment treatment = Treatment.FREE;
  private boolean actionable;

  FeatureBuilder(String name, Kind kind, Unit unit, List<Category> categories) {
    this.name = name;
    this.kind = kind;
    this.unit = unit;
    this.categories = categories;
  }

  /** The raw table; {@value Feature#ROW_SOURCE} unless said. */
  public FeatureBuilder source(String table) {
    source = table;
    return this;
  }

  public FeatureBuilder group(Group reasonGroup) {
    group = reasonGroup;
    return this;
  }

  public FeatureBuilder label(String en, String fr) {
    return label(new Text(en, fr));
  }

  public FeatureBuilder label(Text text) {
    label = text;
    return this;
  }

  public FeatureBuilder description(String en, String fr) {
    return description(new Text(en, fr));
  }

  public FeatureBuilder description(Text text) {
    description = text;
    return this;
  }

  public FeatureBuilder formula(String en, String fr) {
    formula = new Text(en, fr);
    return this;
  }

  /** In the model although it touches a protected trait, for the reason given. */
  public FeatureBuilder justified(String en, String fr) {
    treatment = new Treatment(Sensitivity.JUSTIFIED, new Text(en, fr));
    return this;
  }

  /** Out of the model, for the reason given. */
  public FeatureBuilder forbidden(String en, String fr) {
    treatment = new Treatment(Sensitivity.FORBIDDEN, new Text(en, fr));
    return this;
  }

  /** The client could change it before applying again. */
  public FeatureBuilder actionable() {
    actionable = true;
    return this;
  }

  /**
   * @throws IllegalStateException without a group
   * @throws IllegalArgumentException as {@link Feature} does
   */
  public Feature build() {
    if (group == null) {
      throw new IllegalStateException(name + " belongs to no reason group");
    }
    return new Feature(
        name,
        kind,
        unit,
        source,
        group,
        new Words(label, description, formula),
        treatment,
        actionable,
        categories);
  }
}

package org.creditscoring.pipeline.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;

/**
 * The fold models in XGBoost's own JSON format, in fold order: the form that travels and is kept.
 */
public final class Boosters implements Serializable {
  private static final long serialVersionUID = 1;

  private final byte[][] json;

  private Boosters(byte[][] json) {
    this.json = json;
  }

  public static Boosters of(List<byte[]> json) {
    return new Boosters(json.stream().map(byte[]::clone).toArray(byte[][]::new));
  }

  /** Name of a fold's file in a model directory. */
  public static String file(int fold) {
    return "fold-" + fold + ".json";
  }

  public int count() {
    return json.length;
  }

  public byte[] json(int fold) {
    return json[fold].clone();
  }

  /**
   * The trees of each fold.
   *
   * @throws org.creditscoring.model.tree.ModelFormatException if one is no such booster
   */
  public List<Ensemble> ensembles() {
    List<Ensemble> ensembles = new ArrayList<>();
    for (int fold = 0; fold < json.length; fold++) {
      try {
        ensembles.add(XgboostJson.read(new ByteArrayInputStream(json[fold]), file(fold)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ensembles;
  }
}

package org.creditscoring.serving.api;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.serving.api.CutOffRoutes.CurvePoint;
import org.creditscoring.serving.api.CutOffRoutes.ScoreBin;
import org.creditscoring.serving.snapshot.CutOffTable;
import org.creditscoring.serving.snapshot.CutOffTable.Row;

/** Makes of thousands of small intervals of probability as many points as a chart can show. */
final class CutOffCurves {
  /** Steps of as many past clients each; with both ends and rounding fewer than 200 points. */
  private static final int STEPS = 190;

  /** Intervals of one percentage point each, and one for all who lie above: few, far apart. */
  private static final double WIDTH = 0.01;

  private static final int BINS = 50;

  /** An edge that rounding has put just below a multiple of the width belongs to it. */
  private static final double ROUNDING = 1e-6;

  private CutOffCurves() {}

  /** Over past clients: at each edge below which another share of them lies, and at both ends. */
  static List<CurvePoint> curve(CutOffTable table, double costRatio) {
    List<Row> rows = table.rows();
    int repaid = rows.stream().mapToInt(Row::repaid).sum();
    int past = repaid + rows.stream().mapToInt(Row::defaulted).sum();
    List<CurvePoint> points = new ArrayList<>();
    if (past == 0) {
      return points;
    }
    int goodAccepted = 0;
    int badAccepted = 0;
    int step = 0;
    for (Row row : rows) {
      // As if refused from the row's lower edge on: those before it are accepted.
      int accepted = goodAccepted + badAccepted;
      if (points.isEmpty() || (long) accepted * STEPS >= (long) step * past && accepted > 0) {
        points.add(point(row.lower(), goodAccepted, badAccepted, repaid, past, costRatio));
        step = (int) ((long) accepted * STEPS / past) + 1;
      }
      goodAccepted += row.repaid();
      badAccepted += row.defaulted();
    }
    points.add(point(1, goodAccepted, badAccepted, repaid, past, costRatio));
    return points;
  }

  static List<ScoreBin> scores(CutOffTable table) {
    List<ScoreBin> bins = new ArrayList<>();
    int bin = -1;
    for (Row row : table.rows()) {
      int own = (int) Math.min(BINS, Math.floor(row.lower() / WIDTH + ROUNDING));
      ScoreBin one =
          new ScoreBin(row.lower(), row.upper(), row.current(), row.repaid(), row.defaulted());
      if (own == bin) {
        bins.set(bins.size() - 1, together(bins.get(bins.size() - 1), one));
      } else {
        bins.add(one);
        bin = own;
      }
    }
    return bins;
  }

  private static ScoreBin together(ScoreBin first, ScoreBin second) {
    return new ScoreBin(
        first.lower(),
        second.upper(),
        first.current() + second.current(),
        first.repaid() + second.repaid(),
        first.defaulted() + second.defaulted());
  }

  private static CurvePoint point(
      double cutOff, int goodAccepted, int badAccepted, int repaid, int past, double costRatio) {
    int accepted = goodAccepted + badAccepted;
    return new CurvePoint(
        cutOff,
        (double) accepted / past,
        CutOffRoutes.share(badAccepted, accepted),
        (costRatio * badAccepted + repaid - goodAccepted) / past);
  }
}
